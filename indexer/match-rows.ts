/** Vectors of length 1 behind each other. */
export interface VectorRows {
  vectors: Float32Array;
  dimensions: number;
}

/**
 * Finds for each row of some vectors an equal one that a graph has a point of; no two get the same.
 *
 * @returns Labels by entry, the entries that got none, and the labels that nobody got.
 */
export function matchRows(
  former: VectorRows & { labels: Uint32Array },
  vectors: Float32Array,
): { labels: Uint32Array; fresh: number[]; gone: number[] } {
  const { dimensions } = former;
  const [before, after] = [bitsOf(former.vectors), bitsOf(vectors)];
  const byHash = Map.groupBy(former.labels.keys(), (entry) => hashRow(before, { entry, dimensions }));
  const labels = new Uint32Array(vectors.length / dimensions);
  const fresh: number[] = [];
  for (let entry = 0; entry < labels.length; entry++) {
    const candidates = byHash.get(hashRow(after, { entry, dimensions })) ?? [];
    const at = candidates.findIndex((other) => isSameRow([before, other], [after, entry], dimensions));
    if (at < 0) fresh.push(entry);
    else labels[entry] = former.labels[candidates.splice(at, 1)[0] as number] as number;
  }
  const gone = [...byHash.values()].flat().map((entry) => former.labels[entry] as number);
  return { labels, fresh, gone };
}

function bitsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** FNV-1a over the bits of a row (Fowler, Noll, Vo). */
function hashRow(bits: Uint32Array, { entry, dimensions }: { entry: number; dimensions: number }): number {
  let hash = 2166136261;
  for (let at = entry * dimensions; at < (entry + 1) * dimensions; at++) {
    hash = Math.imul(hash ^ (bits[at] as number), 16777619);
  }
  return hash >>> 0;
}

function isSameRow(
  [one, row]: [Uint32Array, number],
  [other, otherRow]: [Uint32Array, number],
  dimensions: number,
): boolean {
  for (let at = 0; at < dimensions; at++) {
    if (one[row * dimensions + at] !== other[otherRow * dimensions + at]) return false;
  }
  return true;
}
