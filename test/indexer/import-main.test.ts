import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWLEDGE } from "../support/import.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "indexer", "import-main.ts");

function run(options: string[], locale = "C"): Promise<{ code: unknown; out: string; err: string }> {
  const env = { ...process.env, LC_ALL: "", LC_MESSAGES: "", LANG: locale };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...options], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

describe("npm run knowledge:import", () => {
  it("ends a preview with the command that writes, and that command writes", async () => {
    const into = await makeFolder(KNOWLEDGE);
    const folder = await makeFolder({
      "my table.csv": "Virta;Puisto;Määrä\nPölytuhka;HP;5 kt/v\nKuona;HP;x\n",
    });
    const file = join(folder, "my table.csv");
    const rejects = join(folder, "bad.csv");
    const options = [file, "--into", into, "--source", "survey", "--rejects", rejects];
    const { code, out, err } = await run(options, "fi_FI.UTF-8");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("Mitään ei ole kirjoitettu.");
    expect(out).toContain(
      `Kirjoita näin:\n  npm run knowledge:import -- "${file}" --into ${into} --source survey --write\n`,
    );
    expect(await readFile(join(into, "side-streams.csv"), "utf8")).toBe(KNOWLEDGE["side-streams.csv"]);
    const written = await run(
      [file, "--into", into, "--source", "survey", "--write", "--lang", "sv"],
      "fi_FI.UTF-8",
    );
    expect(written.out).toContain("Härnäst: npm run knowledge:check && npm run index");
    expect(await readFile(join(into, "side-streams.csv"), "utf8")).toContain(
      "SS008,flow,Pölytuhka,Pölytuhka,Pölytuhka,,,,harbour,,ash,solid,5000,t,",
    );
  }, 60_000);

  it.each([
    ["en_GB.UTF-8", 'Cannot import "/nowhere.xlsx": there is no such file: check the name and the folder\n'],
    [
      "fi_FI.UTF-8",
      'Taulukkoa "/nowhere.xlsx" ei voi tuoda: sellaista tiedostoa ei ole: tarkista nimi ja kansio\n',
    ],
    [
      "sv_FI.UTF-8",
      'Tabellen "/nowhere.xlsx" kan inte importeras: filen finns inte: kontrollera namn och mapp\n',
    ],
  ])("says with exit code 2 what it cannot import, in the language of %s", async (locale, expected) => {
    expect(await run(["/nowhere.xlsx"], locale)).toEqual({ code: 2, out: "", err: expected });
  });

  it("tells how it is used", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^npm run knowledge:import -- FILE\.xlsx\|csv/);
    expect((await run([])).code).toBe(2);
  });
});
