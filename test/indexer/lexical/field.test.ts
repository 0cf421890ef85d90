import { describe, expect, it } from "vitest";
import { addPostings, buildField, inverseDocumentFrequency } from "../../../indexer/lexical/field.ts";
import { LEXICAL_PARAMETERS } from "../../../indexer/lexical/parameters.ts";
import { type Rows, RowsBuilder } from "../../../indexer/lexical/rows.ts";
import { createRandom } from "./random.ts";

function toRows(lists: readonly (readonly number[])[]): Rows {
  const builder = new RowsBuilder();
  for (const list of lists) {
    for (const value of list) builder.push(value);
    builder.endRow();
  }
  return builder.finish();
}

/** BM25 as the textbook has it, with our bonus for an early first occurrence; no index, no rounding. */
function naiveScore(texts: readonly (readonly number[])[], options: { entry: number; term: number }): number {
  const { saturation, lengthPenalty, earlyBonus, earlyHalfLifeInWords } = LEXICAL_PARAMETERS;
  const text = texts[options.entry] ?? [];
  const frequency = text.filter((term) => term === options.term).length;
  if (frequency === 0) return 0;
  const meanLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const having = texts.filter((terms) => terms.includes(options.term)).length;
  const idf = Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  const length = 1 - lengthPenalty + (lengthPenalty * text.length) / meanLength;
  const early = 1 + earlyBonus / (1 + text.indexOf(options.term) / earlyHalfLifeInWords);
  return (idf * frequency * (saturation + 1) * early) / (frequency + saturation * length);
}

describe("buildField() with addPostings()", () => {
  it("gives every entry the score of the textbook's BM25", () => {
    const random = createRandom(3);
    for (let round = 0; round < 30; round++) {
      const termCount = 1 + random(12);
      const texts = Array.from({ length: 1 + random(20) }, () =>
        Array.from({ length: random(80) }, () => random(termCount)),
      );
      const terms = toRows(Array.from({ length: termCount }, (_, term) => [term]));
      const field = buildField({
        words: toRows(texts),
        languages: new Uint8Array(texts.length),
        terms,
        termCount,
      });
      for (let term = 0; term < termCount; term++) {
        const having = (field.offsets[term + 1] ?? 0) - (field.offsets[term] ?? 0);
        const scores = new Float32Array(texts.length);
        addPostings(scores, field, { term, weight: inverseDocumentFrequency(having, texts.length) });
        scores.forEach((score, entry) => {
          expect(score).toBeCloseTo(naiveScore(texts, { entry, term }), 3);
        });
      }
    }
  });

  it("compares the length of an entry with entries of its language", () => {
    const short = [0, 1];
    const long = [0, 1, 1, 1, 1, 1, 1, 1];
    const terms = toRows([[0], [1]]);
    const words = toRows([short, short, long, long]);
    const field = buildField({ words, languages: Uint8Array.of(0, 0, 1, 1), terms, termCount: 2 });
    const scores = new Float32Array(4);
    addPostings(scores, field, { term: 0, weight: 1 });
    expect(scores[2]).toBe(scores[0]);
  });

  it("counts neither place nor length of labels", () => {
    const field = buildField({
      words: toRows([[0], [1, 1, 1, 1, 0]]),
      languages: new Uint8Array(2),
      terms: toRows([[0], [1]]),
      termCount: 2,
      isText: false,
    });
    const scores = new Float32Array(2);
    addPostings(scores, field, { term: 0, weight: 1 });
    expect(scores[0]).toBeCloseTo(1, 3);
    expect(scores[1]).toBe(scores[0]);
  });
});

describe("inverseDocumentFrequency()", () => {
  it("falls with the number of entries that have the term and stays above 0", () => {
    const idfs = [0, 1, 5, 10].map((having) => inverseDocumentFrequency(having, 10));
    expect(idfs).toEqual(idfs.toSorted((left, right) => right - left));
    expect(idfs.at(-1)).toBeGreaterThan(0);
  });
});
