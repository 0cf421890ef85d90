import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FakeEmbeddings } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { hashGraph, VectorGraph } from "../../indexer/vector-graph.ts";
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

function rowsOf(vectors: readonly number[][]) {
  return { vectors: Float32Array.from(vectors.flat()), dimensions: DIMENSIONS };
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

describe("VectorGraph", () => {
  const vectors = clusteredVectors(300, 3);

  it("gives the same answers after writing and reading, and tells how far it is", async () => {
    const path = join(await makeFolder(), "graph");
    const steps: string[] = [];
    VectorGraph.link(rowsOf(vectors), {
      onLinked: (done, all) => steps.push(`${done}/${all}`),
    }).write(path);
    expect(steps).toEqual(["300/300"]);
    const [linked, read] = [fill(vectors, 0), fill(vectors, 0)];
    await read.readGraph(path);
    for (const query of clusteredVectors(20, 4)) {
      expect(read.nearest(query, { count: 10 })).toEqual(linked.nearest(query, { count: 10 }));
    }
  });

  it("gives the same answers when it was linked before the first question", () => {
    const [linked, late] = [fill(vectors, 0), fill(vectors, 0)];
    linked.linkGraph();
    const query = vectors[5] as number[];
    expect(linked.nearest(query, { count: 10 })).toEqual(late.nearest(query, { count: 10 }));
  });

  it("refuses files that are cut off, absent, or of other vectors", async () => {
    const path = join(await makeFolder(), "graph");
    VectorGraph.link(rowsOf(vectors)).write(path);
    await expect(fill(vectors.slice(1), 0).readGraph(path)).rejects.toThrow(
      "300 vectors of 64 dimensions, not 299 of 64",
    );
    await writeFile(path, (await readFile(path)).subarray(0, 5000));
    await expect(fill(vectors, 0).readGraph(path)).rejects.toThrow();
    await expect(fill(vectors, 0).readGraph(`${path}-absent`)).rejects.toThrow();
  });
});

describe("VectorGraph.grow()", () => {
  const before = clusteredVectors(1000, 5);
  // Some go, some come, one comes twice, and all others stand elsewhere.
  const fresh = clusteredVectors(1060, 6).slice(1000);
  const after = [...fresh, ...before.slice(80, 500), ...before.slice(520), before[90] as number[]];

  async function written(vectors: number[][] = before): Promise<string> {
    const path = join(await makeFolder(), "graph");
    VectorGraph.link(rowsOf(vectors)).write(path);
    return path;
  }

  it("adds what is new, finds nothing that is gone, and still finds the nearest; so it does when grown again", async () => {
    const path = await written();
    const linkedSteps: string[] = [];
    VectorGraph.grow(
      { path, ...rowsOf(before) },
      {
        ...rowsOf(after),
        onLinked: (done, all) => linkedSteps.push(`${done}/${all}`),
      },
    )?.write(`${path}-2`);
    expect(linkedSteps).toEqual(["61/61"]);
    const again = [...after.slice(30), ...clusteredVectors(1200, 7).slice(1180)];
    VectorGraph.grow({ path: `${path}-2`, ...rowsOf(after) }, rowsOf(again))?.write(`${path}-3`);
    for (const [file, vectors] of [
      [`${path}-2`, after],
      [`${path}-3`, again],
    ] as const) {
      const [exact, grown] = [fill(vectors, vectors.length), fill(vectors, 0)];
      await grown.readGraph(file);
      let found = 0;
      for (const query of [...clusteredVectors(100, 8), ...fresh]) {
        const wanted = exact.nearest(query, { count: 10 });
        const hits = grown.nearest(query, { count: 10 });
        expect(hits.every(({ entry }) => entry >= 0 && entry < vectors.length)).toBe(true);
        const entries = new Set(hits.map(({ entry }) => entry));
        found += wanted.filter(({ entry }) => entries.has(entry)).length / wanted.length;
      }
      expect(found / 160).toBeGreaterThanOrEqual(0.98);
      const isAllowed = (entry: number) => entry % 7 === 0;
      const hits = grown.nearest(vectors[3] as number[], { count: 5, isAllowed });
      expect(hits.map(({ entry }) => entry)).toEqual(
        exact.nearest(vectors[3] as number[], { count: 5, isAllowed }).map(({ entry }) => entry),
      );
    }
  });

  it("gives nothing where a fifth or more has gone, for the points of these stay", async () => {
    const path = await written();
    expect(VectorGraph.grow({ path, ...rowsOf(before) }, rowsOf(before.slice(160)))).toBeDefined();
    expect(VectorGraph.grow({ path, ...rowsOf(before) }, rowsOf(before.slice(180)))).toBeUndefined();
  });

  it("refuses a graph of other vectors, and labels that are cut off or name no point", async () => {
    const path = await written();
    expect(() => VectorGraph.grow({ path, ...rowsOf(before.slice(1)) }, rowsOf(after))).toThrow("not 999");
    VectorGraph.grow({ path, ...rowsOf(before) }, rowsOf(after))?.write(path);
    const labels = await readFile(`${path}.labels`);
    const whole = await hashGraph(path);
    await writeFile(`${path}.labels`, labels.subarray(4));
    await expect(fill(after, 0).readGraph(path)).rejects.toThrow("Cannot use the graph");
    expect(await hashGraph(path)).not.toBe(whole);
    labels.writeUInt32LE(5000, 0);
    await writeFile(`${path}.labels`, labels);
    await expect(fill(after, 0).readGraph(path)).rejects.toThrow("Cannot use the graph");
  });
});
