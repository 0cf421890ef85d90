import { StreamTable } from "../../bot/query/stream-table.ts";
import type { ParkRecord, PlaceRecord, StreamRecord } from "../../knowledge/schema.ts";
import { STREAM_CATEGORIES, STREAM_FORMS, STREAM_KINDS, STREAM_STATUSES } from "../../knowledge/schema.ts";

/** A side stream for tests, with the given fields in place of its own. */
export function makeStream(fields: Partial<StreamRecord> = {}): StreamRecord {
  return {
    id: "SS001",
    kind: "flow",
    name_en: "Fly ash",
    name_fi: "Lentotuhka",
    name_sv: "Flygaska",
    park: "kemi-tornio",
    municipality: "Kemi",
    category: "ash",
    form: "solid",
    quantity: 100,
    unit: "t",
    hazardous: "no",
    status: "available",
    sources: ["book"],
    visibility: "public",
    ...fields,
  } as StreamRecord;
}

const PARKS = [
  { id: "kemi-tornio", region: "Lapland" },
  { id: "kokkola", region: "Central Ostrobothnia" },
  { id: "eco3", region: "Pirkanmaa" },
] as ParkRecord[];
const PLACES = [
  { id: "kemi", kind: "municipality", en: "Kemi", fi: "Kemi", sv: "Kemi" },
  { id: "tornio", kind: "municipality", en: "Tornio", fi: "Tornio", sv: "Torneå" },
  { id: "kokkola", kind: "municipality", en: "Kokkola", fi: "Kokkola", sv: "Karleby" },
  { id: "lapland", kind: "region", en: "Lapland", fi: "Lappi", sv: "Lappland" },
] as PlaceRecord[];
export const PLACE_NAMES = new Map(PLACES.map(({ id, en, fi, sv }) => [id, [en, fi, sv]]));
export const REGIONS = new Map(PARKS.map(({ id, region }) => [id, region]));

/** Every word of a stream's English name is a concept that the name holds. */
export function conceptsOf(stream: StreamRecord): Map<string, number> {
  const words = stream.name_en.toLowerCase().split(" ");
  return new Map(words.map((word, at) => [`trade:${word}`, at === words.length - 1 ? 1 : 0.5]));
}

/** Puts rows into a table with three parks and four places. */
export function makeTable(streams: readonly StreamRecord[]): StreamTable {
  return new StreamTable({ streams, parks: PARKS, places: PLACES, conceptsOf });
}

/** Numbers between 0 and 1 that come again in the same order for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One of the values, as chance has it. */
export function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

const NAMES = ["Fly ash", "Bottom ash", "Steel slag", "Lime kiln dust", "Heat"];
const PRODUCERS = ["Metsä Fibre (Kemi)", "Outokumpu", "Boliden Kokkola", undefined];

/** Rows of every kind, unit and visibility, some without an amount, a year or a code. */
export function makeStreams(count: number, random: () => number): StreamRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const name = pick(NAMES, random);
    const producer = pick(PRODUCERS, random);
    const quantity = pick([undefined, 5, 100, 1000, 1000, 22_000.5], random);
    return makeStream({
      id: `SS${String(at + 1).padStart(4, "0")}`,
      kind: pick([...STREAM_KINDS, "flow", "flow"], random),
      name_en: name,
      producer_en: producer,
      producer_fi: producer,
      producer_sv: producer,
      park: pick(PARKS, random).id,
      municipality: pick(["Kemi", "Kemi; Tornio", "Tornio", "Karleby", undefined], random),
      category: pick(STREAM_CATEGORIES, random),
      form: pick(STREAM_FORMS, random),
      quantity,
      unit: quantity === undefined ? undefined : pick(["t", "t", "kg", "m3", "MWh", "GWh"], random),
      waste_code: pick([undefined, "030310", "030309", "100101"], random),
      hazardous: pick(["yes", "no", "unknown"], random),
      status: pick(STREAM_STATUSES, random),
      year: pick([undefined, 2018, 2020, 2023], random),
      visibility: pick(["public", "public", "member", "coordinator"], random),
    });
  });
}
