import type { Amount } from "./amount.ts";
import type { IndexedStream } from "./indexed-stream.ts";
import type { QuantityRange, StreamQuery } from "./stream-query.ts";

interface PlaceContext {
  placeNames: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts the filters of a query together to one test of a row.
 *
 * @param context.placeNames All names of a place of `places.csv`, by its id.
 */
export function createStreamTest(query: StreamQuery, context: PlaceContext): (row: IndexedStream) => boolean {
  const tests: ((row: IndexedStream) => boolean)[] = [];
  const { materials, categories, ids, parks, producers, quantity, dimensions, years } = query;
  if (materials !== undefined || categories !== undefined) tests.push(createStuffTest(query));
  if (query.except !== undefined) tests.push(createExceptTest(query.except, context));
  if (ids !== undefined) tests.push(isOneOf(ids, ({ stream }) => stream.id));
  if (parks !== undefined || query.places !== undefined) tests.push(createPlaceTest(query, context));
  if (producers !== undefined)
    tests.push(({ producer }) => producers.some((word) => producer.includes(word)));
  if (quantity !== undefined) tests.push(({ amount }) => isWithin(amount, quantity));
  if (dimensions !== undefined) tests.push(isOneOf(dimensions, ({ amount }) => amount?.dimension ?? ""));
  if (query.hasQuantity !== undefined)
    tests.push(({ amount }) => (amount !== undefined) === query.hasQuantity);
  if (query.forms !== undefined) tests.push(isOneOf(query.forms, ({ stream }) => stream.form));
  if (query.hazardous !== undefined) tests.push(({ stream }) => stream.hazardous === query.hazardous);
  if (query.statuses !== undefined) tests.push(isOneOf(query.statuses, ({ stream }) => stream.status));
  if (query.notStatuses !== undefined) {
    const isDenied = isOneOf(query.notStatuses, ({ stream }) => stream.status);
    tests.push((row) => !isDenied(row));
  }
  if (query.kinds !== undefined) tests.push(isOneOf(query.kinds, ({ stream }) => stream.kind));
  if (query.wasteCode !== undefined) {
    const prefix = query.wasteCode;
    tests.push(({ stream }) => stream.waste_code?.startsWith(prefix) ?? false);
  }
  if (query.hasWasteCode !== undefined)
    tests.push(({ stream }) => (stream.waste_code !== undefined) === query.hasWasteCode);
  if (years !== undefined) {
    const { from = 0, to = 9999 } = years;
    tests.push(({ stream }) => stream.year !== undefined && stream.year >= from && stream.year <= to);
  }
  return (row) => tests.every((test) => test(row));
}

function createStuffTest(query: StreamQuery): (row: IndexedStream) => boolean {
  const { materials, categories, isBothStuffs = false } = query;
  const kinds = new Set<string>(categories);
  const holds = ({ concepts }: IndexedStream) => (materials ?? []).some((concept) => concepts.has(concept));
  return (row) =>
    isBothStuffs
      ? kinds.has(row.stream.category) && holds(row)
      : kinds.has(row.stream.category) || holds(row);
}

/** "All but fly ash in Kemi and slag": whatever is one of them falls out. */
function createExceptTest(
  except: NonNullable<StreamQuery["except"]>,
  context: PlaceContext,
): (row: IndexedStream) => boolean {
  const { materials, categories, parks, places, producers } = except;
  const parts: StreamQuery[] = [{ materials, categories }, { parks, places }, { producers }];
  const tests = parts
    .filter((part) => Object.values(part).some((value) => value !== undefined))
    .map((part) => createStreamTest(part, context));
  return (row) => !tests.some((test) => test(row));
}

function createPlaceTest(
  { parks, places }: StreamQuery,
  context: PlaceContext,
): (row: IndexedStream) => boolean {
  const parkIds = new Set(parks);
  const names = new Set((places ?? []).flatMap((id) => context.placeNames.get(id) ?? []));
  return ({ stream, municipalities, region }) =>
    parkIds.has(stream.park) ||
    municipalities.some((name) => names.has(name)) ||
    (region !== undefined && names.has(region));
}

function isWithin(amount: Amount | undefined, range: QuantityRange): boolean {
  if (amount === undefined || amount.dimension !== range.dimension) return false;
  const { min, max } = range;
  const isEnough =
    min === undefined || (range.isMinExcluded === true ? amount.value > min : amount.value >= min);
  const isLittle =
    max === undefined || (range.isMaxExcluded === true ? amount.value < max : amount.value <= max);
  return isEnough && isLittle;
}

function isOneOf(
  values: readonly string[],
  cellOf: (row: IndexedStream) => string,
): (row: IndexedStream) => boolean {
  const wanted = new Set(values);
  return (row) => wanted.has(cellOf(row));
}
