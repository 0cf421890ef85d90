import { type ExactMatches, findExactMatches } from "./exact-matches.ts";
import type { RecordKind } from "./record-sheet.ts";
import type { SearchWord } from "./search-word.ts";
import type { Searcher } from "./searcher.ts";
import type { SheetContext } from "./sheet-context.ts";

/** What a row gains that the tables themselves say is meant: less than its whole name typed. */
const EXACT_BONUS = 5;
/** What the best passage gains that the retriever finds for a question. */
const RETRIEVED_BONUS = 9;
const RETRIEVED_AT_MOST = 20;
/** Passages that fit far worse than the best are left out. */
const LEAST_RETRIEVED_SHARE = 0.35;
/** Where no record has all the words, one must have this share of them. */
const LEAST_MET_SHARE = 0.5;

/**
 * Orders the records that fit what was typed, best first; of equals the one that stands first on the first page.
 *
 * @param search.words The words of `text`, at least one.
 * @returns Positions in the searcher.
 */
export async function rankRecords(
  search: { kind: RecordKind; text: string; words: readonly SearchWord[]; searcher: Searcher },
  context: SheetContext,
): Promise<readonly number[]> {
  const { kind, text, words, searcher } = search;
  const { index, positions } = searcher;
  const exact = findExactMatches(kind, { text, context });
  if (exact?.isWhole || exact?.isOrdered) return positionsOf(exact, searcher);
  const { scores, met } = index.score(words, context.language);
  const bonus = new Map<number, number>();
  for (const at of exact === undefined ? [] : positionsOf(exact, searcher)) bonus.set(at, EXACT_BONUS);
  if (kind === "faq") {
    for (const [id, share] of await retrieveFaq(text, context)) {
      const at = positions.get(id);
      if (at !== undefined) bonus.set(at, RETRIEVED_BONUS * share);
    }
  }
  const required = words.filter(({ isRequired }) => isRequired).length;
  const hasAll = met.includes(required);
  const least = hasAll ? required : bonus.size > 0 ? required + 1 : bestMet(met, required);
  const found: number[] = [];
  for (let at = 0; at < index.size; at++) {
    if ((met[at] ?? 0) >= least || bonus.has(at)) found.push(at);
  }
  return byScore(found, { searcher, scoreOf: (at) => (scores[at] ?? 0) + (bonus.get(at) ?? 0) });
}

function positionsOf({ ids }: ExactMatches, { positions }: Searcher): number[] {
  return ids.map((id) => positions.get(id)).filter((at) => at !== undefined);
}

/** How many words the best records have; out of reach where that is too few. */
function bestMet(met: Uint8Array, required: number): number {
  const best = met.reduce((most, count) => Math.max(most, count), 0);
  return best >= required * LEAST_MET_SHARE ? Math.max(best, 1) : required + 1;
}

/** Questions of the FAQ by how well their passages fit, 1 for the best. */
async function retrieveFaq(
  text: string,
  { view, reader, language }: SheetContext,
): Promise<Map<string, number>> {
  const found = await view.index.retriever.retrieve(text, {
    language,
    reader,
    topK: RETRIEVED_AT_MOST,
    isAllowed: ({ kind }) => kind === "faq",
  });
  const best = found[0]?.score ?? 1;
  const shares = new Map<string, number>();
  for (const { passage, score } of found) {
    const id = passage.faq?.id;
    const share = score / best;
    if (id !== undefined && share >= LEAST_RETRIEVED_SHARE)
      shares.set(id, Math.max(shares.get(id) ?? 0, share));
  }
  return shares;
}

/** Steps of a score that make a difference, and room for a position below them. */
const STEPS = 1000;
const POSITIONS = 2 ** 24;

/** Sorts by falling score, then as the first page does; as numbers, for a comparing function takes long for many. */
function byScore(
  found: readonly number[],
  { searcher, scoreOf }: { searcher: Searcher; scoreOf: (at: number) => number },
): number[] {
  const { order, places } = searcher;
  const keys = Float64Array.from(
    found,
    (at) => Math.round(scoreOf(at) * STEPS) * POSITIONS + (POSITIONS - 1 - (places[at] ?? 0)),
  );
  keys.sort();
  return Array.from(keys.reverse(), (key) => order[POSITIONS - 1 - (key % POSITIONS)] ?? 0);
}
