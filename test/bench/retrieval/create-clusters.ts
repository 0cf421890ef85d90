import { createRandom } from "../generate-rows.ts";

const DIMENSIONS = 256;
const QUERIES = 200;
const MEMBERS = 50;
/** How far members stray from the middle of their cluster, by the length of a vector. */
const SPREAD = 0.6;

/**
 * Makes vectors as a language model's are: dense, of length 1, in clusters of about fifty; the queries are others of the
 * same clusters.
 *
 * @param count How many, at least 50.
 */
export function createClusters(count: number): {
  vectors: Float32Array;
  dimensions: number;
  queries: number[][];
} {
  const random = createRandom(11);
  const middles = Array.from({ length: Math.ceil(count / MEMBERS) }, () => createDirection(random));
  const member = (): number[] => {
    const middle = middles[Math.floor(random() * middles.length)] ?? [];
    const stray = createDirection(random);
    return toUnit(middle.map((value, at) => value + SPREAD * (stray[at] ?? 0)));
  };
  const vectors = new Float32Array(count * DIMENSIONS);
  for (let row = 0; row < count; row++) vectors.set(member(), row * DIMENSIONS);
  return { vectors, dimensions: DIMENSIONS, queries: Array.from({ length: QUERIES }, member) };
}

/** A direction that is as likely as any other: normal numbers (Box and Muller) brought to length 1. */
function createDirection(random: () => number): number[] {
  return toUnit(
    Array.from(
      { length: DIMENSIONS },
      () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    ),
  );
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
