import { MAX_QUESTION_CHARS } from "../turn.ts";

/** Longest word that is read, in letters; the longest word of the knowledge has less than half. */
const MOST_LETTERS = 100;
/** Scripts without spaces have whole sentences in one run, so those stay. */
const LETTER = String.raw`[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]`;
const LONG_WORD = new RegExp(`(${LETTER}{${MOST_LETTERS}})${LETTER}+`, "gv");
/** A line of dots or dashes says no more than ten of them. */
const LONG_RULE = /(([\p{P}\p{S}])\2{9})\2+/gu;

const CURLY_QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[‘’‛ʼ]/gu, "'"],
  [/[“”„‟]/gu, '"'],
];
const LATIN_1 = /^[\0-\xFF]*$/;

/**
 * Makes one line of a message: what is beyond {@link MAX_QUESTION_CHARS} characters is left out, and so is the rest of
 * a word that is longer than any word, and of a sign that is repeated on and on: the rules would try at each of them. A
 * phone's curly quotes become straight ones.
 *
 * @example
 * ```ts
 * tidyQuestion("  Kuka ottaisi\n tuhkaa? "); // "Kuka ottaisi tuhkaa?"
 * ```
 */
export function tidyQuestion(text: string): string {
  const line = text.trim().slice(0, MAX_QUESTION_CHARS).replace(/\s+/g, " ").trim();
  // A cut may go through a character.
  const cut = line.replace(LONG_WORD, "$1").replace(LONG_RULE, "$1").toWellFormed();
  const straight = CURLY_QUOTES.reduce((words, [curly, plain]) => words.replace(curly, plain), cut);
  // V8 makes each pattern ready a second time for strings that are kept in two bytes a character, which takes the first
  // of them a fifth of a second; what was cut from such a one stays it unless it is copied.
  return LATIN_1.test(straight) ? Buffer.from(straight, "latin1").toString("latin1") : straight;
}
