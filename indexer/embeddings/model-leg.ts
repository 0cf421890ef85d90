import type { Language, Reader } from "../../knowledge/languages.ts";
import type { EntryFilter, VectorHit } from "../find-nearest.ts";
import type { Passage } from "../passage.ts";
import { type Background, standOut } from "./background.ts";
import type { EmbedQuestion } from "./question-embedder.ts";

/** A passage that a model finds near a question. */
export interface ModelHit {
  entry: number;
  /** How far it stands out among the passages of its language, times the trust in the model: 0 to 1. */
  share: number;
}

/** The leg of the search that an embedding model carries. */
export interface ModelLeg {
  /** @returns Nothing when the model gives no vector in time. */
  find(
    question: string,
    options: { count: number; reader: Reader; isAllowed?: EntryFilter },
  ): Promise<readonly ModelHit[]>;
}

export interface ModelLegParts {
  passages: readonly Passage[];
  /** Finds the nearest of the model's vectors, wherever they lie. */
  nearest: (
    query: readonly number[],
    options: { count: number; reader: Reader; isAllowed?: EntryFilter },
  ) => VectorHit[] | Promise<VectorHit[]>;
  background: Background;
  embedQuestion: EmbedQuestion;
  /** How far the vectors bring together what belongs together, 0 to 1; see `measureTrust`. */
  trust: number;
}

/** Deviations up to which a nearness says nothing: of fifty passages one is as near by chance. */
const USUAL = 2;
/** Deviations from which nothing more is gained: chance gives that to one in millions. */
const CLEAR = 5;

/** Creates the leg over an index's vectors of the model. */
export function createModelLeg(parts: ModelLegParts): ModelLeg {
  const { passages, nearest, background, embedQuestion, trust } = parts;
  const languages = [...new Set(passages.map(({ language }) => language))];
  const shareOf = (out: number) => trust * Math.min(1, (out - USUAL) / (CLEAR - USUAL));
  const findIn = async (language: Language, search: ModelSearch): Promise<ModelHit[]> => {
    const { vector, query, options } = search;
    const nearness = background.nearnessTo(vector, language);
    if (nearness === undefined) return [];
    const isAllowed = (entry: number) =>
      passages[entry]?.language === language && options.isAllowed?.(entry) !== false;
    const hits = await nearest(query, { ...options, isAllowed });
    return hits
      .map(({ entry, similarity }) => ({ entry, out: standOut(similarity, nearness) }))
      .filter(({ out }) => out > USUAL)
      .map(({ entry, out }) => ({ entry, share: shareOf(out) }));
  };
  return {
    async find(question, options) {
      if (trust === 0) return [];
      const vector = await embedQuestion(question);
      if (vector === undefined) return [];
      const search = { vector, query: [...vector], options };
      return (await Promise.all(languages.map((language) => findIn(language, search)))).flat();
    },
  };
}

interface ModelSearch {
  vector: Float32Array;
  query: readonly number[];
  options: { count: number; reader: Reader; isAllowed?: EntryFilter };
}
