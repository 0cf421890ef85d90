import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { buildPackage } from "./build-package.ts";
import { type PackageOptions, parsePackageOptions } from "./package-options.ts";

/**
 * `npm run teams:package [-- OPTIONS]`: writes the zip that Teams is given, and says where it is. Exit code 2 for
 * wrong options, 1 when it cannot be written.
 */
const options = await readOptions();
if (options) await writePackage(options);

async function readOptions(): Promise<PackageOptions | undefined> {
  const file = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { version: productVersion }: { version: string } = JSON.parse(file);
  try {
    return parsePackageOptions(process.argv.slice(2), { environment: process.env, productVersion });
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

async function writePackage({ facts, out }: PackageOptions): Promise<void> {
  try {
    const bytes = await buildPackage(facts);
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, bytes);
    process.stdout.write(
      `Wrote "${out}": app ${facts.appVersion}, manifest ${facts.manifestVersion}, ${bytes.length} bytes; upload it in the Teams admin centre\n`,
    );
  } catch (error) {
    process.stderr.write(
      `Cannot write the Teams package to "${out}": ${describe(error)}: name another file with --out\n`,
    );
    process.exitCode = 1;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
