import { MAX_QUESTION_CHARS } from "../turn.ts";

/** Longest word that is read, in letters; the longest word of the knowledge has less than half. */
const MOST_LETTERS = 100;
/** Scripts without spaces have whole sentences in one run, so they stay. */
const LONG_WORD = new RegExp(`([\\p{Script=Latin}\\p{M}]{${MOST_LETTERS}})[\\p{Script=Latin}\\p{M}]+`, "gu");

/**
 * Makes one line of a message: what is beyond {@link MAX_QUESTION_CHARS} characters is left out, and so is the rest of
 * a word that is longer than any word, which rules for forms and spelling would try at each of its letters.
 *
 * @example
 * ```ts
 * tidyQuestion("  Kuka ottaisi\n tuhkaa? "); // "Kuka ottaisi tuhkaa?"
 * ```
 */
export function tidyQuestion(text: string): string {
  const line = text.trim().slice(0, MAX_QUESTION_CHARS).replace(/\s+/g, " ").trim();
  return line.replace(LONG_WORD, "$1");
}
