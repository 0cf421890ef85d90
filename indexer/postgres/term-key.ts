import { createHash } from "node:crypto";
import type { LexicalData } from "../lexical/lexical-data.ts";

/** The three kinds of terms, which share one table: each begins at a multiple of this. */
const KIND_STEP = 2 ** 50;

/** Names a term alike in every version, as a whole number below 2⁵³; the numbers of an index on disk change with it. */
export type TermKey = number;

/** For each kind of term the key of every number. */
export interface TermKeys {
  grams: ArrayLike<TermKey>;
  stems: ArrayLike<TermKey>;
  concepts: ArrayLike<TermKey>;
}

/** Gives the keys of all terms of an index. Two of a million collide about once in two thousand indexes, harmlessly. */
export function termKeysOf(
  data: Pick<LexicalData, "gramNumbers" | "stemNumbers" | "conceptNumbers">,
): TermKeys {
  return {
    // A gram's key is already made of its letters.
    grams: data.gramNumbers.keys(),
    stems: Float64Array.from(data.stemNumbers.keys(), (stem) => KIND_STEP + hash(stem)),
    concepts: Float64Array.from(data.conceptNumbers.keys(), (concept) => 2 * KIND_STEP + hash(concept)),
  };
}

/** 50 bits of SHA-256. */
function hash(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6) * 4 + (text.length & 3);
}
