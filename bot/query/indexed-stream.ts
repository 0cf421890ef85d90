import type { StreamRecord } from "../../knowledge/schema.ts";
import { type Amount, toAmount } from "./amount.ts";
import { freshFirst } from "./freshness.ts";
import type { Dimension, StreamQuery } from "./stream-query.ts";

/** A row with what filters look at, worked out once. */
export interface IndexedStream {
  stream: StreamRecord;
  amount: Amount | undefined;
  /** Concepts that its names hold as a whole. */
  concepts: ReadonlySet<string>;
  municipalities: readonly string[];
  region: string | undefined;
  /** Names of the producer in all languages, lower case. */
  producer: string;
}

/** Rows are looked at once, for all ranks that see them alike: a row without its park is another object. */
const INDEXED = new WeakMap<StreamRecord, IndexedStream>();

/** Works out what filters look at; kept for each row as long as its table is. */
export function toIndexed(stream: StreamRecord, context: Parameters<typeof index>[1]): IndexedStream {
  const known = INDEXED.get(stream);
  if (known !== undefined) return known;
  const indexed = index(stream, context);
  INDEXED.set(stream, indexed);
  return indexed;
}

function index(
  stream: StreamRecord,
  context: {
    regions: ReadonlyMap<string, string>;
    conceptsOf: (stream: StreamRecord) => ReadonlyMap<string, number>;
  },
): IndexedStream {
  const concepts = [...context.conceptsOf(stream)].filter(([, share]) => share === 1).map(([id]) => id);
  const { municipality = "", producer_en = "", producer_fi = "", producer_sv = "" } = stream;
  return {
    stream,
    amount: toAmount(stream.quantity, stream.unit),
    concepts: new Set(concepts),
    municipalities: municipality.split(";").map((name) => name.trim()),
    region: context.regions.get(stream.park),
    producer: `${producer_en} ${producer_fi} ${producer_sv}`.toLowerCase(),
  };
}

const KIND_ORDER: Record<StreamRecord["kind"], number> = { flow: 0, planned: 1, stock: 2, aggregate: 3 };

/** Tonnes and megawatt hours cannot be compared: masses, nearly all of the table, come first. */
const DIMENSION_ORDER: Record<Dimension, number> = { mass: 0, volume: 1, energy: 2 };

function dimensionOrder({ amount }: IndexedStream): number {
  return amount === undefined ? 3 : DIMENSION_ORDER[amount.dimension];
}

/** Order of the table: largest flows first, then what is no yearly flow. */
export function bySize(a: IndexedStream, b: IndexedStream): number {
  return (
    KIND_ORDER[a.stream.kind] - KIND_ORDER[b.stream.kind] ||
    dimensionOrder(a) - dimensionOrder(b) ||
    (b.amount?.value ?? -1) - (a.amount?.value ?? -1) ||
    a.stream.id.localeCompare(b.stream.id)
  );
}

/**
 * Rows in the order asked for. By size: yearly flows by their amounts, then rows without one, then what is no yearly flow.
 */
export function inOrder(rows: readonly IndexedStream[], sort: StreamQuery["sort"]): readonly IndexedStream[] {
  const year = ({ stream }: IndexedStream, missing: number) => stream.year ?? missing;
  switch (sort) {
    case undefined:
      return freshFirst(rows);
    case "largest":
      return rows;
    case "smallest":
      return [...rows.filter(isMeasuredFlow).toReversed(), ...rows.filter((row) => !isMeasuredFlow(row))];
    case "newest":
      return rows.toSorted((a, b) => year(b, 0) - year(a, 0));
    case "oldest":
      return rows.toSorted((a, b) => year(a, 9999) - year(b, 9999));
    case "name":
      return rows.toSorted((a, b) => a.stream.name_en.localeCompare(b.stream.name_en));
  }
}

/** Whether a row is an amount that arises every year and is known. */
export function isMeasuredFlow({ stream, amount }: IndexedStream): boolean {
  return stream.kind === "flow" && amount !== undefined;
}
