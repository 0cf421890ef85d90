import { type ConceptMatch, stemWord } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { mayGoUnsaid } from "./asked-noun.ts";
import { baseForms } from "./base-forms.ts";
import { isFocusConcept } from "./focus-concepts.ts";

/** A content word of a question and what it may be met as. */
export interface Term {
  word: string;
  /** Stem in each language, since a word may be met in a text of any. */
  stems: Record<Language, string>;
  /** Concepts the word stands for or is part of, with shares. */
  concepts: ReadonlyMap<string, number>;
  /** How much the word says about the topic: rare words say more. Above 0, about 1 at most. */
  weight: number;
  /** `true` for a word that neither the index nor the vocabulary knows. */
  isUnknown: boolean;
  /** `true` for the name of a park, place, company or person. */
  isName: boolean;
  /** `true` for a word that says which fact is asked for (price, turnover, membership), and so must be met. */
  isFocus: boolean;
  /** `true` for a word of the noun that is asked for ("which bus line"), where an answer must speak of it. */
  isAsked: boolean;
  /** `true` for a word right after "how many": the thing that is counted. */
  isCounted: boolean;
}

/** A name must be met anyway; what is said of it decides between sentences. */
const NAME_SHARE = 0.75;
/** A park is met halfway when only its town is named. */
const RELATED_SHARE = 0.4;
/** A word is met by one close in meaning, though not as well as by itself. */
const NEAR_SHARE = 0.45;
/** A word the program has never met says little about what the sources hold: it may be a synonym. */
const UNKNOWN_WEIGHT = 0.6;
const NUMBER_BONUS = 0.2;

/**
 * Reads one word of a question: what it may be met as, how much it says, and whether it is a name or what is asked for.
 *
 * @param context.own Concepts that the word is part of.
 */
export function toTerm(
  word: { lower: string; isCapital: boolean; isAcronym: boolean },
  context: { own: readonly ConceptMatch[]; view: KnowledgeView; language: Language; isFirst: boolean },
): Term {
  const { own, view, language } = context;
  const lower = knownForm(word.lower.replace(/'s$/, ""), { own, view });
  const stems = { fi: stemWord(lower, "fi"), sv: stemWord(lower, "sv"), en: stemWord(lower, "en") };
  const concepts = new Map<string, number>();
  // "Lindström" is nobody's stream: of an unknown name no part counts.
  const parts = word.isCapital && !own.some(({ share }) => share >= 0.5) ? [] : own;
  const bare = lower === word.lower ? [] : view.index.lexicon.match(lower, language);
  for (const { concept, share } of [...parts, ...bare]) {
    concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
  }
  for (const { concept, share } of own) {
    for (const id of concept.related ?? [])
      concepts.set(id, Math.max(concepts.get(id) ?? 0, share * RELATED_SHARE));
  }
  for (const { concept, share } of parts) {
    if (share < 1) continue;
    for (const id of concept.near ?? []) concepts.set(id, Math.max(concepts.get(id) ?? 0, NEAR_SHARE));
  }
  const stemCount = Math.max(...Object.values(stems).map((stem) => view.stemCount(stem)));
  // What a word means as a whole tells how rare it is; its parts only where the whole is unknown.
  const whole = [...concepts].filter(([, share]) => share === 1).map(([id]) => id);
  const counted = whole.length > 0 || stemCount > 0 ? whole : [...concepts.keys()];
  const count = Math.max(stemCount, ...counted.map((id) => view.conceptCount(id)));
  const all = view.index.passages.length;
  // "Kokkolan seutu" is a name, but its second word alone is none.
  const isGeneric = own.some(
    ({ concept, share, wordCount }) => wordCount === 1 && share > 0 && mayGoUnsaid(concept.id),
  );
  // "Kemi" with a small letter is chemistry in Swedish, and the town only with a capital.
  const meansOther =
    !word.isCapital &&
    own.some(({ concept, share }) => share === 1 && !/^(?:park|place)$/.test(concept.kind));
  const isPlaceOrPark =
    !meansOther &&
    own.some(
      ({ concept, share, wordCount }) =>
        share === 1 &&
        concept.weight > 0.5 &&
        (concept.kind === "place" || concept.kind === "park") &&
        !(wordCount > 1 && isGeneric && concept.kind === "place"),
    );
  const isNumber = /^\d+$/.test(lower);
  // A compound of which only the last part is known is hardly known.
  const isUnknown = count === 0 && ![...concepts.values()].some((share) => share >= 0.5);
  const rarity = Math.log(1 + all / (1 + count)) / Math.log(1 + all / 2);
  return {
    word: lower,
    stems,
    concepts,
    weight:
      isUnknown && !word.isCapital
        ? UNKNOWN_WEIGHT
        : Math.min(1, rarity) * (isPlaceOrPark ? NAME_SHARE : 1) + (isNumber ? NUMBER_BONUS : 0),
    isUnknown,
    // An acronym (FISS, ECSPP) is a name wherever it stands; another capital only inside a sentence.
    isName: isPlaceOrPark || word.isAcronym || (word.isCapital && !context.isFirst && parts.length === 0),
    isAsked: false,
    isCounted: false,
    isFocus: whole.some(isFocusConcept) && whole.every((id) => isFocusConcept(id) || !id.startsWith("word:")),
  };
}

/** A word unknown as it stands, but known without an ending, is read without it. */
function knownForm(word: string, context: { own: readonly ConceptMatch[]; view: KnowledgeView }): string {
  const { own, view } = context;
  const isKnown = (form: string) =>
    (["fi", "sv", "en"] as const).some((language) => view.stemCount(stemWord(form, language)) > 0);
  if (own.some(({ share }) => share >= 0.5) || word.length < 5 || isKnown(word)) return word;
  const [, ...bases] = baseForms(word);
  return bases.find(isKnown) ?? word;
}
