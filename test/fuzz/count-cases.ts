import fc from "fast-check";

/**
 * How many cases each subject runs, at least. Their sum is what the product promises of its tests, so a subject may
 * give cases to another but not away.
 */
export const CASES = {
  activities: 1200,
  cards: 2000,
  "desk-forms": 1000,
  "direct-line": 1800,
  "knowledge-files": 2600,
  "model-replies": 600,
  queries: 2100,
} as const;

/** A kind of input that is fuzzed; each has a file of its name. */
export type Subject = keyof typeof CASES;

/** Milliseconds a whole subject may take on a busy machine, before `FUZZ_RUNS`. */
const PATIENCE_IN_MS = 180_000;

/** Longest line of a failure that is printed. */
const MOST_PRINTED_CHARS = 3000;

/**
 * Seed of a usual run, so that a change that makes it fail is the one to blame. With `FUZZ_RUNS`, as `npm run fuzz` sets
 * it, seeds are new each time: that is how unknown faults are found.
 */
const USUAL_SEED = 20_261_123;

/** How many times the usual number of cases is run: `FUZZ_RUNS=20 npx vitest run test/fuzz`. */
const MULTIPLIER = Math.max(1, Math.floor(Number(process.env.FUZZ_RUNS ?? 1)) || 1);

/** Runs and counts the cases of one subject. */
export interface CaseCounter {
  /** Cases that were run to their end. */
  readonly count: number;
  /** Cases that must have been run in the end. */
  readonly wanted: number;
  /** For the tests of the subject, in milliseconds. */
  readonly patienceInMs: number;
  /**
   * Runs a check on generated cases. A failure prints seed and path: set `FUZZ_SEED` and `FUZZ_PATH` to them to see it
   * again, with `FUZZ_SHRINK=1` to have it made smaller.
   *
   * @throws {Error} When a case fails, with the smallest one that fails alike.
   */
  run<Case>(arbitrary: fc.Arbitrary<Case>, options: RunOptions<Case>): Promise<void>;
}

/** How {@link CaseCounter.run} goes about it. */
export interface RunOptions<Case> {
  /** Part of the subject's cases, 0 to 1. */
  share: number;
  /** Cases that one generated value makes, such as the requests of a batch. @default {1} */
  casesPerValue?: number;
  /** Values that failed once; they come first. */
  known?: readonly Case[];
  /** Throws when the case is not as it should be. */
  check: (value: Case) => Promise<void> | void;
}

/**
 * Counts the cases of a subject.
 *
 * @example
 * ```ts
 * const cases = countCases("queries");
 * await cases.run(fc.string(), { share: 1, check: (text) => expect(read(text)).toBeDefined() });
 * ```
 */
export function countCases(subject: Subject): CaseCounter {
  const wanted = CASES[subject] * MULTIPLIER;
  let count = 0;
  return {
    wanted,
    patienceInMs: PATIENCE_IN_MS * MULTIPLIER,
    get count() {
      return count;
    },
    async run(arbitrary, { share, casesPerValue = 1, known = [], check }) {
      const numRuns = Math.ceil((wanted * share) / casesPerValue);
      const property = fc.asyncProperty(arbitrary, async (value) => {
        await check(value);
        count += casesPerValue;
      });
      const examples = known.map((value): [typeof value] => [value]);
      const endOnFailure = process.env.FUZZ_SHRINK !== "1";
      await fc.assert(property, { numRuns, examples, endOnFailure, ...replayed() }).catch(shorten);
    },
  };
}

/** Seed and path tell the whole case again, so that a long one need not be printed whole. */
function shorten(error: Error): never {
  error.message = error.message
    .split("\n")
    .map((line) => (line.length > MOST_PRINTED_CHARS ? `${line.slice(0, MOST_PRINTED_CHARS)} …` : line))
    .join("\n");
  throw error;
}

/** The usual run, or the one that is to be seen again; fast-check chooses a seed where none is told. */
function replayed(): { seed?: number; path?: string } {
  const { FUZZ_SEED: seed, FUZZ_PATH: path, FUZZ_RUNS: isSearch } = process.env;
  const told = seed ? Number(seed) : isSearch ? undefined : USUAL_SEED;
  return { ...(told !== undefined && { seed: told }), ...(path && { path }) };
}
