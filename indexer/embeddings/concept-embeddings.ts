import { Embeddings } from "@langchain/core/embeddings";
import type { Language } from "../../knowledge/languages.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { CONCEPT_MODEL } from "./concept-model.ts";

/** An embedding model that also says which it is, so that an index can refuse vectors of another. */
export interface NamedEmbeddings extends Embeddings {
  /** Name and version; vectors of different names are never compared. */
  readonly modelName: string;
  readonly dimensions: number;
}

export interface ConceptEmbeddingsOptions {
  lexicon: Lexicon;
  /** Tells the language of a text, whose inflection is tried first. */
  detectLanguage: (text: string) => Language;
  /** Length of the vectors, 64–1,024. @default {256} */
  dimensions?: number;
}

const ENTRIES_PER_CONCEPT = 12;

/**
 * The embedded default embedding: a text becomes the sum of the directions of its concepts, so that texts on
 * the same things lie close whatever their language. Each concept of the vocabulary has a fixed pseudo-random
 * sparse direction (random indexing: Sahlgren, 2005), so vectors need no training and no download.
 *
 * What no concept names leaves no trace: the lexical leg covers words, this one covers meaning.
 */
export class ConceptEmbeddings extends Embeddings implements NamedEmbeddings {
  readonly modelName: string;
  readonly dimensions: number;
  readonly #lexicon: Lexicon;
  readonly #detectLanguage: (text: string) => Language;
  readonly #directions = new Map<string, readonly [position: number, sign: number][]>();

  constructor(options: ConceptEmbeddingsOptions) {
    super({});
    this.dimensions = options.dimensions ?? 256;
    if (!Number.isInteger(this.dimensions) || this.dimensions < 64 || this.dimensions > 1024) {
      throw new RangeError(
        `Cannot embed into ${this.dimensions} dimensions: expected a whole number from 64 to 1024`,
      );
    }
    this.modelName = `${CONCEPT_MODEL}/${options.lexicon.version}`;
    this.#lexicon = options.lexicon;
    this.#detectLanguage = options.detectLanguage;
  }

  /** One vector of length 1 per text; all zeros for a text without a known concept. */
  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((text) => this.embed(text, this.#detectLanguage(text)));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return this.embed(document, this.#detectLanguage(document));
  }

  /**
   * Embeds a text whose language is known.
   *
   * @param text A question or a passage.
   * @param language Whose inflection is tried first.
   * @returns `dimensions` numbers of length 1 together, or all zeros.
   */
  embed(text: string, language: Language): number[] {
    const weights = new Map<string, number>();
    for (const { concept, share } of this.#lexicon.match(text, language)) {
      weights.set(concept.id, (weights.get(concept.id) ?? 0) + concept.weight * share);
    }
    return this.fromConcepts(weights);
  }

  /** Embeds concepts with weights, as a question's analysis gives them. */
  fromConcepts(weights: ReadonlyMap<string, number>): number[] {
    const vector = new Array<number>(this.dimensions).fill(0);
    for (const [id, weight] of weights) {
      const damped = Math.log1p(weight);
      for (const [position, sign] of this.#direction(id))
        vector[position] = (vector[position] ?? 0) + sign * damped;
    }
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  }

  #direction(id: string): readonly [number, number][] {
    const known = this.#directions.get(id);
    if (known !== undefined) return known;
    const direction: [number, number][] = [];
    let state = hash(id);
    for (let entry = 0; entry < ENTRIES_PER_CONCEPT; entry++) {
      state = nextRandom(state);
      direction.push([state % this.dimensions, (state >>> 16) % 2 === 0 ? 1 : -1]);
    }
    this.#directions.set(id, direction);
    return direction;
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 16777619);
  }
  return value >>> 0;
}

/** One step of xorshift32 (Marsaglia, 2003). */
function nextRandom(state: number): number {
  let value = state === 0 ? 1 : state;
  value ^= value << 13;
  value ^= value >>> 17;
  value ^= value << 5;
  return value >>> 0;
}
