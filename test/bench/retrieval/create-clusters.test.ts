import { expect, it } from "vitest";
import { findNearest } from "../../../indexer/find-nearest.ts";
import { createClusters } from "./create-clusters.ts";

it("createClusters() makes vectors of length 1 that have near ones, the same each time", () => {
  const { vectors, dimensions, queries } = createClusters(200);
  expect(createClusters(200).vectors).toEqual(vectors);
  expect(vectors).toHaveLength(200 * dimensions);
  expect(Math.hypot(...vectors.subarray(0, dimensions))).toBeCloseTo(1, 5);
  const [nearest] = findNearest(queries[0] ?? [], { vectors, size: 200, count: 1 });
  expect(nearest?.similarity).toBeGreaterThan(0.5);
});
