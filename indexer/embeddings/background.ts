import type { Language } from "../../knowledge/languages.ts";

/** A passage as far as the background asks. */
export interface BackgroundPassage {
  language: Language;
  /** Whether everybody may see it: what is hidden should not shift what others find. */
  isPublic: boolean;
}

/** What nearness a vector has to passages in general, in one language. */
export interface Nearness {
  mean: number;
  deviation: number;
}

/** Passages of a language that a vector is compared with. */
const SAMPLE = 128;
/** Fewer do not tell what is usual. */
const FEWEST = 12;

/**
 * Tells how near a vector is to passages in general. Models differ in what they call near (0.8 is much for one and nothing
 * for another), and most of them take texts of one language for nearer than those of another: what counts is by how far a
 * passage stands out among those of its language.
 */
export class Background {
  readonly #dimensions: number;
  readonly #samples = new Map<Language, Float32Array>();

  /** @param vectors Vectors of length 1 end to end, one for each passage. */
  constructor(vectors: Float32Array, passages: readonly BackgroundPassage[]) {
    this.#dimensions = passages.length === 0 ? 0 : vectors.length / passages.length;
    const open = passages.filter(({ isPublic }) => isPublic).length;
    const entries = [...passages.keys()].filter((at) => open < FEWEST || passages[at]?.isPublic);
    const byLanguage = Map.groupBy(entries, (at) => (passages[at] as BackgroundPassage).language);
    for (const [language, all] of byLanguage) {
      if (all.length >= FEWEST) this.#samples.set(language, this.#sample(vectors, all));
    }
  }

  /** @returns Nothing for a language with too few passages to tell. */
  nearnessTo(vector: ArrayLike<number>, language: Language): Nearness | undefined {
    const sample = this.#samples.get(language);
    if (sample === undefined) return undefined;
    const count = sample.length / this.#dimensions;
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < count; row++) {
      const cosine = dot(vector, sample.subarray(row * this.#dimensions, (row + 1) * this.#dimensions));
      sum += cosine;
      squares += cosine * cosine;
    }
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    return { mean, deviation };
  }

  #sample(vectors: Float32Array, entries: readonly number[]): Float32Array {
    const count = Math.min(SAMPLE, entries.length);
    const sample = new Float32Array(count * this.#dimensions);
    for (let at = 0; at < count; at++) {
      const entry = entries[Math.floor((at * entries.length) / count)] as number;
      sample.set(
        vectors.subarray(entry * this.#dimensions, (entry + 1) * this.#dimensions),
        at * this.#dimensions,
      );
    }
    return sample;
  }
}

/** By how many deviations a nearness is more than usual; 0 where everything is equally near. */
export function standOut(cosine: number, { mean, deviation }: Nearness): number {
  return deviation < 1e-6 ? 0 : (cosine - mean) / deviation;
}

/** Product of two vectors of the same length; of length 1, the cosine between them. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
