/** A text without hyphenation; both readings of a word are kept where its cut is ambiguous. */
export interface RepairedText {
  text: string;
  /** Second readings: "bio-tuote" where "bio-" at a line end and "tuote" were joined to "biotuote". */
  alternatives: string[];
}

const SOFT_HYPHEN = /\u00AD(?:[ \t]*\n[ \t]*)?/g;
/**
 * Begins where a word begins, so that a long run of letters is looked at once. A "word" of millions of letters would
 * overflow the engine's stack; none that was cut at a line end has so many.
 */
const LINE_END_HYPHEN = /(?<![\p{L}\p{N}])([\p{L}\p{N}]{1,200})[-\u2010]\s*\n\s*(\p{L}{1,200})/gu;

/** Short words before which a hyphen at a line end is a suspended one: "energia- ja materiaalivirrat". */
const SUSPENDED = new Set(["ja", "tai", "sekä", "eli", "kuin", "vai", "och", "eller", "samt", "and", "or"]);

/**
 * Joins words that were hyphenated at a line end, as PDF text has them, and drops soft hyphens.
 *
 * A hyphen is kept before a capital letter ("Kemi-\nTornio"), after capitals and digits ("EU-\nasetus",
 * "CO2-\npäästö"), and before "ja", "och", "and" ("kemian- ja ..."). Between two equal vowels it is kept too
 * ("raaka-\naine"): Finnish writes it there and never parts a long vowel. Elsewhere the word is joined. Where a
 * hyphenation cannot be told from a true hyphen, the other reading is returned beside it.
 *
 * @param raw Text with line breaks.
 * @returns The repaired text and the second readings, to be indexed with it.
 *
 * @example
 * ```ts
 * repairHyphens("luonnon-\nvarat").text; // "luonnonvarat"
 * ```
 */
export function repairHyphens(raw: string): RepairedText {
  const alternatives: string[] = [];
  const text = raw.replace(SOFT_HYPHEN, "").replace(LINE_END_HYPHEN, (_all, head: string, tail: string) => {
    const [joined, hyphenated] = [`${head}${tail}`, `${head}-${tail}`];
    if (SUSPENDED.has(tail.toLowerCase())) return `${head}- ${tail}`;
    const isAllCapitals = joined === joined.toUpperCase() && /\p{L}$/u.test(head);
    if (!isAllCapitals && (/^\p{Lu}/u.test(tail) || /^[\p{Lu}\p{N}]+$|\p{N}$/u.test(head))) return hyphenated;
    const isSameVowel = /[aeiouyäöå]$/.test(head) && head.at(-1) === tail[0];
    alternatives.push(isSameVowel ? joined : hyphenated);
    return isSameVowel ? hyphenated : joined;
  });
  return { text, alternatives };
}
