import { MAX_QUESTION_CHARS } from "../turn.ts";

/** Longest word that is read, in letters; the longest word of the knowledge has less than half. */
const MOST_LETTERS = 100;
/** Scripts without spaces have whole sentences in one run, so those stay. */
const LETTER = String.raw`[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]`;
const LONG_WORD = new RegExp(`(${LETTER}{${MOST_LETTERS}})${LETTER}+`, "gv");
/** A line of dots or dashes says no more than ten of them. */
const LONG_RULE = /(([\p{P}\p{S}])\2{9})\2+/gu;

/**
 * Makes one line of a message: what is beyond {@link MAX_QUESTION_CHARS} characters is left out, and so is the rest of
 * a word that is longer than any word, and of a sign that is repeated on and on: the rules would try at each of them.
 *
 * @example
 * ```ts
 * tidyQuestion("  Kuka ottaisi\n tuhkaa? "); // "Kuka ottaisi tuhkaa?"
 * ```
 */
export function tidyQuestion(text: string): string {
  const line = text.trim().slice(0, MAX_QUESTION_CHARS).replace(/\s+/g, " ").trim();
  // A cut may go through a character.
  return line.replace(LONG_WORD, "$1").replace(LONG_RULE, "$1").toWellFormed();
}
