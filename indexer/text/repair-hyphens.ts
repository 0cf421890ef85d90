/** A word that a line end cut in two; both readings are kept where the cut is ambiguous. */
export interface RepairedText {
  text: string;
  /** Second readings: "bio-tuote" for a line end at "bio-" + "tuote" printed as "biotuote". */
  alternatives: string[];
}

const SOFT_HYPHEN = /\u00AD\n?/g;
const LINE_END_HYPHEN = /(\p{L}+)[-\u2010]\s*\n\s*(\p{L}+)/gu;

/** Short words before which a hyphen at a line end is a suspended one: "energia- ja materiaalivirrat". */
const SUSPENDED = new Set(["ja", "tai", "sekä", "eli", "och", "eller", "samt", "and", "or"]);

/**
 * Joins words that were hyphenated at a line end, as PDF text has them, and drops soft hyphens.
 *
 * A hyphen before a capital letter or after one is kept ("Kemi-\nTornio"), so is one before "ja", "och",
 * "and" ("kemian- ja ..."). Elsewhere the word is joined, and the hyphenated reading is returned beside it,
 * because a true compound hyphen at a line end cannot be told from a hyphenation.
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
    if (SUSPENDED.has(tail.toLowerCase())) return `${head}- ${tail}`;
    const isAllCapitals = head === head.toUpperCase() && tail === tail.toUpperCase();
    if (/^\p{Lu}/u.test(tail) && !isAllCapitals) return `${head}-${tail}`;
    alternatives.push(`${head}-${tail}`);
    return `${head}${tail}`;
  });
  return { text, alternatives };
}
