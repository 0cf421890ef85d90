import type { Language, Reader } from "../knowledge/languages.ts";
import type { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import type { EntryFilter } from "./find-nearest.ts";
import type { LexicalHit, LexicalIndex } from "./lexical/lexical-index.ts";
import type { ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
import { isForReader, type Passage } from "./passage.ts";
import { isFunctionWord } from "./text/function-words.ts";
import { splitWords } from "./text/words.ts";
import type { VectorIndex } from "./vector-index.ts";

export interface RetrieverParts {
  passages: readonly Passage[];
  lexical: LexicalIndex;
  vectors: VectorIndex;
  lexicon: Lexicon;
  embeddings: ConceptEmbeddings;
}

export interface RetrieveOptions {
  /** Language of the question. */
  language: Language;
  /** How many passages at most, 1–200. @default {10} */
  topK?: number;
  /** Rank of the one who asks; what it may not see is left out before ranking. @default {"public"} */
  reader?: Reader;
  /** Further condition, asked before ranking. */
  isAllowed?: (passage: Passage, entry: number) => boolean;
  /** Concepts of the question when they are already known; found by the lexicon otherwise. */
  concepts?: readonly ConceptMatch[];
}

/** A passage with its rank score; scores of different questions are not comparable. */
export interface RetrievedPassage {
  passage: Passage;
  /** Position in the index. */
  entry: number;
  score: number;
}

/** Finds passages for a question; see {@link Retriever.retrieve}. */
export interface PassageRetriever {
  retrieve(question: string, options: RetrieveOptions): RetrievedPassage[];
}

/**
 * Weights of the vector leg when every content word of the question is a known concept, 0 and up; 1 is as much as
 * the best passage has for its words. Words cannot meet a passage of another language, so there meaning counts more.
 */
const VECTOR_WEIGHTS = { otherLanguage: 2.5, sameLanguage: 1 } as const;
/** Share of known words in a question below which its concepts say nothing of it. */
const MIN_COVERAGE = 0.05;
/** What a concept close in meaning weighs beside the one that is named. */
const NEAR_SHARE = 0.2;
const CANDIDATES = 60;
const FEW_WORDS = /^\s*\S+(?:\s+\S+){0,2}\s*$/;

/**
 * Finds passages for a question: words and concepts by the lexical leg, meaning by the vector leg, their scores
 * added up.
 *
 * The vector leg speaks as loud as the question is made of known concepts, and louder for passages of other
 * languages: where the vocabulary knows nothing it must not hurt. An index of the question's language alone is
 * searched by the lexical leg alone, which tells passages of one language better apart. Scores are added, not
 * ranks: ranks hide whether the best passage fits well or barely, and so give a weak leg too much say.
 */
export class Retriever implements PassageRetriever {
  readonly #parts: RetrieverParts;
  readonly #languages: ReadonlySet<Language>;
  readonly #isAllPublic: boolean;

  constructor(parts: RetrieverParts) {
    this.#parts = parts;
    this.#languages = new Set(parts.passages.map(({ language }) => language));
    this.#isAllPublic = parts.passages.every(
      ({ visibility, audience }) => visibility === "public" && audience === undefined,
    );
  }

  /**
   * @param question The person's words; longer than 2,000 characters is cut by the caller.
   * @returns Passages, best first; empty when nothing matches or nothing may be seen.
   * @throws {RangeError} When `topK` is not a whole number from 1 to 200.
   */
  retrieve(question: string, options: RetrieveOptions): RetrievedPassage[] {
    const topK = options.topK ?? 10;
    if (!Number.isInteger(topK) || topK < 1 || topK > 200) {
      throw new RangeError(`Cannot retrieve ${topK} passages: expected a whole number from 1 to 200`);
    }
    const { language } = options;
    const hasOthers = this.#hasOtherLanguages(language);
    const matches = options.concepts ?? this.#match(question, language);
    const coverage = hasOthers ? conceptCoverage(question, { language, matches }) : 0;
    const search = {
      question,
      language,
      weights: conceptWeights(hasOthers ? matches : matches.filter(isAboutTopic)),
      coverage,
      isAllowed: this.#createFilter(options),
    };
    const found = coverage < MIN_COVERAGE ? this.#searchWords(search, topK) : this.#fuse(search, topK);
    return found.slice(0, topK).map(({ entry, score }) => ({ passage: this.#passage(entry), entry, score }));
  }

  #match(question: string, language: Language): ConceptMatch[] {
    const { lexicon } = this.#parts;
    // Of a few words the language is a guess: "lentotuhka" may be asked among English ones.
    return this.#hasOtherLanguages(language) || FEW_WORDS.test(question)
      ? lexicon.match(question, language)
      : lexicon.matchTopics(question, language);
  }

  #passage(entry: number): Passage {
    return this.#parts.passages[entry] as Passage;
  }

  #hasOtherLanguages(language: Language): boolean {
    return this.#languages.size > (this.#languages.has(language) ? 1 : 0);
  }

  #searchWords({ question, language, weights, isAllowed }: Search, topK: number): LexicalHit[] {
    return this.#parts.lexical.search(question, {
      language,
      topK,
      concepts: Array.from(weights, ([id, weight]) => ({ id, weight })),
      ...(isAllowed === undefined ? {} : { isAllowed }),
    });
  }

  /** Adds, to the share of the best lexical score each passage has, its weighted similarity in meaning. */
  #fuse(search: Search, topK: number): LexicalHit[] {
    const { language, weights, coverage, isAllowed } = search;
    const count = Math.max(CANDIDATES, topK);
    const found = this.#searchWords(search, count);
    const best = found[0]?.score ?? 1;
    const scores = new Map(found.map(({ entry, score }) => [entry, score / best]));
    const near = this.#parts.vectors.nearest(this.#parts.embeddings.fromConcepts(weights), {
      count,
      ...(isAllowed === undefined ? {} : { isAllowed }),
    });
    for (const { entry, similarity } of near) {
      const isSame = this.#passage(entry).language === language;
      const weight = coverage * (isSame ? VECTOR_WEIGHTS.sameLanguage : VECTOR_WEIGHTS.otherLanguage);
      scores.set(entry, (scores.get(entry) ?? 0) + weight * similarity);
    }
    return Array.from(scores, ([entry, score]) => ({ entry, score })).sort(
      (a, b) => b.score - a.score || a.entry - b.entry,
    );
  }

  #createFilter({ reader = "public", isAllowed }: RetrieveOptions): EntryFilter | undefined {
    if (isAllowed === undefined && this.#isAllPublic) return undefined;
    return (entry) => {
      const passage = this.#passage(entry);
      return isForReader(passage, reader) && isAllowed?.(passage, entry) !== false;
    };
  }
}

/** A question on its way through the legs. */
interface Search {
  question: string;
  language: Language;
  weights: ReadonlyMap<string, number>;
  /** Share of its content words that the vocabulary knows; 0 where the vector leg is not asked. */
  coverage: number;
  isAllowed: EntryFilter | undefined;
}

/**
 * Whether a concept says what a question is about, rather than being one of the general words, which bridge
 * languages but within one only blur what the words themselves tell.
 */
function isAboutTopic({ concept }: ConceptMatch): boolean {
  return concept.kind !== "word";
}

/** Sums the weights of a question's concepts by id. */
export function conceptWeights(matches: readonly ConceptMatch[]): Map<string, number> {
  const weights = new Map<string, number>();
  const raise = (id: string, weight: number) => weights.set(id, Math.max(weights.get(id) ?? 0, weight));
  for (const { concept, share } of matches) {
    raise(concept.id, concept.weight * share);
    if (share === 1) for (const id of concept.near ?? []) raise(id, concept.weight * NEAR_SHARE);
  }
  return weights;
}

/** Share of a question's content words that the vocabulary knows, 0 to 1. */
export function conceptCoverage(
  question: string,
  context: { language: Language; matches: readonly ConceptMatch[] },
): number {
  const words = splitWords(question);
  let content = 0;
  let known = 0;
  words.forEach((word, position) => {
    if (isFunctionWord(word.lower, context.language)) return;
    content += 1;
    const isKnown = context.matches.some(
      (match) => match.firstWord <= position && position < match.firstWord + match.wordCount,
    );
    if (isKnown) known += 1;
  });
  return content === 0 ? 0 : known / content;
}
