import { appendFile, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  cacheFolder,
  EmbeddingCache,
  keyOf,
  removeOldCaches,
} from "../../../indexer/embeddings/embedding-cache.ts";
import { makeFolder, writeFiles } from "../../support/temporary-folder.ts";

const vector = (value: number) => Float32Array.of(value, 0.5, -0.25);
const entry = (name: string, value = 1) => [keyOf(name), vector(value)] as const;

async function readAll(folder: string): Promise<Map<string, number | undefined>> {
  const found = new Map<string, number | undefined>();
  for await (const entries of new EmbeddingCache(folder).read()) {
    for (const [key, { 0: first }] of entries) if (!found.has(key)) found.set(key, first);
  }
  return found;
}

async function cacheOf(...names: string[]): Promise<{ folder: string; file: string }> {
  const folder = join(await makeFolder(), "cache");
  const cache = new EmbeddingCache(folder);
  await cache.add(names.map((name, at) => entry(name, at)));
  await cache.close();
  const [file = ""] = await readdir(folder);
  return { folder, file: join(folder, file) };
}

describe("EmbeddingCache", () => {
  it("gives back what was added, in another process's file too, the newest first", async () => {
    const { folder } = await cacheOf("a", "b");
    const second = new EmbeddingCache(folder);
    await second.add([entry("b", 7)]);
    await second.add([entry("c", 8)]);
    await second.close();
    expect(await readAll(folder)).toEqual(
      new Map([
        [keyOf("b"), 7],
        [keyOf("c"), 8],
        [keyOf("a"), 0],
      ]),
    );
  });

  it("is empty where there is no folder, and makes none to read", async () => {
    const folder = join(await makeFolder(), "none");
    expect((await readAll(folder)).size).toBe(0);
    await expect(readdir(folder)).rejects.toThrow("ENOENT");
  });

  it("loses only the last record to a write that was cut at any byte", async () => {
    const { folder, file } = await cacheOf("a", "b", "c");
    const whole = await readFile(file);
    const size = (whole.length - 16) / 3;
    for (let cut = 1; cut < size; cut += 7) {
      await writeFile(file, whole);
      await truncate(file, whole.length - cut);
      expect([...(await readAll(folder)).keys()]).toEqual([keyOf("a"), keyOf("b")]);
    }
  });

  it("takes no flipped bit of key, vector or checksum for truth", async () => {
    const { folder, file } = await cacheOf("a", "b", "c");
    const whole = await readFile(file);
    const size = (whole.length - 16) / 3;
    for (const at of [0, 20, 33, 40, size - 1]) {
      const changed = Buffer.from(whole);
      const place = 16 + size + at;
      changed[place] = (changed[place] ?? 0) ^ 4;
      await writeFile(file, changed);
      expect([...(await readAll(folder)).keys()], `byte ${at}`).toEqual([keyOf("a"), keyOf("c")]);
    }
  });

  it("passes over files that are not its own or have no whole head", async () => {
    const { folder } = await cacheOf("a");
    await writeFiles(folder, {
      "z.vectors": "not vectors at all, whatever the name",
      "y.vectors": "SV",
      "x.txt": "x",
    });
    expect([...(await readAll(folder)).keys()]).toEqual([keyOf("a")]);
  });

  it("compact() keeps what is needed, once, in one file", async () => {
    const { folder, file } = await cacheOf("a", "b", "c");
    await appendFile(file, "a torn end");
    const cache = new EmbeddingCache(folder);
    await cache.add([entry("b", 5), entry("d", 6)]);
    await cache.compact((key) => key !== keyOf("a"));
    expect(await readdir(folder)).toHaveLength(1);
    expect(await readAll(folder)).toEqual(
      new Map([
        [keyOf("b"), 5],
        [keyOf("d"), 6],
        [keyOf("c"), 2],
      ]),
    );
  });
});

it("removeOldCaches() keeps the caches used last, and the current one", async () => {
  const folder = await makeFolder();
  const folders = ["m1", "m2", "m3", "m4", "m5", "m6"].map((name) => cacheFolder(folder, name));
  for (const path of folders) {
    const cache = new EmbeddingCache(path);
    await cache.add([entry("a")]);
    await cache.close();
  }
  await removeOldCaches(folder, folders[0] as string);
  const left = await readdir(join(folder, "embeddings"));
  expect(left).toHaveLength(4);
  expect(left.some((name) => name.startsWith("m1-"))).toBe(true);
});

it("cacheFolder() tells models apart whose names differ in signs only, and leaves no way out of its folder", () => {
  expect(cacheFolder("/i", "openai:a/b")).not.toBe(cacheFolder("/i", "openai:a-b"));
  expect(cacheFolder("/i", "openai:../../etc")).toMatch(/^\/i\/embeddings\/openai-etc-[0-9a-f]{8}$/);
});
