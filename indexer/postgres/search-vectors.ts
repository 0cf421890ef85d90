import type { Reader } from "../../knowledge/languages.ts";
import type { EntryFilter, VectorHit } from "../find-nearest.ts";
import type { VectorTable } from "./vector-table.ts";
import { type OpenVersion, type RankedRow, readerBit, readRows, takeAllowed } from "./version-reader.ts";

const SEARCH = "SELECT passage, similarity AS score FROM index_nearest($1, $2::vector, $3, $4, $5)";

/** The vector leg in Postgres: the graph of pgvector, or every vector where few passages come into question. */
export class PostgresVectorLeg {
  readonly #version: OpenVersion;
  readonly #table: VectorTable;

  constructor(version: OpenVersion, table: VectorTable) {
    this.#version = version;
    this.#table = table;
  }

  /**
   * See `VectorIndex.nearest`; the reader's rank is compared in the statement. While the server is out of reach nothing is
   * found: the words still are.
   */
  async nearest(
    query: readonly number[],
    options: { count: number; isAllowed?: EntryFilter; reader: Reader },
  ): Promise<VectorHit[]> {
    const { count, isAllowed, reader } = options;
    if (query.length !== this.#table.dimensions) {
      const state = `the index has ${this.#table.dimensions}`;
      throw new RangeError(
        `Cannot use a vector of ${query.length} dimensions: ${state}: run "npm run index"`,
      );
    }
    if (query.every((value) => value === 0)) return [];
    const vector = `[${query.join(",")}]`;
    const bit = readerBit(reader);
    const found = await takeAllowed(this.#version, {
      count,
      isAllowed,
      ask: ({ limit, ids }) =>
        ids === undefined
          ? this.#askGraph({ vector, bit, limit })
          : this.#askEvery({ vector, bit, limit, ids }),
    });
    return (found ?? [])
      .filter(({ score }) => score > 0)
      .map(({ entry, score }) => ({ entry, similarity: score }))
      .sort((one, other) => other.similarity - one.similarity || one.entry - other.entry);
  }

  #askGraph({ vector, bit, limit }: Question): Promise<RankedRow[] | undefined> {
    return readRows<RankedRow & Record<string, number>>(this.#version, {
      text: SEARCH,
      values: [this.#table.name, vector, this.#version.number, bit, limit],
    });
  }

  #askEvery({
    vector,
    bit,
    limit,
    ids,
  }: Question & { ids: readonly number[] }): Promise<RankedRow[] | undefined> {
    const { name } = this.#table;
    return readRows<RankedRow & Record<string, number>>(this.#version, {
      text: `
        WITH compared AS MATERIALIZED (
          SELECT stored.passage, 1 - (stored.embedding <=> $1::vector) AS score FROM ${name} AS stored
          JOIN index_entry AS entry ON entry.passage = stored.passage
          WHERE stored.passage = ANY($2::int[]) AND (entry.readers & $3) <> 0
            AND entry.added <= $4 AND (entry.removed IS NULL OR entry.removed > $4))
        SELECT passage, score FROM compared ORDER BY score DESC, passage LIMIT $5`,
      values: [vector, ids, bit, this.#version.number, limit],
    });
  }
}

interface Question {
  vector: string;
  bit: number;
  limit: number;
}
