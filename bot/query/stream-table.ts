import { doAtOnce, mapInSteps, type Steps, sortInSteps } from "../../indexer/index.ts";
import { mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord, PlaceRecord, StreamRecord } from "../../knowledge/schema.ts";
import { toAmount } from "./amount.ts";
import { createStreamTest } from "./create-stream-test.ts";
import { freshFirstInSteps } from "./freshness.ts";
import { groupStreams, type StreamGroup } from "./group-streams.ts";
import { bySize, type IndexedStream, inOrder, isMeasuredFlow, toIndexed } from "./indexed-stream.ts";
import type { StreamQuery } from "./stream-query.ts";
import { type StreamTotal, sumFlows } from "./sum-flows.ts";

/** Rows looked at between two looks at the clock; a millisecond or so. */
const ROWS_AT_ONCE = 1024;

/** What a query gives. */
export interface StreamResult {
  /** Every row that meets the filters, in the order asked for, cut to `limit`. */
  rows: readonly StreamRecord[];
  /** How many rows there were before `limit`. */
  found: number;
  totals: readonly StreamTotal[];
  /** Rows of `rows` that are no yearly flow, and so are in no sum. */
  notAdded: readonly StreamRecord[];
  /** Rows of `rows` whose amount is not known. */
  unmeasured: readonly StreamRecord[];
  groups?: readonly StreamGroup[];
}

export interface StreamTableParts {
  streams: readonly StreamRecord[];
  parks: readonly ParkRecord[];
  places: readonly PlaceRecord[];
  /** Concepts that the names of a stream hold in the three languages. */
  conceptsOf: (stream: StreamRecord) => ReadonlyMap<string, number>;
}

/** The rows of a table in its order, and lists of those that filters ask for most. */
export interface SortedStreams {
  /** Largest first: flows with an amount, flows without, then totals, stocks and plans. */
  rows: readonly IndexedStream[];
  byConcept: ReadonlyMap<string, readonly IndexedStream[]>;
  byCategory: ReadonlyMap<string, readonly IndexedStream[]>;
  byPark: ReadonlyMap<string, readonly IndexedStream[]>;
}

/** Works out what filters look at and sorts the rows; a second of work for a hundred thousand. */
export function* sortStreams(parts: StreamTableParts): Steps<SortedStreams> {
  const context = { regions: regionsOf(parts), conceptsOf: parts.conceptsOf };
  const indexed = yield* mapInSteps(parts.streams, (stream) => toIndexed(stream, context));
  const rows = yield* sortInSteps(indexed, bySize);
  const [byConcept, byCategory, byPark] = [createLists(), createLists(), createLists()];
  yield* mapInSteps(rows, (row) => {
    add(byPark, row.stream.park, row);
    add(byCategory, row.stream.category, row);
    for (const concept of row.concepts) add(byConcept, concept, row);
  });
  return { rows, byConcept, byCategory, byPark };
}

/**
 * The side-stream table, ready for exact questions. Rows are kept in the order of their amounts, so that a filter
 * leaves them sorted and a hundred thousand rows are answered in milliseconds.
 *
 * @example
 * ```ts
 * const table = new StreamTable({ streams, parks, places, conceptsOf });
 * table.run({ categories: ["lime"], parks: ["kemi-tornio"] }, "public").totals; // [{ unit: "t", quantity: 105000, … }]
 * ```
 */
export class StreamTable {
  readonly #rows: SortedStreams["rows"];
  readonly #placeNames: ReadonlyMap<string, readonly string[]>;
  readonly #regions: ReadonlyMap<string, string>;
  readonly #byConcept: SortedStreams["byConcept"];
  readonly #byCategory: SortedStreams["byCategory"];
  readonly #byPark: SortedStreams["byPark"];

  /** @param sorted The rows of `parts` as {@link sortStreams} gives them, where they were sorted in steps. */
  constructor(parts: StreamTableParts, sorted: SortedStreams = doAtOnce(sortStreams(parts))) {
    this.#regions = regionsOf(parts);
    this.#placeNames = new Map(parts.places.map((place) => [place.id, [place.en, place.fi, place.sv]]));
    this.#rows = sorted.rows;
    this.#byPark = sorted.byPark;
    this.#byCategory = sorted.byCategory;
    this.#byConcept = sorted.byConcept;
  }

  /** How many rows the table has, those that not every reader may see included. */
  get size(): number {
    return this.#rows.length;
  }

  /** Whether some stream that the reader may see lies in a place of `places.csv`. */
  hasPlace(id: string, reader: Reader): boolean {
    const isThere = createStreamTest({ places: [id] }, { placeNames: this.#placeNames });
    return this.#rows.some((row) => mayRead(reader, row.stream.visibility) && isThere(row));
  }

  /** Streams whose names hold a concept, given by its bare id, or whose category it is. */
  rowsOf(id: string): readonly StreamRecord[] {
    const named = this.#byConcept.get(`trade:${id}`) ?? [];
    return [...named, ...(this.#byCategory.get(id) ?? [])].map(({ stream }) => stream);
  }

  /** Whether the name of some stream holds a concept. */
  names(concept: string): boolean {
    return this.#byConcept.has(concept);
  }

  /** Every row that the reader may see, in the order in which rows are shown where none is asked for. */
  *list(reader: Reader): Steps<readonly StreamRecord[]> {
    const ordered = yield* freshFirstInSteps(this.#rows);
    const seen = yield* mapInSteps(
      ordered,
      ({ stream }) => (mayRead(reader, stream.visibility) ? [stream] : []),
      ROWS_AT_ONCE,
    );
    return seen.flat();
  }

  /**
   * Runs a query.
   *
   * @param reader Rank of the asker; rows above it take no part in anything, counts and sums included.
   */
  run(query: StreamQuery, reader: Reader): StreamResult {
    const test = createStreamTest(query, { placeNames: this.#placeNames });
    const candidates = this.#candidates(query);
    const found = candidates.filter((row) => mayRead(reader, row.stream.visibility) && test(row));
    const isRanked = query.limit !== undefined && (query.sort === "largest" || query.sort === "smallest");
    const ordered = inOrder(isRanked ? comparableFlows(found) : found, query.sort);
    const rows = ordered.slice(0, query.limit ?? ordered.length).map(({ stream }) => stream);
    return {
      rows,
      found: ordered.length,
      totals: sumFlows(rows),
      notAdded: rows.filter((stream) => stream.kind !== "flow"),
      unmeasured: rows.filter(({ quantity, unit }) => toAmount(quantity, unit) === undefined),
      ...(query.groupBy === undefined
        ? {}
        : {
            groups: groupStreams(rows, {
              grouping: query.groupBy,
              regionOf: (stream) => this.#regions.get(stream.park) ?? "",
            }),
          }),
    };
  }

  /** The smallest list of rows that holds every row asked for. */
  #candidates(query: StreamQuery): readonly IndexedStream[] {
    const lists: (readonly IndexedStream[])[] = [this.#rows];
    const { parks, places, materials, categories, isBothStuffs = false } = query;
    // A row may lie in the place without being of the park, and be of the category without the material.
    if (parks?.length === 1 && places === undefined) lists.push(this.#byPark.get(parks[0] ?? "") ?? []);
    if (materials?.length === 1 && (categories === undefined || isBothStuffs))
      lists.push(this.#byConcept.get(materials[0] ?? "") ?? []);
    if (categories?.length === 1 && (materials === undefined || isBothStuffs))
      lists.push(this.#byCategory.get(categories[0] ?? "") ?? []);
    return lists.reduce((least, list) => (list.length < least.length ? list : least));
  }
}

/**
 * Rows of which one can be the largest: yearly flows with an amount in the commonest dimension, for tonnes and
 * megawatt hours cannot be compared.
 */
function comparableFlows(rows: readonly IndexedStream[]): readonly IndexedStream[] {
  const measured = Map.groupBy(rows.filter(isMeasuredFlow), ({ amount }) => amount?.dimension);
  return [...measured.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

function regionsOf({ parks }: StreamTableParts): ReadonlyMap<string, string> {
  return new Map(parks.map((park) => [park.id, park.region]));
}

function createLists(): Map<string, IndexedStream[]> {
  return new Map();
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
