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
  const { vectors, size, isAllowed } = options;
  const hits: VectorHit[] = [];
  // Question vectors are mostly zeros: only their other places are multiplied.
  const places = Int32Array.from([...query.keys()].filter((at) => query[at] !== 0));
  const values = Float32Array.from(places, (at) => query[at] as number);
  for (let entry = 0; entry < size; entry++) {
    if (isAllowed?.(entry) === false) continue;
    const base = entry * query.length;
    let similarity = 0;
    for (let at = 0; at < places.length; at++) {
      similarity += (values[at] as number) * (vectors[base + (places[at] as number)] as number);
    }
    if (similarity > 0) hits.push({ entry, similarity });
  }
  return hits.sort((a, b) => b.similarity - a.similarity || a.entry - b.entry).slice(0, options.count);
}
