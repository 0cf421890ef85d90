import type { Language } from "../../knowledge/languages.ts";

export interface SplitCompoundOptions {
  language: Language;
  /** Tells whether a surface form may be a first or middle part. */
  isPart: (form: string) => boolean;
  /** Tells whether a form, inflected as it stands, is known and may be the last part. */
  isHead: (form: string) => boolean;
}

const SHORTEST_PART = 3;
const MOST_PARTS = 4;

/** Letters that join the parts of a Swedish compound ("medlem-s-företag"). */
const JOINTS: Record<Language, readonly string[]> = { fi: ["", "n"], sv: ["", "s", "e"], en: [""] };

/**
 * Splits a Finnish or Swedish compound into known parts; the longest last part that works wins.
 *
 * @param word One lower-case word.
 * @returns The parts in order; only the last one when the beginning is unknown; none when no end is known.
 *
 * @example
 * ```ts
 * // with "medlem" and "företag" known
 * splitCompound("medlemsföretagen", options); // ["medlem", "företagen"]
 * ```
 */
export function splitCompound(word: string, options: SplitCompoundOptions): string[] {
  if (word.length < 2 * SHORTEST_PART || /\d/.test(word)) return [];
  return split(word, options, MOST_PARTS) ?? knownHead(word, options);
}

const SHORTEST_LONE_HEAD = 5;

/** The longest known last part of a compound whose beginning is unknown. */
function knownHead(word: string, options: SplitCompoundOptions): string[] {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_LONE_HEAD; cut++) {
    const tail = word.slice(cut);
    if (options.isHead(tail)) return [tail];
  }
  return [];
}

function split(word: string, options: SplitCompoundOptions, mostParts: number): string[] | undefined {
  if (mostParts < 2) return undefined;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const tail = word.slice(cut);
    if (!options.isHead(tail)) continue;
    const heads = splitHead(word.slice(0, cut), options, mostParts - 1);
    if (heads !== undefined) return [...heads, tail];
  }
  return undefined;
}

function splitHead(head: string, options: SplitCompoundOptions, mostParts: number): string[] | undefined {
  for (const joint of JOINTS[options.language]) {
    if (!head.endsWith(joint)) continue;
    const bare = joint === "" ? head : head.slice(0, -joint.length);
    if (bare.length < SHORTEST_PART) continue;
    if (options.isPart(bare)) return [bare];
    if (mostParts < 2) continue;
    for (let cut = SHORTEST_PART; cut <= bare.length - SHORTEST_PART; cut++) {
      const tail = bare.slice(cut);
      if (!options.isPart(tail)) continue;
      const heads = splitHead(bare.slice(0, cut), options, mostParts - 1);
      if (heads !== undefined) return [...heads, tail];
    }
  }
  return undefined;
}
