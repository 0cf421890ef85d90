/** An entry and how well it answers. */
export interface ScoredEntry {
  readonly entry: number;
  readonly score: number;
}

/**
 * Finds the entries with the highest scores, best first; entries with a score of 0 are left out.
 *
 * Keeps the best in a heap whose top is the worst of them, so most entries cost one comparison and
 * `isAllowed` is asked only about those that would get in.
 *
 * @param scores Score of each entry, 0 and up.
 * @param options.count How many at most, 1 and up.
 * @returns By falling score; equal scores in the order of the entries.
 */
export function bestEntries(
  scores: Float32Array | Float64Array,
  options: { count: number; isAllowed?: ((entry: number) => boolean) | undefined },
): ScoredEntry[] {
  const { count, isAllowed } = options;
  const heap: ScoredEntry[] = [];
  let least = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] ?? 0;
    if (score <= least) continue;
    if (isAllowed !== undefined && !isAllowed(entry)) continue;
    if (heap.length < count) pushUp(heap, { entry, score });
    else replaceTop(heap, { entry, score });
    if (heap.length === count) least = heap[0]?.score ?? 0;
  }
  return heap.sort(compareEntries);
}

/** Orders by falling score, then by position. */
export function compareEntries(left: ScoredEntry, right: ScoredEntry): number {
  return right.score - left.score || left.entry - right.entry;
}

/** Adds to a heap whose top is the worst entry. */
function pushUp(heap: ScoredEntry[], added: ScoredEntry): void {
  let place = heap.length;
  heap.push(added);
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || compareEntries(added, parent) <= 0) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = added;
}

/** Puts an entry in the place of the worst one. */
function replaceTop(heap: ScoredEntry[], added: ScoredEntry): void {
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    if (left === undefined) break;
    const right = heap[2 * place + 2];
    const isRightWorse = right !== undefined && compareEntries(right, left) > 0;
    const worst = isRightWorse ? right : left;
    if (compareEntries(worst, added) <= 0) break;
    heap[place] = worst;
    place = 2 * place + (isRightWorse ? 2 : 1);
  }
  heap[place] = added;
}
