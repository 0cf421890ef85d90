import { type ConceptMatch, isFunctionWord, splitWords, type Word } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { baseForms } from "../../understand/base-forms.ts";
import type { Evidence } from "./evidence.ts";

/** Names of a sentence that its sources do not hold. */
export interface NamesContext {
  language: Language;
  /** Concepts of the sentence, names of places and parks among them. */
  matches: readonly ConceptMatch[];
  evidence: readonly Evidence[];
  /** Whether a capitalised first word is a name. @default names of places and parks alone */
  isNameWord?: (word: string) => boolean;
}

/** A name of several words, or a single one. */
export interface Name {
  text: string;
  words: readonly Word[];
}

/** Words with a capital that name nothing. */
const NO_NAMES = /^(?:I|I'm|A|An|The)$/;

/**
 * Finds what is written like a name: capitalised words within a sentence, and words with digits or several capitals
 * anywhere ("ECO3", "KIP"). A first word counts where another capitalised one follows, or the vocabulary has it as a name.
 */
export function findNames(
  text: string,
  context: Pick<NamesContext, "language" | "matches" | "isNameWord">,
): Name[] {
  const words = splitWords(text);
  const runs: Word[][] = [];
  let last: Word | undefined;
  for (const [position, word] of words.entries()) {
    if (!isNamed(word, { text, words, position, ...context })) continue;
    const isJoined = last !== undefined && /^[\s&-]{1,3}$/.test(text.slice(last.end, word.start));
    if (isJoined) runs.at(-1)?.push(word);
    else runs.push([word]);
    last = word;
  }
  return runs.map((run) => ({ text: text.slice(run[0]?.start, run.at(-1)?.end), words: run }));
}

function isNamed(
  word: Word,
  context: {
    text: string;
    words: readonly Word[];
    position: number;
    language: Language;
    matches: readonly ConceptMatch[];
    isNameWord?: (word: string) => boolean;
  },
): boolean {
  const { text, words, position, language, matches, isNameWord } = context;
  const shape = text.slice(word.start, word.end);
  if (NO_NAMES.test(shape)) return false;
  if (/\p{L}/u.test(shape) && (/\d/.test(shape) || /\p{Lu}.*\p{Lu}/u.test(shape))) return true;
  if (!/^\p{Lu}/u.test(shape)) return false;
  const before = text.slice(0, word.start).trimEnd();
  const isFirst = position === 0 || /[:.!?–-]$/.test(before);
  if (!isFirst) return true;
  if (isFunctionWord(word.lower, language)) return false;
  const next = words[position + 1];
  const isFollowed = next !== undefined && /^\p{Lu}/u.test(text.slice(next.start, next.end));
  return isFollowed || isNameConcept(word, matches) || isNameWord?.(word.lower) === true;
}

function isNameConcept(word: Word, matches: readonly ConceptMatch[]): boolean {
  return matches.some(
    ({ concept, share, start, end }) =>
      share === 1 &&
      start <= word.start &&
      end >= word.end &&
      (concept.kind === "park" || concept.kind === "place"),
  );
}

/**
 * The names that no source holds. A name is held when its words stand in the source, inflected or not and side by side
 * where it has several, or when the vocabulary knows it by another name that stands there ("Åbo" for "Turku").
 */
export function findStrangeNames(text: string, context: NamesContext): string[] {
  return findNames(text, context)
    .filter((name) => !isHeld(name, context))
    .map((name) => name.text);
}

/** Whether one of the sources holds a name. */
export function isHeld(
  name: Name,
  { matches, evidence }: Pick<NamesContext, "matches" | "evidence">,
): boolean {
  return evidence.some((source) => {
    if (isKnownBy(name, { matches, source })) return true;
    const [first] = name.words;
    if (name.words.length === 1) return first !== undefined && standsIn(first, source.forms);
    return source.words.some((_, at) =>
      name.words.every((word, offset) => standsIn(word, new Set(baseForms(source.words[at + offset] ?? "")))),
    );
  });
}

function standsIn(word: Word, forms: ReadonlySet<string>): boolean {
  return baseForms(word.lower).some((form) => form.length > 1 && forms.has(form));
}

/** Whether the words of a name, all of them, are names of concepts that the source names too. */
function isKnownBy(
  { words }: Name,
  { matches, source }: { matches: readonly ConceptMatch[]; source: Evidence },
): boolean {
  return words.every((word) =>
    matches.some(
      ({ concept, share, start, end }) =>
        share === 1 &&
        start <= word.start &&
        end >= word.end &&
        concept.kind !== "word" &&
        source.analysed.concepts.get(concept.id) === 1,
    ),
  );
}
