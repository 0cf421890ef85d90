import { detectLanguage } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";

const FEWEST_WORDS = 4;
const QUOTED_PARAGRAPH = /^(\s*(?:[-*>] *)?)[”“"«].*[”“"»].*$/gmu;
const QUOTED_WORDS = /[”“"«][^”“"«»\n]*[”“"»]/gu;
/** Words with a capital letter inside a sentence, or before another such word or a comma. */
const NAMES = /(?<=[^.!?\s*|][*|]*[^\S\n]+[(*|]*)\p{Lu}[\p{L}\d:’'-]*|\p{Lu}[\p{L}’'-]*(?=\s+\p{Lu}|\s*,)/gu;
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
 * Words that look like names are left out, since the names of people and places say nothing of the language around
 * them. Fewer than four words then, or words that fit several languages, count as right.
 */
export function isFramedIn(answer: string, language: Language): boolean {
  const words = framingText(answer).replace(NAMES, " ");
  if ([...words.matchAll(/\p{L}+/gu)].length < FEWEST_WORDS) return true;
  return (detectLanguage(words) ?? language) === language;
}
