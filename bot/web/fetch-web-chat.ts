import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Log } from "../log.ts";
import { compress } from "./compress.ts";
import type { FetchTarball } from "./fetch-tarball.ts";
import { packWithNpm } from "./pack-with-npm.ts";
import { readTar } from "./read-tar.ts";

/** The package that holds Web Chat, pinned to one release. */
export const WEB_CHAT_PACKAGE = "botframework-webchat@4.18.1";

/** Fingerprint of that release's tarball, as the package manager records it. */
export const WEB_CHAT_INTEGRITY =
  "sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==";

/** SHA-256 of `dist/webchat.js` within that tarball, in hex; a vendored file that differs is fetched anew. */
const WEB_CHAT_SHA256 = "0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff";

/** Name in the archive to name on disk. `package.json` names author and licence (MIT). */
const VENDORED_FILES = {
  "package/dist/webchat.js": "webchat.js",
  "package/dist/webchat.js.LICENSE.txt": "LICENSE.txt",
  "package/package.json": "package.json",
} as const;

/** One script in the three forms a browser may ask for. */
export interface WebChatBundle {
  /** SHA-256 of the script in hex; part of its address, so that a browser may keep it for good. */
  sha256: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
}

/** Where the bundle lives and how it is had. */
export interface EnsureWebChatOptions {
  /** Folder of the vendored files, for example `vendor/web-chat-4.18.1`; made when missing. */
  folder: string;
  /** Environment of the process; tells which npm to run. @default {npm is looked up in the path} */
  environment?: NodeJS.ProcessEnv;
  /** Tells the operator when the bundle is fetched. */
  log: Log;
  /** Replaces `npm pack` in tests. */
  fetchTarball?: FetchTarball;
  /** Expected fingerprint of the tarball, `sha512-…`. @default {WEB_CHAT_INTEGRITY} */
  integrity?: string;
  /** Expected SHA-256 of the script in hex. @default {the one of 4.18.1} */
  sha256?: string;
}

/**
 * Returns the Web Chat script, fetching it through npm when the folder does not hold it yet.
 *
 * The first call takes some seconds, most of them for compressing; later ones read three files. The folder
 * appears whole or not at all, so a stopped process leaves nothing half done.
 *
 * @param options See {@link EnsureWebChatOptions}.
 * @returns The script and its compressed forms.
 * @throws {Error} If npm fails, or the tarball or the script is not the pinned one.
 *
 * @example
 * ```ts
 * const folder = "vendor/web-chat-4.18.1";
 * const bundle = await ensureWebChat({ folder, environment, log: createLog() });
 * bundle.brotli.length; // about 640,000 bytes instead of 3,900,000
 * ```
 */
export async function ensureWebChat(options: EnsureWebChatOptions): Promise<WebChatBundle> {
  const present = await readBundle(options);
  if (present) return present;
  options.log.info("web-chat.fetching", { release: WEB_CHAT_PACKAGE, folder: options.folder });
  const parent = dirname(options.folder);
  await mkdir(parent, { recursive: true });
  const workFolder = await mkdtemp(join(parent, `.${basename(options.folder)}-`));
  try {
    const fetchTarball = options.fetchTarball ?? packWithNpm(options.environment);
    const tarball = await fetchTarball(WEB_CHAT_PACKAGE, { folder: workFolder });
    assertIntegrity(tarball, options.integrity ?? WEB_CHAT_INTEGRITY);
    const ready = join(workFolder, "ready");
    const bundle = await writeBundle(tarball, { folder: ready, sha256: options.sha256 ?? WEB_CHAT_SHA256 });
    await moveIntoPlace(ready, options);
    options.log.info("web-chat.ready", { bytes: bundle.brotli.length });
    return bundle;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** The vendored bundle; `undefined` when a file is missing or the script is not the pinned one. */
async function readBundle(options: EnsureWebChatOptions): Promise<WebChatBundle | undefined> {
  const names = ["webchat.js", "webchat.js.gz", "webchat.js.br"];
  const reads = await Promise.allSettled(names.map((name) => readFile(join(options.folder, name))));
  const [plain, gzip, brotli] = reads.map((read) => (read.status === "fulfilled" ? read.value : undefined));
  if (!plain || !gzip || !brotli) return undefined;
  const sha256 = sha256Of(plain);
  return sha256 === (options.sha256 ?? WEB_CHAT_SHA256) ? { sha256, plain, gzip, brotli } : undefined;
}

function assertIntegrity(tarball: Buffer, expected: string): void {
  const actual = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  if (actual === expected) return;
  throw new Error(`Cannot use ${WEB_CHAT_PACKAGE}: its tarball is "${actual}", wanted "${expected}"`);
}

/** @throws {Error} If the tarball lacks a file or its script is not the expected one. */
async function writeBundle(
  tarball: Buffer,
  expected: { folder: string; sha256: string },
): Promise<WebChatBundle> {
  const files = await readTar(tarball, Object.keys(VENDORED_FILES));
  const plain = files.get("package/dist/webchat.js");
  const sha256 = plain && sha256Of(plain);
  if (!plain || sha256 !== expected.sha256) {
    throw new Error(`Cannot use ${WEB_CHAT_PACKAGE}: "webchat.js" in its tarball is not the expected file`);
  }
  const bundle = { sha256, plain, ...(await compress(plain)) };
  const write = (name: string, content: Buffer) => writeFile(join(expected.folder, name), content);
  await mkdir(expected.folder);
  await write("webchat.js.gz", bundle.gzip);
  await write("webchat.js.br", bundle.brotli);
  for (const [path, name] of Object.entries(VENDORED_FILES)) {
    const content = files.get(path);
    if (!content) throw new Error(`Cannot use ${WEB_CHAT_PACKAGE}: its tarball has no "${path}"`);
    await write(name, content);
  }
  return bundle;
}

/** Puts the finished folder in place, unless a process that was faster has put the same files there. */
async function moveIntoPlace(ready: string, options: EnsureWebChatOptions): Promise<void> {
  try {
    await rename(ready, options.folder);
  } catch (error) {
    if (await readBundle(options)) return;
    // What is in the way is older, damaged or incomplete.
    await rm(options.folder, { recursive: true, force: true });
    await rename(ready, options.folder).catch(() => {
      throw error;
    });
  }
}

function sha256Of(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
