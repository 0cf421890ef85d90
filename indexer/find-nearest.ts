import { bestEntries } from "./best-entries.ts";

/** Tells whether an entry, by its position, may be returned. */
export type EntryFilter = (entry: number) => boolean;

/** A stored vector close to the one asked for. */
export interface VectorHit {
  /** Position at which the vector was added. */
  entry: number;
  /** Cosine of the angle, 1 for the same direction. */
  similarity: number;
}

/**
 * Compares a query with every vector.
 *
 * @param query Numbers of length 1 together, as many as each vector has.
 * @param options.vectors Vectors of length 1 behind each other; those of zero length are never found.
 * @param options.size Number of vectors.
 * @param options.count How many at most.
 * @param options.isAllowed Entries to be considered.
 * @returns Vectors less than a right angle away, nearest first; of equal ones the earlier first.
 */
export function findNearest(
  query: readonly number[],
  options: { vectors: Float32Array; size: number; count: number; isAllowed?: EntryFilter },
): VectorHit[] {
  const { vectors, size, count, isAllowed } = options;
  const { places, values } = toSparse(query);
  const similarities = new Float64Array(size);
  for (let entry = 0; entry < size; entry++) {
    if (isAllowed?.(entry) === false) continue;
    const base = entry * query.length;
    // Four sums side by side: one alone would wait for itself at each step.
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = 0; at < places.length; at += LANES) {
      first += (values[at] as number) * (vectors[base + (places[at] as number)] as number);
      second += (values[at + 1] as number) * (vectors[base + (places[at + 1] as number)] as number);
      third += (values[at + 2] as number) * (vectors[base + (places[at + 2] as number)] as number);
      fourth += (values[at + 3] as number) * (vectors[base + (places[at + 3] as number)] as number);
    }
    similarities[entry] = first + second + (third + fourth);
  }
  return bestEntries(similarities, { count }).map(({ entry, score }) => ({ entry, similarity: score }));
}

const LANES = 4;

/** The places of a vector that are not zero, for a question's mostly are, and as many zeros as make full lanes. */
function toSparse(vector: readonly number[]): { places: Int32Array; values: Float32Array } {
  const filled = [...vector.keys()].filter((at) => vector[at] !== 0);
  const places = new Int32Array(Math.ceil(filled.length / LANES) * LANES);
  places.set(filled);
  const values = new Float32Array(places.length);
  for (const [at, place] of filled.entries()) values[at] = vector[place] as number;
  return { places, values };
}
