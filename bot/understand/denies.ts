import { changesMeaning } from "./asks-streams.ts";
import type { Question } from "./question.ts";

const DENIAL =
  /(?<!\p{L})(?:no|not|none|never|neither|nor|without|lack(?:s|ing)?|missing|except|other than|ei|eivät|eikä|ilman|paitsi|puuttu\p{L}*|ingen|inget|inga|inte|ej|utan|utom|sakna\p{L}*)(?!\p{L})/iu;

/** "En" denies in Finnish and is an article in Swedish. */
const ARTICLE = /(?<!\p{L})en(?!\p{L})/giu;

/**
 * Tells whether what is left of a question denies something ("which parks have no port?") or changes it in another
 * way: a table holds what is there, so that the rest of it is no answer.
 *
 * @param unread The question with blanks where it has been read.
 */
export function denies(question: Question, unread: string): boolean {
  const words = question.language === "sv" ? unread.replace(ARTICLE, " ") : unread;
  return DENIAL.test(words) || changesMeaning(words);
}
