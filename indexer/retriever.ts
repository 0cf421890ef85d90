import { type Language, mayRead, type Reader } from "../knowledge/languages.ts";
import type { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import type { ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
import type { Passage } from "./passage.ts";
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
  isAllowed?: (passage: Passage) => boolean;
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

/** Constant of reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009). */
const FUSION_RANK = 60;
/** Weight of the vector leg when every content word of the question is a known concept. */
const VECTOR_WEIGHT = 0.5;
const CANDIDATES = 60;

/**
 * Finds passages for a question: words and concepts by the lexical leg, meaning by the vector leg, fused by
 * rank. The vector leg weighs as much as the question is made of known concepts: where the vocabulary knows
 * nothing it cannot help, and must not hurt.
 */
export class Retriever {
  readonly #parts: RetrieverParts;

  constructor(parts: RetrieverParts) {
    this.#parts = parts;
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
    const { passages, lexical, vectors, embeddings } = this.#parts;
    const matches = options.concepts ?? this.#parts.lexicon.match(question, options.language);
    const weights = conceptWeights(matches);
    const isAllowed = this.#createFilter(options);
    const scores = new Map<number, number>();
    const add = (entry: number, rank: number, weight: number) => {
      scores.set(entry, (scores.get(entry) ?? 0) + weight / (FUSION_RANK + rank));
    };
    const count = Math.max(CANDIDATES, topK);
    const found = lexical.search(question, {
      language: options.language,
      topK: count,
      concepts: [...weights].map(([id, weight]) => ({ id, weight })),
      ...(isAllowed === undefined ? {} : { isAllowed }),
    });
    found.forEach((hit, rank) => {
      add(hit.entry, rank, 1);
    });
    const vectorWeight =
      VECTOR_WEIGHT * conceptCoverage(question, { language: options.language, matches }) ** 2;
    if (vectorWeight > 0.05) {
      const query = embeddings.fromConcepts(weights);
      vectors
        .nearest(query, { count, ...(isAllowed === undefined ? {} : { isAllowed }) })
        .forEach((hit, rank) => {
          add(hit.entry, rank, vectorWeight);
        });
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, topK)
      .map(([entry, score]) => ({ passage: passages[entry] as Passage, entry, score }));
  }

  #createFilter(options: RetrieveOptions): ((entry: number) => boolean) | undefined {
    const { passages } = this.#parts;
    const reader = options.reader ?? "public";
    const { isAllowed } = options;
    if (reader === "coordinator" && isAllowed === undefined) return undefined;
    return (entry) => {
      const passage = passages[entry] as Passage;
      return mayRead(reader, passage.visibility) && isAllowed?.(passage) !== false;
    };
  }
}

/** Sums the weights of a question's concepts by id. */
export function conceptWeights(matches: readonly ConceptMatch[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { concept, share } of matches) {
    weights.set(concept.id, Math.max(weights.get(concept.id) ?? 0, concept.weight * share));
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
