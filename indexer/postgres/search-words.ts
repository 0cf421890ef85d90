import type { Reader } from "../../knowledge/languages.ts";
import { compareEntries } from "../best-entries.ts";
import { type Field, IMPACT_UNIT, type WeightedTerm } from "../lexical/field.ts";
import type { LexicalData } from "../lexical/lexical-data.ts";
import type { LexicalHit, LexicalSearchOptions } from "../lexical/lexical-index.ts";
import { RESCORING_PARAMETERS } from "../lexical/parameters.ts";
import { PassageRescorer } from "../lexical/passage-rescorer.ts";
import { type QuestionWord, TermLookup } from "../lexical/question-terms.ts";
import { IMPACT_SHIFT } from "./publish-postings.ts";
import { type TermKey, type TermKeys, termKeysOf } from "./term-key.ts";
import {
  isGone,
  type OpenVersion,
  type RankedRow,
  readerBit,
  readRows,
  takeAllowed,
} from "./version-reader.ts";

const MAX_QUESTION_LENGTH = 2000;

/**
 * Only segments are looked into that the reader may see. On a distributed Postgres the sums are made and ranked where a
 * segment lies. Arrays are taken apart in the list of what is selected: in FROM they would be written down first, which
 * takes half as long again.
 */
const SEARCH = `
  SELECT passage, sum(weight * impact) AS score
  FROM (
    SELECT posting.segment, question.weight, unnest(posting.passages) AS passage, unnest(posting.impacts) AS impact
    FROM unnest($1::bigint[], $2::float8[]) AS question(term, weight)
    JOIN index_posting AS posting ON posting.term = question.term AND posting.segment = ANY($3::int[])
    WHERE EXISTS (SELECT 1 FROM index_version WHERE number = $4)) AS pair
  WHERE $6::int[] IS NULL OR passage = ANY($6::int[])
  GROUP BY segment, passage ORDER BY score DESC, passage LIMIT $5`;

/**
 * Postings that one question may read. A common term is in many passages and tells little of each: beyond this the
 * commonest are left out, so that a question to a large collection costs no more than one to thirty thousand passages. At
 * three times that size nine of the first ten passages are still the same. The second look compares all words.
 */
const MAX_POSTINGS = 150_000;

/** A term of a question. */
interface AskedTerm {
  weight: number;
  /** Passages of the version that have it. */
  postings: number;
}

/**
 * The lexical leg in Postgres: the same terms, weights and second look as `LexicalIndex`, the postings in tables. What a
 * word is to the index, and the words of each passage, are in memory.
 */
export class PostgresLexicalLeg {
  readonly #version: OpenVersion;
  readonly #words: LexicalData;
  readonly #keys: TermKeys;
  readonly #lookup: TermLookup;
  readonly #rescorer: PassageRescorer;

  /** @param words A lexical index without its postings. */
  constructor(version: OpenVersion, words: LexicalData) {
    this.#version = version;
    this.#words = words;
    this.#keys = termKeysOf(words);
    this.#lookup = new TermLookup(words);
    this.#rescorer = new PassageRescorer(words);
  }

  /**
   * See `LexicalIndex.search`; the reader's rank is compared in the statement. While the server is out of reach, or keeps
   * this version no longer, passages are ranked in memory by what they cover of the question.
   */
  async search(question: string, options: LexicalSearchOptions & { reader: Reader }): Promise<LexicalHit[]> {
    const topK = options.topK ?? 10;
    const words = this.#lookup.analyseQuestion(question.slice(0, MAX_QUESTION_LENGTH), options.language);
    const weights = this.#weigh(words, options.concepts ?? []);
    if (weights.size === 0) return [];
    const { isAllowed, reader } = options;
    const found = await takeAllowed(this.#version, {
      count: Math.max(topK, RESCORING_PARAMETERS.depth),
      isAllowed,
      ask: (search) => this.#ask(weights, { ...search, reader }),
    });
    if (found === undefined || (found.length === 0 && (await isGone(this.#version)))) {
      return this.#rescorer.rankAll(words, { count: topK, isAllowed });
    }
    return this.#rescorer.rescore(found.sort(compareEntries), words).slice(0, topK);
  }

  #ask(
    weights: ReadonlyMap<TermKey, number>,
    { limit, ids, reader }: { limit: number; ids?: readonly number[]; reader: Reader },
  ): Promise<RankedRow[] | undefined> {
    const { number, segments } = this.#version;
    const unit = IMPACT_UNIT * 2 ** IMPACT_SHIFT;
    const values = [
      [...weights.keys()],
      Array.from(weights.values(), (weight) => weight * unit),
      segments.filter(({ readers }) => (readers & readerBit(reader)) !== 0).map(({ segment }) => segment),
      number,
      limit,
      ids ?? null,
    ];
    return readRows<RankedRow & Record<string, number>>(this.#version, {
      text: SEARCH,
      values,
    });
  }

  /** What a match with each term is worth to this question, by the key of the term. */
  #weigh(
    words: readonly QuestionWord[],
    concepts: readonly { readonly id: string; readonly weight: number }[],
  ): Map<TermKey, number> {
    const { gramField, stemField, conceptField } = this.#words;
    const asked = new Map<TermKey, AskedTerm>();
    const add = (field: Field, key: TermKey | undefined, { term, weight }: WeightedTerm) => {
      if (key === undefined || weight <= 0) return;
      const postings = (field.offsets[term + 1] ?? 0) - (field.offsets[term] ?? 0);
      asked.set(key, { weight: (asked.get(key)?.weight ?? 0) + weight, postings });
    };
    for (const { terms, part } of words) {
      for (const { term, weight } of terms.grams)
        add(gramField, this.#keys.grams[term], { term, weight: part * weight });
      for (const { term, weight } of terms.stems)
        add(stemField, this.#keys.stems[term], { term, weight: part * weight });
    }
    for (const { id, weight } of concepts) {
      const concept = this.#lookup.findConcept(id);
      if (concept === undefined) continue;
      const { term } = concept;
      add(conceptField, this.#keys.concepts[term], { term, weight: weight * concept.weight });
    }
    return leaveOutCommon(asked);
  }
}

/** The rarest terms whose postings are few enough together; one at least. */
function leaveOutCommon(asked: ReadonlyMap<TermKey, AskedTerm>): Map<TermKey, number> {
  const kept = new Map<TermKey, number>();
  let read = 0;
  for (const [key, { weight, postings }] of [...asked].sort(
    ([, one], [, other]) => one.postings - other.postings,
  )) {
    read += postings;
    if (read > MAX_POSTINGS && kept.size > 0) break;
    kept.set(key, weight);
  }
  return kept;
}
