import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FakeEmbeddings } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { VectorIndex } from "../../indexer/vector-index.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const DIMENSIONS = 64;

/** A sequence of numbers from -1 to 1 that is the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Vectors of length 1 around a few centres, as texts on a few topics have. */
function clusteredVectors(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  const centres = Array.from({ length: 60 }, () => Array.from({ length: DIMENSIONS }, random));
  return Array.from({ length: count }, (_, at) => {
    const vector = (centres[at % centres.length] as number[]).map((value) => value + 0.6 * random());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

function fill(vectors: number[][], exactLimit: number): VectorIndex {
  const index = new VectorIndex(new FakeEmbeddings(), { dimensions: DIMENSIONS, exactLimit });
  index.addRows(Float32Array.from(vectors.flat()));
  return index;
}

describe("VectorIndex", () => {
  const vectors = clusteredVectors(3000, 1);
  const exact = fill(vectors, 3000);
  const graph = fill(vectors, 0);

  it("finds through the graph at least 98 % of what comparing every vector finds", () => {
    let found = 0;
    for (const query of clusteredVectors(100, 1).concat(clusteredVectors(100, 2))) {
      const wanted = new Set(exact.nearest(query, { count: 10 }).map(({ entry }) => entry));
      found +=
        graph.nearest(query, { count: 10 }).filter(({ entry }) => wanted.has(entry)).length / wanted.size;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.98);
  });

  it("returns only allowed entries, nearest first, from both", () => {
    const isAllowed = (entry: number) => entry % 20 === 3;
    for (const index of [exact, graph]) {
      const hits = index.nearest(vectors[0] as number[], { count: 5, isAllowed });
      expect(hits).toHaveLength(5);
      expect(hits.every(({ entry }) => isAllowed(entry))).toBe(true);
      expect(hits.map(({ similarity }) => similarity)).toEqual(
        hits.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
      );
    }
    expect(exact.nearest(vectors[7] as number[], { count: 1 })[0]).toMatchObject({ entry: 7 });
  });

  it("finds nothing for a query of zeros, in an empty index, or where nothing is allowed", () => {
    expect(exact.nearest(new Array(DIMENSIONS).fill(0), { count: 3 })).toEqual([]);
    expect(fill([], 10).nearest(vectors[0] as number[], { count: 3 })).toEqual([]);
    for (const index of [exact, graph]) {
      expect(index.nearest(vectors[0] as number[], { count: 3, isAllowed: () => false })).toEqual([]);
    }
  });

  it("never finds a vector of zeros", () => {
    const index = fill([new Array(DIMENSIONS).fill(0), vectors[0] as number[]], 10);
    expect(index.nearest(vectors[0] as number[], { count: 5 }).map(({ entry }) => entry)).toEqual([1]);
  });

  it("refuses vectors and queries of other dimensions and names the command that mends it", () => {
    const reason = 'the index has 64: run "npm run index"';
    expect(() => exact.nearest([1, 0], { count: 1 })).toThrow(reason);
    expect(() => fill([], 1).addRows(new Float32Array(65))).toThrow(RangeError);
  });

  it("is a LangChain store: what was added with a document comes back with it", async () => {
    const index = new VectorIndex(new FakeEmbeddings(), { dimensions: 4 });
    await index.addDocuments([{ pageContent: "fly ash", metadata: { file: "a.md" } }]);
    const [first] = await index.similaritySearchWithScore("anything", 1);
    expect(first?.[0]).toMatchObject({ pageContent: "fly ash", metadata: { file: "a.md" } });
  });
});

describe("VectorIndex.writeGraph() and readGraph()", () => {
  const vectors = clusteredVectors(300, 3);

  it("give the same answers after reading, and tell how far they are", async () => {
    const path = join(await makeFolder(), "graph");
    const steps: string[] = [];
    const written = fill(vectors, 0);
    expect(written.writeGraph(path, (done, all) => steps.push(`${done}/${all}`))).toBe(true);
    expect(steps).toEqual(["300/300"]);
    const read = fill(vectors, 0);
    await read.readGraph(path);
    for (const query of clusteredVectors(20, 4)) {
      expect(read.nearest(query, { count: 10 })).toEqual(written.nearest(query, { count: 10 }));
    }
  });

  it("give the same answers when the graph was linked before the first question", () => {
    const [linked, late] = [fill(vectors, 0), fill(vectors, 0)];
    linked.linkGraph();
    const query = vectors[5] as number[];
    expect(linked.nearest(query, { count: 10 })).toEqual(late.nearest(query, { count: 10 }));
  });

  it("write nothing while the collection is searched exactly", async () => {
    expect(fill(vectors, 300).writeGraph(join(await makeFolder(), "graph"))).toBe(false);
  });

  it("refuse a graph that is cut off, absent, or of other vectors", async () => {
    const path = join(await makeFolder(), "graph");
    fill(vectors, 0).writeGraph(path);
    await expect(fill(vectors.slice(1), 0).readGraph(path)).rejects.toThrow(
      "300 vectors of 64 dimensions, not 299 of 64",
    );
    await writeFile(path, (await readFile(path)).subarray(0, 5000));
    await expect(fill(vectors, 0).readGraph(path)).rejects.toThrow();
    await expect(fill(vectors, 0).readGraph(`${path}-absent`)).rejects.toThrow();
  });
});
