/**
 * The promise that a number, name, date, phone number or address in an answer stands literally in what it
 * cites, checked on the finished claims before anything is sent.
 */

const NUMBER = /\+?\d[\d\s.,()/-]*\d|\d/g;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu;
const NAME = /\p{Lu}[\p{L}\d]*(?:[-&]\p{L}+)*(?:\s+\p{Lu}[\p{L}\d]*(?:[-&]\p{L}+)*)+/gu;

/** Digits alone, so that "650 000", "650,000" and "650000" are one figure. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/**
 * Checks one claim against the passages it cites.
 *
 * @param claim Words of the answer, without `[n]` marks.
 * @param passages The cited words.
 * @returns The figures, addresses and names that stand in no passage; empty when the claim is grounded.
 *
 * @example
 * ```ts
 * findUngrounded("KIP ry:llä on 23 jäsentä.", ["KIP ry:llä on 22 jäsentä."]); // ["23"]
 * ```
 */
export function findUngrounded(claim: string, passages: readonly string[]): string[] {
  const evidence = passages.join("\n");
  const figures = new Set([...evidence.matchAll(NUMBER)].flatMap((match) => variantsOf(match[0])));
  const lower = normalise(evidence);
  const missing: string[] = [];
  for (const [email] of claim.matchAll(EMAIL)) if (!lower.includes(normalise(email))) missing.push(email);
  const withoutEmails = claim.replace(EMAIL, " ");
  for (const [figure] of withoutEmails.matchAll(NUMBER)) {
    const isWhole = figures.has(digitsOf(figure));
    if (!isWhole && !partsOf(figure).every((part) => figures.has(part))) missing.push(figure.trim());
  }
  for (const [name] of withoutEmails.matchAll(NAME)) {
    if (!lower.includes(normalise(name))) missing.push(name);
  }
  return missing;
}

/** A run of digits as a whole and in its parts: "2018-2019" holds both years. */
function variantsOf(figure: string): string[] {
  return [digitsOf(figure), ...partsOf(figure)];
}

function partsOf(figure: string): string[] {
  return figure.split(/[^\d]+/).filter((part) => part !== "");
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00A0]+/g, " ")
    .replace(/[*_]/g, "");
}
