const DENIAL =
  /(?<!\p{L})(?:no|not|none|never|neither|nor|without|lack(?:s|ing)?|missing|except|other than|ei|eivät|eikä|ilman|paitsi|puuttu\p{L}*|ingen|inget|inga|inte|ej|utan|utom|sakna\p{L}*)(?!\p{L})/iu;

/**
 * Tells whether what is left of a question denies something ("which parks have no port?"): a table holds what is
 * there, so that the rest of it is no answer.
 *
 * @param unread The question with blanks where it has been read.
 */
export function denies(unread: string): boolean {
  return DENIAL.test(unread);
}
