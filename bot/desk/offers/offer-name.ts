import { type ConceptMatch, isFunctionWord, splitWords } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { bareId } from "../../partners/read-stuff.ts";
import { NO_NAME } from "./offer-words.ts";

interface NameContext {
  language: Language;
  view: KnowledgeView;
}

/** A name of stuff and where its words stand. */
export interface FoundName {
  name: string;
  start: number;
  end: number;
}

const MOST_MODIFIERS = 3;
/** How surely a word names stuff to count. */
const LEAST_WEIGHT = 0.3;
/** English nouns behind a material that belong to its name. */
const TAIL =
  /^(?:waste|dust|sludge|residues?|powder|fines|sand|water|offcuts|film|scrap|slag|ash|liquor|shells?|mud|cake|chips|rejects?|grains?|stone|mix|pellets|oil|acid)$/i;

/**
 * Finds what an offer or need is of: the words that name the stuff with what describes it, in their dictionary form.
 *
 * @param text Words of which amounts, dates and places have been taken out.
 * @returns Nothing where no stuff is named that anything is known of.
 */
export function findOfferName(text: string, context: NameContext): FoundName | undefined {
  const { language, view } = context;
  const [best] = view.partners
    .readStuff(text, language)
    .filter(({ weight, isNear }) => weight >= LEAST_WEIGHT && isNear !== true)
    .sort((a, b) => b.weight - a.weight || a.start - b.start);
  if (best === undefined) return undefined;
  const words = splitWords(text);
  const isPart = (at: number, step: -1 | 1) =>
    joins(text, { words, at, step }) && !isBare(words[at], context);
  let first = words.findIndex(({ end }) => end > best.start);
  let last = words.findLastIndex(({ start }) => start < best.end);
  for (let count = 0; count < MOST_MODIFIERS && isPart(first - 1, -1); count++) first--;
  while (language === "en" && isPart(last + 1, 1) && TAIL.test(words[last + 1]?.lower ?? "")) last++;
  const [start, end] = [words[first]?.start ?? best.start, words[last]?.end ?? best.end];
  return { name: toBaseForm(text.slice(start, end), context), start, end };
}

/** The words right behind an amount or a colon, where nothing is known of the stuff. */
export function findUnknownName(
  text: string,
  context: NameContext & { from: number },
): FoundName | undefined {
  const words = splitWords(text);
  const first = words.findIndex((word) => word.start >= context.from && !isBare(word, context));
  if (first < 0) return undefined;
  let last = first;
  while (
    last - first < MOST_MODIFIERS &&
    joins(text, { words, at: last + 1, step: 1 }) &&
    !isBare(words[last + 1], context)
  )
    last++;
  const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
  return { name: toBaseForm(text.slice(start, end), context), start, end };
}

type Words = ReturnType<typeof splitWords>;

/** Whether a word stands right beside its neighbour, with nothing but a blank between. */
function joins(text: string, { words, at, step }: { words: Words; at: number; step: -1 | 1 }): boolean {
  const [one, other] = [words[at], words[at - step]];
  if (one === undefined || other === undefined) return false;
  const between = step === 1 ? text.slice(other.end, one.start) : text.slice(one.end, other.start);
  return /^[ -]$/.test(between);
}

/** A word that says nothing of the stuff. */
function isBare(word: Words[number] | undefined, { language, view }: NameContext): boolean {
  if (word === undefined || NO_NAME.test(word.lower) || /\d/.test(word.lower)) return true;
  if (isFunctionWord(word.lower, language) || /['’]/.test(word.lower)) return true;
  return view.index.lexicon
    .match(word.lower, language)
    .some(({ concept, share }) => share === 1 && (concept.kind === "place" || concept.kind === "park"));
}

/** "Puhdasta kipsiä" → "puhdas kipsi", "vår flygaskan" → "flygaska"; English is left as it is. */
function toBaseForm(name: string, context: NameContext): string {
  const { language, view } = context;
  const tidy = name.replace(/\s+/g, " ").trim();
  if (language === "en") return tidy;
  const whole = knownForm(tidy, { ...context, matches: view.index.lexicon.match(tidy, language) });
  if (whole !== undefined) return whole;
  return tidy
    .split(" ")
    .map((word) => {
      const matches = view.index.lexicon.match(word, language);
      const bare = language === "fi" ? word.replace(/mme$/i, "") : word;
      return (
        knownForm(word, { ...context, matches }) ?? (language === "fi" ? toFinnishNominative(bare) : word)
      );
    })
    .join(" ");
}

/** The form of the vocabulary that is most like the word, where one concept covers all of it. */
function knownForm(
  word: string,
  context: NameContext & { matches: readonly ConceptMatch[] },
): string | undefined {
  const { language, view, matches } = context;
  const covering = matches.filter(
    ({ share, start, end, concept }) =>
      share === 1 && concept.kind === "trade" && start === 0 && end === word.length,
  );
  const ids = new Set(covering.map(({ concept }) => bareId(concept.id)));
  const forms = (view.index.tables.concepts ?? [])
    .filter(({ concept_id }) => ids.has(concept_id))
    .flatMap((concept) => [concept[language], ...concept[`synonyms_${language}`]]);
  const lower = word.toLowerCase();
  // Of forms as like the preferred one comes first: it stands in the singular.
  const likeness = (form: string) => commonStart(form.toLowerCase(), lower);
  const [preferred] = forms;
  const rank = (form: string) => likeness(form) + (form === preferred ? 1 : 0);
  const [best] = forms.toSorted((a, b) => rank(b) - rank(a));
  if (best === undefined || commonStart(best.toLowerCase(), lower) < Math.min(3, best.length))
    return undefined;
  return best.toLowerCase() === lower ? word : best;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

const PARTITIVES: [RegExp, string][] = [
  [/(?<=[uy]|t)t([uy])j[aä]$/u, "$1t"],
  [/(?<=\p{L}{2}[uy])j[aä]$/u, "t"],
  [/(?<=\p{L}{2})oja$/u, "at"],
  [/(?<=\p{L}{2})öjä$/u, "ät"],
  [/(?<=\p{L}{2})ej[aä]$/u, "it"],
  [/(?<=\p{L}{2})(?:ista|istä)$/u, "inen"],
  [/(?<=[aä]s|[eiouy]s)t[aä]$/u, ""],
  [/(?<=\p{L}e)tt[aä]$/u, ""],
  [/(?<=aa|ee|ii|oo|uu|yy|ää|öö|uo|yö|ie)t[aä]$/u, ""],
  [/eit[aä]$/u, "eet"],
  [/(?<=\p{L}{2}[aeiouyäö])[aä]$/u, ""],
];

/**
 * Puts a Finnish word in the partitive, the case of amounts, back into its first form, as far as the ending tells.
 *
 * @example
 * ```ts
 * toFinnishNominative("betonimursketta"); // "betonimurske"
 * ```
 */
export function toFinnishNominative(word: string): string {
  for (const [ending, first] of PARTITIVES) if (ending.test(word)) return word.replace(ending, first);
  return word;
}
