import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../../support/temporary-folder.ts";
import { APP_ID } from "./facts.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const SETTINGS = { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: "https://chat.example.fi" };

/** Runs the command as "npm run teams:package" does, with nothing of the test's own environment. */
function run(commandLine: string[], environment: Record<string, string> = SETTINGS) {
  const child = spawn(process.execPath, ["bot/teams-package/package-main.ts", ...commandLine], {
    cwd: ROOT,
    env: environment,
  });
  const written = { output: "", errors: "" };
  child.stdout.on("data", (data) => {
    written.output += data;
  });
  child.stderr.on("data", (data) => {
    written.errors += data;
  });
  return new Promise<{ code: number | null; output: string; errors: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...written }));
  });
}

describe("npm run teams:package", () => {
  it("is this command", async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(scripts["teams:package"]).toBe("node bot/teams-package/package-main.ts");
  });

  it("writes the package, its folder too, and says where", async () => {
    const out = join(await makeFolder(), "new", "app.zip");
    const { code, output, errors } = await run(["--out", out, "--manifest-version", "1.17"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(output).toContain(`Wrote "${out}": app ${version}, manifest 1.17`);
    const files = unzipSync(await readFile(out));
    expect(JSON.parse(strFromU8(files["manifest.json"] as Uint8Array))).toMatchObject({
      id: APP_ID,
      version,
      manifestVersion: "1.17",
    });
  });

  it("writes the same bytes in every time zone", async () => {
    const folder = await makeFolder();
    const packages = await Promise.all(
      ["Pacific/Auckland", "America/New_York"].map(async (zone, index) => {
        const out = join(folder, `${index}.zip`);
        expect((await run(["--out", out], { ...SETTINGS, TZ: zone })).code).toBe(0);
        return readFile(out);
      }),
    );
    expect(packages[0]?.equals(packages[1] as Buffer)).toBe(true);
  });

  it.each([
    ["without settings", [], {}, "set MICROSOFT_APP_ID, or give --app-id"],
    ["with a wrong option", ["--manifest-version", "9"], SETTINGS, "--manifest-version to be one of"],
    ["with an unknown option", ["--colour"], SETTINGS, "Cannot read the options"],
  ])("ends with 2 and a sentence %s", async (_, commandLine, environment, sentence) => {
    const { code, output, errors } = await run(commandLine, environment);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(sentence);
    expect(errors).not.toMatch(/^ +at /m);
  });

  it("ends with 1 and a sentence when the file cannot be written", async () => {
    const folder = await makeFolder();
    const { code, errors } = await run(["--out", folder]);
    expect(code).toBe(1);
    expect(errors).toContain(`Cannot write the Teams package to "${folder}": EISDIR`);
    expect(errors).toContain("name another file with --out");
  });
});
