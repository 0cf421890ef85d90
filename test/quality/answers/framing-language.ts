import { detectLanguage, splitWords } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";

const FEWEST_WORDS = 4;
const QUOTED_PARAGRAPH = /^(\s*(?:[-*>] *)?)[”“"«].*[”“"»].*$/gmu;
const QUOTED_WORDS = /[”“"«][^”“"«»\n]*[”“"»]/gu;
const BLOCK_QUOTE = /^\s*>.*$/gmu;
const NO_WORDS = /\[\d+\]|\S+@\S+|(?:https?:\/\/|www\.)\S+|[+\d][\d ()–-]{3,}/gu;

/**
 * Words of an answer that are its own: without quotations, marks, addresses and numbers.
 *
 * @example
 * ```ts
 * framingText("I källan står det på engelska:\n\n”The KIP Association …” [1]"); // "I källan står det på engelska:"
 * ```
 */
export function framingText(answer: string): string {
  return answer
    .replace(BLOCK_QUOTE, " ")
    .replace(QUOTED_PARAGRAPH, "$1")
    .replace(QUOTED_WORDS, " ")
    .replace(NO_WORDS, " ")
    .trim();
}

/**
 * Whether an answer's own words are of a language, as far as they tell.
 *
 * Fewer than four words, or words that fit several languages such as names, tell nothing and count as right.
 */
export function isFramedIn(answer: string, language: Language): boolean {
  const framing = framingText(answer);
  const words = splitWords(framing).filter(({ lower }) => /\p{L}/u.test(lower));
  return words.length < FEWEST_WORDS || (detectLanguage(framing) ?? language) === language;
}
