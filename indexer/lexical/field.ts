import { LEXICAL_PARAMETERS } from "./parameters.ts";
import type { Rows } from "./rows.ts";

/** Impacts are kept as 16-bit whole numbers; one unit is this much of a BM25 score. Their maximum is below 4. */
export const IMPACT_UNIT = 1 / 16_384;

/**
 * One searchable field: for each term the entries that hold it, and how much the term says about each.
 *
 * The impact is everything of BM25 but the idf (frequency, length, place), so a search only multiplies and adds.
 */
export interface Field {
  /** Where the postings of each term begin; one more than there are terms. */
  readonly offsets: Uint32Array;
  /** Entry of each posting, rising within a term. */
  readonly entries: Uint32Array;
  /** Impact of each posting in `IMPACT_UNIT`s. */
  readonly impacts: Uint16Array;
}

/** A term of a field and what a match with it is worth, idf included. */
export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** What a field is built from. */
export interface FieldSource {
  /** For each entry its words, as numbers, in reading order. */
  readonly words: Rows;
  /** For each word the terms it stands for in this field. */
  readonly terms: Rows;
  readonly termCount: number;
  /** For each entry the number of its language, from 0; its length is compared with entries of that language. */
  readonly languages: Uint8Array;
  /** Whether the place and the length count; false for labels such as concepts. @default {true} */
  readonly isText?: boolean;
}

/**
 * Builds the postings of a field.
 *
 * Walks the words twice, once to count and once to write, which needs no growing arrays.
 */
export function buildField(source: FieldSource): Field {
  const { offsets, lengths } = countPostings(source);
  const entries = new Uint32Array(offsets[source.termCount] ?? 0);
  const impacts = new Uint16Array(entries.length);
  const next = offsets.slice();
  const meanLengths = meanByLanguage(lengths, source.languages);
  const scratch = createScratch(source.termCount);
  for (let entry = 0; entry < lengths.length; entry++) {
    collectTerms(source, entry, scratch);
    const meanLength = meanLengths[source.languages[entry] ?? 0] || 1;
    const relativeLength = source.isText === false ? 1 : (lengths[entry] ?? 0) / meanLength;
    for (let index = 0; index < scratch.touchedCount; index++) {
      const term = scratch.touched[index] ?? 0;
      const place = source.isText === false ? Number.POSITIVE_INFINITY : (scratch.places[term] ?? 0);
      const posting = next[term] ?? 0;
      next[term] = posting + 1;
      entries[posting] = entry;
      impacts[posting] = Math.round(
        impact({ frequency: scratch.frequencies[term] ?? 0, relativeLength, place }) / IMPACT_UNIT,
      );
    }
    clearTerms(scratch);
  }
  return { offsets, entries, impacts };
}

/**
 * BM25 without the idf, raised for an early place.
 *
 * @param occurrence.frequency How often the term stands in the entry, 1 and up.
 * @param occurrence.relativeLength Length of the entry by the mean length, 0 and up.
 * @param occurrence.place Words before its first occurrence, 0 and up.
 * @returns Above 0 and at most (1 + k1) (1 + early bonus).
 */
export function impact(occurrence: { frequency: number; relativeLength: number; place: number }): number {
  const { saturation, lengthPenalty, earlyBonus, earlyHalfLifeInWords } = LEXICAL_PARAMETERS;
  const { frequency, relativeLength, place } = occurrence;
  const length = 1 - lengthPenalty + lengthPenalty * relativeLength;
  const bm25 = (frequency * (saturation + 1)) / (frequency + saturation * length);
  return bm25 * (1 + earlyBonus / (1 + place / earlyHalfLifeInWords));
}

/** BM25's weight of a rare term, always above 0: `ln(1 + (entries - having + 0.5) / (having + 0.5))`. */
export function inverseDocumentFrequency(entriesHaving: number, entryCount: number): number {
  return Math.log(1 + Math.max(0, entryCount - entriesHaving + 0.5) / (entriesHaving + 0.5));
}

/**
 * Adds what one term says about each entry to the entries' scores.
 *
 * @param scores One score for each entry, changed in place.
 * @param options.weight What a match is worth, idf included.
 */
export function addPostings(scores: Float32Array, field: Field, { term, weight }: WeightedTerm): void {
  const { entries, impacts } = field;
  const unitWeight = weight * IMPACT_UNIT;
  const end = field.offsets[term + 1] ?? 0;
  for (let posting = field.offsets[term] ?? 0; posting < end; posting++) {
    const entry = entries[posting] ?? 0;
    scores[entry] = (scores[entry] ?? 0) + unitWeight * (impacts[posting] ?? 0);
  }
}

/** Mean length per language: a Finnish text has far fewer words than its English translation. */
function meanByLanguage(lengths: Float64Array, languages: Uint8Array): Float64Array {
  const sums = new Float64Array(256);
  const counts = new Float64Array(256);
  lengths.forEach((length, entry) => {
    const language = languages[entry] ?? 0;
    sums[language] = (sums[language] ?? 0) + length;
    counts[language] = (counts[language] ?? 0) + 1;
  });
  return sums.map((sum, language) => sum / (counts[language] || 1));
}

interface Scratch {
  readonly frequencies: Uint32Array;
  readonly places: Uint32Array;
  readonly touched: number[];
  touchedCount: number;
}

function createScratch(termCount: number): Scratch {
  return {
    frequencies: new Uint32Array(termCount),
    places: new Uint32Array(termCount),
    touched: [],
    touchedCount: 0,
  };
}

/** Collects the terms of one entry; returns how many term occurrences it has. */
function collectTerms(source: FieldSource, entry: number, scratch: Scratch): number {
  const { words, terms } = source;
  const { frequencies, places, touched } = scratch;
  const start = words.offsets[entry] ?? 0;
  const end = words.offsets[entry + 1] ?? start;
  let occurrences = 0;
  for (let position = start; position < end; position++) {
    const word = words.values[position] ?? 0;
    const lastTerm = terms.offsets[word + 1] ?? 0;
    for (let index = terms.offsets[word] ?? 0; index < lastTerm; index++) {
      const term = terms.values[index] ?? 0;
      const frequency = frequencies[term] ?? 0;
      frequencies[term] = frequency + 1;
      occurrences++;
      if (frequency > 0) continue;
      places[term] = position - start;
      touched[scratch.touchedCount++] = term;
    }
  }
  return occurrences;
}

function clearTerms(scratch: Scratch): void {
  for (let index = 0; index < scratch.touchedCount; index++)
    scratch.frequencies[scratch.touched[index] ?? 0] = 0;
  scratch.touchedCount = 0;
}

function countPostings(source: FieldSource): { offsets: Uint32Array; lengths: Float64Array } {
  const entryCount = source.words.offsets.length - 1;
  const offsets = new Uint32Array(source.termCount + 1);
  const lengths = new Float64Array(entryCount);
  const scratch = createScratch(source.termCount);
  for (let entry = 0; entry < entryCount; entry++) {
    lengths[entry] = collectTerms(source, entry, scratch);
    for (let index = 0; index < scratch.touchedCount; index++) {
      const term = (scratch.touched[index] ?? 0) + 1;
      offsets[term] = (offsets[term] ?? 0) + 1;
    }
    clearTerms(scratch);
  }
  for (let term = 1; term < offsets.length; term++)
    offsets[term] = (offsets[term] ?? 0) + (offsets[term - 1] ?? 0);
  return { offsets, lengths };
}
