import type { RowPlace } from "../../knowledge/read-table.ts";
import {
  type CompanyRecord,
  type ConceptRecord,
  type ParkRecord,
  type ReceiverClassRecord,
  STREAM_CATEGORIES,
  STREAM_FORMS,
  STREAM_STATUSES,
  type StreamRecord,
} from "../../knowledge/schema.ts";

/**
 * A small generator of numbers from 0 to below 1 (mulberry32), so that every run measures the same rows.
 *
 * @param seed Any whole number.
 */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Stock {
  random: () => number;
  materials: readonly ConceptRecord[];
  parks: readonly ParkRecord[];
}

/** Made-up streams over the real vocabulary and parks; nothing of them is kept. */
export function generateStreams(count: number, stock: Stock): (StreamRecord & RowPlace)[] {
  const { random, materials, parks } = stock;
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  return Array.from({ length: count }, (_, at): StreamRecord & RowPlace => {
    const material = pick(materials);
    const park = pick(parks);
    const kind = random() < 0.95 ? "flow" : pick(["aggregate", "stock", "planned"] as const);
    return {
      file: "side-streams.csv",
      line: at + 2,
      id: `SS${String(at + 1).padStart(6, "0")}`,
      kind,
      name_en: `${material.en} of line ${at % 97}`,
      name_fi: `${material.fi}, linja ${at % 97}`,
      name_sv: `${material.sv}, linje ${at % 97}`,
      producer_en: `Works ${at % 5000}`,
      producer_fi: `Tehdas ${at % 5000}`,
      producer_sv: `Verk ${at % 5000}`,
      park: park.id,
      municipality: pick(park.municipalities),
      category: pick(STREAM_CATEGORIES),
      form: pick(STREAM_FORMS),
      quantity: random() < 0.6 ? Math.round(random() ** 3 * 200_000) : undefined,
      unit: "t",
      hazardous: pick(["yes", "no", "unknown"] as const),
      status: pick(STREAM_STATUSES),
      sources: ["generated"],
      year: 2010 + Math.floor(random() * 16),
      visibility: "public",
    };
  });
}

/** Made-up companies over the real classes, vocabulary and parks. */
export function generateCompanies(
  count: number,
  stock: Stock & { classes: readonly ReceiverClassRecord[] },
): (CompanyRecord & RowPlace)[] {
  const { random, materials, parks, classes } = stock;
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  return Array.from({ length: count }, (_, at): CompanyRecord & RowPlace => {
    const receiver = pick(classes);
    const [first, second] = [pick(materials), pick(materials)];
    return {
      file: "companies.csv",
      line: at + 2,
      id: `company-${at}`,
      name_en: `Company ${at}`,
      name_fi: `Yritys ${at}`,
      name_sv: `Företag ${at}`,
      parks: [pick(parks).id],
      industry_en: receiver.en,
      industry_fi: receiver.fi,
      industry_sv: receiver.sv,
      receiver_classes: [receiver.receiver_class],
      inputs_en: `${first.en}, ${second.en}`,
      inputs_fi: `${first.fi}, ${second.fi}`,
      inputs_sv: `${first.sv}, ${second.sv}`,
      status: "running",
      sources: ["generated"],
      year: 2015 + Math.floor(random() * 11),
      visibility: "public",
    };
  });
}
