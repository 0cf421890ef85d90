import { baseForms } from "../../understand/base-forms.ts";

/** Words of a name that tell companies apart from nothing. */
const LEGAL = new Set([
  "oy",
  "oyj",
  "ab",
  "abp",
  "ltd",
  "plc",
  "the",
  "of",
  "ent",
  "nyk",
  "nu",
  "now",
  "formerly",
]);

/**
 * Counts how well words name a company, in whatever case its name stands: "Tapojärven", "Soilfoodille".
 *
 * @returns How many words of the name are there; 0 unless the first one is, or the whole name the other way round.
 *
 * @example
 * ```ts
 * countNamed("SMA Mineral Oy", "SMA Mineralin kanssa"); // 2
 * ```
 */
export function countNamed(label: string, words: string): number {
  const [name, wanted] = [[...new Set(wordsOf(label))], wordsOf(words)];
  const [first] = name;
  if (first === undefined || wanted.length === 0) return 0;
  const isThere = (word: string) => wanted.some((one) => isForm(one, word));
  const count = name.filter(isThere).length;
  // "Weber" names Saint-Gobain Finland Oy (Weber): a single word may be any word of the name.
  const isWhole = wanted.length <= 2 && wanted.every((one) => name.some((word) => isForm(one, word)));
  return isThere(first) || isWhole ? count : 0;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1 && !LEGAL.has(word));
}

/** Endings that hang on foreign names: "Soilfoodille", "SMA:n", "Tapojärvis". */
const MOST_ENDING = 4;

function isForm(word: string, name: string): boolean {
  if (word === name) return true;
  if (name.length < 3) return false;
  const hangs = word.startsWith(name) && word.length - name.length <= MOST_ENDING && name.length >= 4;
  return hangs || baseForms(word).includes(name);
}
