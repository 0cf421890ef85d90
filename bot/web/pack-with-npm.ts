import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { FetchTarball } from "./fetch-tarball.ts";

const run = promisify(execFile);

/** Long enough for 7 MB over a slow line. */
const TIMEOUT_IN_MS = 180_000;

/**
 * Fetches tarballs with the operator's own npm, so that its registry, proxy and certificate settings count.
 *
 * Runs `npm pack` in the current folder, whose `.npmrc` is read, and writes only to the folder it is given.
 *
 * @param environment Environment of the process. `npm_execpath`, set by `npm run`, names the npm to use; without
 *   it `npm` is looked up in the path. Absent: npm inherits the environment, and is looked up in the path.
 * @returns A function that fetches one release.
 *
 * @example
 * ```ts
 * const tarball = await packWithNpm(environment)("botframework-webchat@4.18.1", { folder });
 * ```
 */
export function packWithNpm(environment?: NodeJS.ProcessEnv): FetchTarball {
  return async (release, { folder }) => {
    const { file, firstArguments } = npmCommand(environment);
    const npmArguments = [
      ...firstArguments,
      "pack",
      release,
      "--ignore-scripts",
      "--pack-destination",
      folder,
    ];
    try {
      await run(file, npmArguments, { env: environment, timeout: TIMEOUT_IN_MS });
    } catch (error) {
      throw new Error(`Cannot fetch ${release}: "npm pack" failed: ${reasonOf(error)}`, { cause: error });
    }
    const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error(`Cannot fetch ${release}: "npm pack" wrote no file`);
    return await readFile(join(folder, tarball));
  };
}

/** Other package managers set `npm_execpath` too; only npm's own script is run. */
function npmCommand(environment: NodeJS.ProcessEnv | undefined): { file: string; firstArguments: string[] } {
  const script = environment?.npm_execpath;
  if (script && basename(script) === "npm-cli.js")
    return { file: process.execPath, firstArguments: [script] };
  return { file: "npm", firstArguments: [] };
}

/** The line in which npm says what went wrong, without the addresses and settings it prints around it. */
function reasonOf(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  const line = /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1];
  return line ?? (error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
}
