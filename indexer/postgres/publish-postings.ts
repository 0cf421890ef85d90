import type { PoolClient } from "pg";
import type { Field } from "../lexical/field.ts";
import type { LexicalData } from "../lexical/lexical-data.ts";
import { type TermKey, termKeysOf } from "./term-key.ts";

/** Impacts are 16-bit numbers on disk and 15-bit ones here, since Postgres knows no unsigned ones. */
export const IMPACT_SHIFT = 1;

const POSTINGS_A_BATCH = 50_000;

interface Posting {
  segment: number;
  term: TermKey;
  passages: number[];
  impacts: number[];
}

/**
 * Sends what each term says of the passages that are new.
 *
 * @param options.placeOf Segment and id of a new passage by its position in the version; nothing for others.
 * @returns How many pairs of term and passage were sent.
 */
export async function insertPostings(
  client: PoolClient,
  options: {
    lexical: LexicalData;
    placeOf: (entry: number) => { segment: number; id: number } | undefined;
  },
): Promise<number> {
  let batch: Posting[] = [];
  let size = 0;
  let all = 0;
  const send = async () => {
    if (batch.length > 0) await insertBatch(client, batch);
    all += size;
    batch = [];
    size = 0;
  };
  for (const posting of newPostings(options)) {
    batch.push(posting);
    size += posting.passages.length;
    if (size >= POSTINGS_A_BATCH) await send();
  }
  await send();
  return all;
}

function* newPostings(options: Parameters<typeof insertPostings>[1]): Generator<Posting> {
  const { lexical, placeOf } = options;
  const places = Array.from({ length: lexical.words.offsets.length - 1 }, (_, entry) => placeOf(entry));
  const keys = termKeysOf(lexical);
  const fields: [Field, ArrayLike<TermKey>][] = [
    [lexical.gramField, keys.grams],
    [lexical.stemField, keys.stems],
    [lexical.conceptField, keys.concepts],
  ];
  for (const [field, keysOfField] of fields) {
    for (let term = 0; term + 1 < field.offsets.length; term++) {
      yield* postingsOfTerm(field, { term, key: keysOfField[term] as TermKey, places });
    }
  }
}

/** One row for each segment that a term occurs in. */
function postingsOfTerm(
  field: Field,
  {
    term,
    key,
    places,
  }: { term: number; key: TermKey; places: ({ segment: number; id: number } | undefined)[] },
): Iterable<Posting> {
  const bySegment = new Map<number, Posting>();
  const end = field.offsets[term + 1] ?? 0;
  for (let at = field.offsets[term] ?? 0; at < end; at++) {
    const place = places[field.entries[at] ?? 0];
    if (place === undefined) continue;
    const { segment, id } = place;
    const posting = bySegment.get(segment) ?? { segment, term: key, passages: [], impacts: [] };
    if (posting.passages.length === 0) bySegment.set(segment, posting);
    posting.passages.push(id);
    posting.impacts.push((field.impacts[at] ?? 0) >>> IMPACT_SHIFT);
  }
  return bySegment.values();
}

/** Arrays of arrays would have to be of equal lengths, so the inner ones go as texts. */
async function insertBatch(client: PoolClient, batch: readonly Posting[]): Promise<void> {
  await client.query(
    `INSERT INTO index_posting (segment, term, passages, impacts)
     SELECT segment, term, passages::int[], impacts::smallint[]
     FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[]) AS sent(segment, term, passages, impacts)`,
    [
      batch.map(({ segment }) => segment),
      batch.map(({ term }) => term),
      batch.map(({ passages }) => `{${passages.join(",")}}`),
      batch.map(({ impacts }) => `{${impacts.join(",")}}`),
    ],
  );
}
