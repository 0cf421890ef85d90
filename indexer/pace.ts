import { setImmediate } from "node:timers/promises";

/** Lets others have their turn: resolves at once while the slice is not used up, else after the event loop has gone round. */
export type Rest = () => Promise<void> | undefined;

/** A round of the event loop in which others worked so long, in milliseconds, is left to them: a slice more would add to it. */
const BUSY_IN_MS = 3;
/** So many rounds in a row at most, so that the work comes to its end under any load. */
const MOST_ROUNDS = 3;

/**
 * Cuts long work into slices, so that a server goes on answering while it is done.
 *
 * @param sliceInMs How long to work without a rest, in milliseconds. More is quicker and keeps others waiting longer.
 * @returns What the work awaits wherever it can be interrupted.
 *
 * @example
 * ```ts
 * const rest = createRest();
 * for (const row of rows) {
 *   read(row);
 *   await rest();
 * }
 * ```
 */
export function createRest(sliceInMs = 8): Rest {
  let begun = performance.now();
  const rest = async () => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const waiting = performance.now();
      await setImmediate();
      if (performance.now() - waiting < BUSY_IN_MS) break;
    }
    begun = performance.now();
  };
  return () => (performance.now() - begun < sliceInMs ? undefined : rest());
}

/** Work that can be interrupted at each `yield`. */
export type Steps<Result> = Generator<void, Result>;

/** Does all steps at once. */
export function doAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does the same with rests between. */
export async function doInSteps<Result>(steps: Steps<Result>, rest: Rest): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await rest();
  }
}

/**
 * `values.map(read)` in steps.
 *
 * @param atOnce How many are read between two looks at the clock; together they should take a millisecond or so.
 */
export function* mapInSteps<Value, Result>(
  values: readonly Value[],
  read: (value: Value, at: number) => Result,
  atOnce = 64,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const [at, value] of values.entries()) {
    results.push(read(value, at));
    if (at % atOnce === atOnce - 1) yield;
  }
  return results;
}

/** Names read between two looks at the clock; a millisecond or so. */
const NAMES_AT_ONCE = 2048;

/** A map of values by what names them, in steps; of several with one name the last. */
export function* mapByInSteps<Name, Value>(
  values: readonly Value[],
  nameOf: (value: Value, at: number) => Name,
): Steps<Map<Name, Value>> {
  const named = new Map<Name, Value>();
  for (const [at, value] of values.entries()) {
    named.set(nameOf(value, at), value);
    if (at % NAMES_AT_ONCE === NAMES_AT_ONCE - 1) yield;
  }
  return named;
}

/** Values that are sorted at once; some milliseconds. */
const RUN = 2048;

/** `values.toSorted(compare)` in steps: runs that are sorted at once are merged. */
export function* sortInSteps<Value>(
  values: readonly Value[],
  compare: (a: Value, b: Value) => number,
): Steps<Value[]> {
  let runs: Value[][] = [];
  for (let start = 0; start < values.length; start += RUN) {
    runs.push(values.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Value[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other = []] = [runs[at], runs[at + 1]];
      merged.push(yield* merge([one, other], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Of equal values those of the first list come first, as in a stable sort. */
function* merge<Value>(
  [one, other]: readonly [readonly Value[], readonly Value[]],
  compare: (a: Value, b: Value) => number,
): Steps<Value[]> {
  const merged: Value[] = [];
  let [first, second] = [0, 0];
  while (first < one.length || second < other.length) {
    const isFirst =
      second >= other.length ||
      (first < one.length && compare(one[first] as Value, other[second] as Value) <= 0);
    merged.push((isFirst ? one[first++] : other[second++]) as Value);
    if (merged.length % RUN === 0) yield;
  }
  return merged;
}
