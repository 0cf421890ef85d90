import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { GraphWriting } from "../../indexer/graph-writing.ts";
import { hashGraph, VectorGraph } from "../../indexer/vector-graph.ts";
import { EXACT_LIMIT } from "../../indexer/vector-index.ts";
import { createRandom } from "../bench/generate-rows.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const DIMENSIONS = 8;
const SIZE = EXACT_LIMIT + 100;
const random = createRandom(3);
const VECTORS = Float32Array.from({ length: SIZE * DIMENSIONS }, () => random() - 0.5);

let folder = "";
beforeEach(async () => {
  folder = await makeFolder();
});

/** A graph under way, of which nothing is made yet. */
function begin({ size = SIZE, path = join(folder, "graph") }: { size?: number; path?: string } = {}) {
  const told: string[] = [];
  const onLinked = (done: number, all: number) => told.push(`${done}/${all}`);
  return { path, told, writing: new GraphWriting({ size, dimensions: DIMENSIONS, path, onLinked }) };
}

describe("GraphWriting", () => {
  it("links rows as they are made, and writes what linking all at once gives", async () => {
    const { writing, path, told } = begin();
    try {
      for (let row = 0; row < SIZE; row += 1500) {
        const end = Math.min(SIZE, row + 1500);
        writing.vectors.set(VECTORS.subarray(row * DIMENSIONS, end * DIMENSIONS), row * DIMENSIONS);
        writing.made(end);
        if (row === 0) await expect.poll(() => told, { timeout: 10_000 }).toEqual([`1000/${SIZE}`]);
      }
      expect(await writing.written()).toBe(await hashGraph(path));
    } finally {
      await writing.end();
    }
    expect(told.at(-1)).toBe(`${SIZE}/${SIZE}`);
    const atOnce = join(folder, "at-once");
    VectorGraph.link({ vectors: VECTORS, dimensions: DIMENSIONS }).write(atOnce);
    expect((await readFile(path)).equals(await readFile(atOnce))).toBe(true);
  });

  it("leaves nothing behind when it is ended before all rows are made", async () => {
    const { writing } = begin();
    writing.made(10);
    await writing.end();
    await expect(writing.written()).rejects.toThrow("Cannot link the vectors");
    expect(await readdir(folder)).toEqual([]);
  });

  it("tells when the file cannot be written", async () => {
    const { writing } = begin({ path: join(folder, "absent", "graph") });
    writing.made(SIZE);
    await expect(writing.written()).rejects.toThrow();
    await writing.end();
  });

  it("writes none for a collection that is searched exactly", async () => {
    const { writing } = begin({ size: EXACT_LIMIT });
    writing.made(EXACT_LIMIT);
    expect(await writing.written()).toBeUndefined();
    await writing.end();
    expect(await readdir(folder)).toEqual([]);
  });
});
