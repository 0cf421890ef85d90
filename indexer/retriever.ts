import type { Language, Reader } from "../knowledge/languages.ts";
import type { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import type { ModelHit, ModelLeg } from "./embeddings/model-leg.ts";
import type { EntryFilter, VectorHit } from "./find-nearest.ts";
import type { LexicalHit, LexicalSearchOptions } from "./lexical/lexical-index.ts";
import type { ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
import { isForReader, type Passage } from "./passage.ts";
import { conceptCoverage, conceptWeights, isAboutTopic } from "./question-concepts.ts";

/** Finds entries by their words: a `LexicalIndex`, or tables elsewhere, which compare the reader's rank themselves. */
export interface LexicalLeg {
  search(
    question: string,
    options: LexicalSearchOptions & { reader: Reader },
  ): LexicalHit[] | Promise<LexicalHit[]>;
}

/** Finds entries by their vectors; see {@link LexicalLeg}. */
export interface VectorLeg {
  nearest(
    query: readonly number[],
    options: { count: number; isAllowed?: EntryFilter; reader: Reader },
  ): VectorHit[] | Promise<VectorHit[]>;
}

export interface RetrieverParts {
  passages: readonly Passage[];
  lexical: LexicalLeg;
  vectors: VectorLeg;
  lexicon: Lexicon;
  embeddings: ConceptEmbeddings;
  /** The leg of an embedding model, where one is set. */
  model?: ModelLeg | undefined;
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
  retrieve(question: string, options: RetrieveOptions): Promise<RetrievedPassage[]>;
}

/**
 * Weights of the vector leg when every content word of the question is a known concept, 0 and up; 1 is as much as
 * the best passage has for its words. Words cannot meet a passage of another language, so there meaning counts more.
 */
const VECTOR_WEIGHTS = { otherLanguage: 2.5, sameLanguage: 1 } as const;
/** Weights of a model's leg for a passage that stands out clearly; the trust in the model is in the share already. */
const MODEL_WEIGHTS = { otherLanguage: 2, sameLanguage: 1.5 } as const;
/** Share of known words in a question below which its concepts say nothing of it. */
const MIN_COVERAGE = 0.05;
const CANDIDATES = 60;
const FEW_WORDS = /^\s*\S+(?:\s+\S+){0,2}\s*$/;

/**
 * Finds passages for a question: words and concepts by the lexical leg, meaning by the vector leg and, where an embedding
 * model is set, by its leg, their scores added up.
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
  /** By rank, 1 for each passage it may see and is meant to see; made when one of the rank first asks. */
  readonly #seenBy: Partial<Record<Reader, Uint8Array>> = {};

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
   * @throws {RangeError} (rejects) When `topK` is not a whole number from 1 to 200.
   */
  async retrieve(question: string, options: RetrieveOptions): Promise<RetrievedPassage[]> {
    const topK = options.topK ?? 10;
    if (!Number.isInteger(topK) || topK < 1 || topK > 200) {
      throw new RangeError(`Cannot retrieve ${topK} passages: expected a whole number from 1 to 200`);
    }
    const { language } = options;
    const hasOthers = this.#hasOtherLanguages(language);
    const matches = options.concepts ?? this.#match(question, language);
    const coverage = hasOthers ? conceptCoverage(question, { language, matches }) : 0;
    const isAllowed = this.#createFilter(options);
    const reader = options.reader ?? "public";
    const asked = { count: CANDIDATES, reader, ...(isAllowed === undefined ? {} : { isAllowed }) };
    const search: Search = {
      question,
      language,
      reader,
      weights: conceptWeights(hasOthers ? matches : matches.filter(isAboutTopic)),
      coverage,
      isAllowed,
      byModel: (await this.#parts.model?.find(question, asked)) ?? [],
    };
    const isByWords = coverage < MIN_COVERAGE && search.byModel.length === 0;
    const found = await (isByWords ? this.#searchWords(search, topK) : this.#fuse(search, topK));
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

  async #searchWords(search: Search, topK: number): Promise<LexicalHit[]> {
    const { question, language, reader, weights, isAllowed } = search;
    return this.#parts.lexical.search(question, {
      language,
      reader,
      topK,
      concepts: Array.from(weights, ([id, weight]) => ({ id, weight })),
      ...(isAllowed === undefined ? {} : { isAllowed }),
    });
  }

  async #searchConcepts(search: Search, count: number): Promise<VectorHit[]> {
    const { reader, weights, coverage, isAllowed } = search;
    if (coverage < MIN_COVERAGE) return [];
    const allowed = isAllowed === undefined ? {} : { isAllowed };
    const query = this.#parts.embeddings.fromConcepts(weights);
    return this.#parts.vectors.nearest(query, { count, reader, ...allowed });
  }

  /** Adds, to the share of the best lexical score each passage has, its weighted similarity in meaning. */
  async #fuse(search: Search, topK: number): Promise<LexicalHit[]> {
    const { language, coverage, byModel } = search;
    const count = Math.max(CANDIDATES, topK);
    const [found, near] = await Promise.all([
      this.#searchWords(search, count),
      this.#searchConcepts(search, count),
    ]);
    const best = found[0]?.score ?? 1;
    const scores = new Map(found.map(({ entry, score }) => [entry, score / best]));
    const add = ({ entry, share }: ModelHit, { sameLanguage, otherLanguage }: LegWeights, loudness = 1) => {
      const isSame = this.#passage(entry).language === language;
      const weight = loudness * (isSame ? sameLanguage : otherLanguage);
      scores.set(entry, (scores.get(entry) ?? 0) + weight * share);
    };
    for (const { entry, similarity: share } of near) add({ entry, share }, VECTOR_WEIGHTS, coverage);
    for (const hit of byModel) add(hit, MODEL_WEIGHTS);
    return Array.from(scores, ([entry, score]) => ({ entry, score })).sort(
      (a, b) => b.score - a.score || a.entry - b.entry,
    );
  }

  #createFilter({ reader = "public", isAllowed }: RetrieveOptions): EntryFilter | undefined {
    if (this.#isAllPublic) return isAllowed && ((entry) => isAllowed(this.#passage(entry), entry));
    const seen = this.#passagesSeenBy(reader);
    return (entry) => seen[entry] === 1 && isAllowed?.(this.#passage(entry), entry) !== false;
  }

  #passagesSeenBy(reader: Reader): Uint8Array {
    const flags = () =>
      Uint8Array.from(this.#parts.passages, (passage) => (isForReader(passage, reader) ? 1 : 0));
    this.#seenBy[reader] ??= flags();
    return this.#seenBy[reader];
  }
}

/** A question on its way through the legs. */
interface Search {
  question: string;
  language: Language;
  reader: Reader;
  weights: ReadonlyMap<string, number>;
  /** Share of its content words that the vocabulary knows; 0 where the vector leg is not asked. */
  coverage: number;
  isAllowed: EntryFilter | undefined;
  byModel: readonly ModelHit[];
}

interface LegWeights {
  sameLanguage: number;
  otherLanguage: number;
}
