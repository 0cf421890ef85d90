import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN, EVERY_KIND } from "../support/knowledge.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "indexer", "main.ts");

function run(...options: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...options], (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

describe("npm run index", () => {
  it("ends with one line and exit code 0; a second run says that nothing changed", async () => {
    const out = await makeFolder();
    const folders = ["--knowledge", await makeFolder(EVERY_KIND), "--out", out];
    const first = await run(...folders);
    expect(first.err).toMatch(/^Reading files: 1 of 10\n/);
    for (const mark of ["\r", "\u001B", "Warning"]) expect(first.err).not.toContain(mark);
    expect(first.out).toMatch(
      /^Indexed 10 files, \d+ passages \(0 unchanged\) into .*, no faults, in \d+\.\d\d s\n$/,
    );
    expect(first.code).toBe(0);
    const second = await run(...folders);
    expect(second).toMatchObject({ code: 0, err: "" });
    expect(second.out).toMatch(/^Unchanged: 10 files, (\d+) passages \(\1 unchanged\) into /);
  }, 30_000);

  it("names what is broken and exits with 1, the second time too", async () => {
    const folders = [
      "--knowledge",
      await makeFolder({ ...EVERY_KIND, ...BROKEN }),
      "--out",
      await makeFolder(),
    ];
    for (const word of ["Indexed", "Unchanged:"]) {
      const { code, out, err } = await run(...folders);
      expect(code).toBe(1);
      expect(out).toMatch(new RegExp(`^${word} 20 files, .*, 10 faults, named above, in .* s\\n$`));
      for (const file of Object.keys(BROKEN)) expect(err).toContain(file);
      expect(err).toContain("broken/rows.csv:3: has 3 cells, the header has 2\n");
      expect(err).not.toContain("    at ");
    }
  }, 30_000);

  it.each([
    [["--knowledge", "/nowhere/at/all"], 'Cannot index "/nowhere/at/all": there is no such folder: '],
    [["--wrong"], "--wrong"],
    [["--out", ""], "must name a folder"],
  ])("exits with 2 and says why for %j", async (options, reason) => {
    const { code, out, err } = await run(...options);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(reason);
    expect(err).not.toContain("    at ");
  });
});
