import type { Language } from "../../knowledge/languages.ts";
import { languagesOfFunctionWord } from "./function-words.ts";
import { splitWords } from "./words.ts";

/** Languages in which a word is known to the vocabulary; empty when unknown or in none particular. */
export type KnownLanguages = (word: string) => readonly Language[];

export interface DetectOptions {
  /** Look-up of content words; without it only function words and spelling count. */
  knownLanguages?: KnownLanguages;
}

/** How sure a language is; the three shares add up to 1, or are all 0 when nothing tells. */
export type LanguageShares = Record<Language, number>;

const FUNCTION_WORD_WEIGHT = 3;
const KNOWN_WORD_WEIGHT = 1.5;

/** Spelling that is common in one of the three languages and rare in the others; weights by eye, ordered by strength. */
const SPELLINGS: readonly [RegExp, Language, number][] = [
  [/å/, "sv", 1.2],
  [/^(?:epost|kontakt\p{L}*|företag\p{L}*|nätverk\p{L}*)$/u, "sv", 2],
  [/(?:aa|ee|ii|uu|yy|ää|öö)(?!r$)/, "fi", 0.5],
  [
    /(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|tta|ttä|iden|isten|inen|ista|istä|uus|yys|minen|vat|vät)$/,
    "fi",
    1.2,
  ],
  [/(?:uo|yö|ie|äy|ää|öy|kk|hd|lj|nn[ai])/, "fi", 0.3],
  [/(?:ko|kö|n|a|ä)$/, "fi", 0.25],
  [/ä[^äiyö]/, "sv", 0.2],
  [
    /(?:ning|ningar|ningen|erna|arna|orna|het|heten|skap|else|lig|liga|ligt|isk|iska|iskt|ande|ende|ade)$/,
    "sv",
    1,
  ],
  [/(?:sk|tj|kj|gj|dj|hj|ck|ff|xt)/, "sv", 0.2],
  [/(?:ar|er|or|en|et)$/, "sv", 0.25],
  [/(?:th|wh|sh|gh|ough|qu|w|wr|kn)/, "en", 0.6],
  [/(?:ing|tion|tions|ment|ments|ness|ity|ies|ous|able|ible|ful|ed|ly|ers|ial|ical)$/, "en", 0.9],
  [/(?:c[aeiouyht]|x|z|q)/, "en", 0.25],
];

function addWord(word: string, shares: LanguageShares, options: DetectOptions): void {
  const functionLanguages = languagesOfFunctionWord(word);
  for (const language of functionLanguages) {
    shares[language] += FUNCTION_WORD_WEIGHT / functionLanguages.length ** 1.5;
  }
  if (functionLanguages.length > 0) return;
  const known = options.knownLanguages?.(word) ?? [];
  for (const language of known) shares[language] += KNOWN_WORD_WEIGHT / known.length ** 1.5;
  if (word.length < 4) return;
  for (const [pattern, language, weight] of SPELLINGS) {
    if (pattern.test(word)) shares[language] += known.length > 0 ? weight / 3 : weight;
  }
}

/**
 * Weighs how likely a text is Finnish, Swedish or English by function words, known words and spelling.
 *
 * Proper names say little about the language of a question ("Who is in Kokkola Industrial Park?"), so words
 * with a capital letter inside a sentence count a third.
 *
 * @param text Any text; only its first 1,000 characters are read.
 * @returns Shares between 0 and 1; all 0 when the text has no word that tells.
 */
export function weighLanguages(text: string, options: DetectOptions = {}): LanguageShares {
  const shares: LanguageShares = { fi: 0, sv: 0, en: 0 };
  const words = splitWords(text.slice(0, 1000));
  words.forEach((word, position) => {
    if (/^\d+$/.test(word.lower)) return;
    const isName = word.isCapital && position > 0;
    const own: LanguageShares = { fi: 0, sv: 0, en: 0 };
    addWord(word.lower, own, options);
    const weight = isName ? 1 / 3 : 1;
    for (const language of ["fi", "sv", "en"] as const) shares[language] += own[language] * weight;
  });
  if (/\be-?post/i.test(text)) shares.sv += FUNCTION_WORD_WEIGHT;
  const sum = shares.fi + shares.sv + shares.en;
  if (sum > 0) for (const language of ["fi", "sv", "en"] as const) shares[language] /= sum;
  return shares;
}

/**
 * Names the language of a text, or nothing when the text does not tell.
 *
 * @param text A message or a passage.
 * @returns The likeliest of the three languages; `undefined` when none leads by a tenth, as in a bare name.
 *
 * @example
 * ```ts
 * detectLanguage("Kuka on yhteyshenkilö?"); // "fi"
 * detectLanguage("12345"); // undefined
 * ```
 */
export function detectLanguage(text: string, options: DetectOptions = {}): Language | undefined {
  const shares = weighLanguages(text, options);
  const ranked = (["fi", "sv", "en"] as const).toSorted((a, b) => shares[b] - shares[a]);
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return undefined;
  return shares[first] - shares[second] >= 0.1 ? first : undefined;
}
