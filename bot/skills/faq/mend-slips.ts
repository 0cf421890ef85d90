import leven from "leven";
import type { Term } from "../../understand/term.ts";

/** Shorter words have neighbours that are words in their own right. */
const SHORTEST_MENDED = 6;
/** From this length on a word may have two slips. */
const LONG = 9;
const SAME_START = 2;

/**
 * Puts slips of the pen right by the words in which curated questions are asked, endings aside: a word that nobody
 * knows and that differs from one of them in a letter, or a long one in two, is taken for it.
 *
 * @param text The question.
 * @param context.terms Its content words; known ones and names stay as they are.
 * @param context.words Words of curated questions, in small letters.
 * @returns The text with those words replaced; the same text when there are none.
 *
 * @example
 * ```ts
 * mendSlips("siirtoasiakrijan säilytys", { terms, words }); // "siirtoasiakirja säilytys"
 * ```
 */
export function mendSlips(
  text: string,
  { terms, words }: { terms: readonly Term[]; words: ReadonlySet<string> },
): string {
  let mended = text;
  for (const { word, isUnknown, isName } of terms) {
    if (!isUnknown || isName || word.length < SHORTEST_MENDED || words.has(word)) continue;
    const meant = nearestOf(word, words);
    if (meant !== undefined)
      mended = mended.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "giu"), meant);
  }
  return mended;
}

function nearestOf(word: string, words: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const known of words) {
    if (known.length < SHORTEST_MENDED || known.slice(0, SAME_START) !== word.slice(0, SAME_START)) continue;
    // What stands behind the known word may be an ending.
    const typed = known.length >= LONG ? word.slice(0, known.length) : word;
    if (Math.abs(typed.length - known.length) > 1 || word.length - known.length > 3) continue;
    const distance = leven(typed, known);
    if (distance < least && distance <= (known.length >= LONG ? 2 : 1)) {
      least = distance;
      best = known;
    }
  }
  return best;
}
