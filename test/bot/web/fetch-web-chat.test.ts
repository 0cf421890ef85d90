import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../../bot/log.ts";
import { type EnsureWebChatOptions, ensureWebChat } from "../../../bot/web/fetch-web-chat.ts";
import { makeTarball } from "../../support/tarball.ts";

const SCRIPT = "globalThis.WebChat = {};";
const TARBALL = makeTarball({
  "package/package.json": "{}",
  "package/dist/webchat.js": SCRIPT,
  "package/dist/webchat.js.LICENSE.txt": "MIT",
});
const INTEGRITY = `sha512-${createHash("sha512").update(TARBALL).digest("base64")}`;
const SHA256 = createHash("sha256").update(SCRIPT).digest("hex");

let parent: string;
let fetched: string[];
let options: EnsureWebChatOptions;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "web-chat-test-"));
  fetched = [];
  options = {
    folder: join(parent, "vendor", "web-chat"),
    log: createLog({ write: () => {} }),
    fetchTarball: async (release) => {
      fetched.push(release);
      return TARBALL;
    },
    integrity: INTEGRITY,
    sha256: SHA256,
  };
});

afterEach(() => rm(parent, { recursive: true, force: true }));

describe("ensureWebChat()", () => {
  test("fetches the pinned release once and keeps three forms of the script", async () => {
    const bundle = await ensureWebChat(options);
    expect(bundle.plain.toString()).toBe(SCRIPT);
    expect(gunzipSync(bundle.gzip).toString()).toBe(SCRIPT);
    expect(brotliDecompressSync(bundle.brotli).toString()).toBe(SCRIPT);
    expect(await ensureWebChat(options)).toEqual(bundle);
    expect(fetched).toEqual(["botframework-webchat@4.18.1"]);
    expect(await readdir(join(parent, "vendor"))).toEqual(["web-chat"]);
  });

  test("refuses a tarball that is not the pinned one and leaves nothing behind", async () => {
    const wrong = { ...options, fetchTarball: async () => Buffer.from("something else") };
    await expect(ensureWebChat(wrong)).rejects.toThrow(/Cannot use .*: its tarball is "sha512-.*", wanted/);
    expect(await readdir(join(parent, "vendor"))).toEqual([]);
  });

  test("refuses a script that is not the pinned one", async () => {
    await expect(ensureWebChat({ ...options, sha256: "0".repeat(64) })).rejects.toThrow(
      /not the expected file/,
    );
  });

  test("fetches again when the vendored script was changed", async () => {
    await ensureWebChat(options);
    await writeFile(join(options.folder, "webchat.js"), "alert(1)");
    const bundle = await ensureWebChat(options);
    expect(bundle.plain.toString()).toBe(SCRIPT);
    expect(await readFile(join(options.folder, "webchat.js"), "utf8")).toBe(SCRIPT);
    expect(fetched).toHaveLength(2);
  });

  test("passes on why npm failed", async () => {
    const failing = { ...options, fetchTarball: () => Promise.reject(new Error("npm pack failed: E404")) };
    await expect(ensureWebChat(failing)).rejects.toThrow("E404");
  });

  test("does nothing bad when two processes fetch at once", async () => {
    const [first, second] = await Promise.all([ensureWebChat(options), ensureWebChat(options)]);
    expect(first.sha256).toBe(second.sha256);
    expect(await readdir(join(parent, "vendor"))).toEqual(["web-chat"]);
  });
});
