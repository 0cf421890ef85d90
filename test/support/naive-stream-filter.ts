import type { StreamQuery } from "../../bot/query/stream-query.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import { conceptsOf } from "./streams.ts";

/** Units of the table and the size of one in the base unit. */
export const FACTORS = { t: 1, kg: 0.001, m3: 1, MWh: 1, GWh: 1000 } as const;
const DIMENSIONS = { t: "mass", kg: "mass", m3: "volume", MWh: "energy", GWh: "energy" } as const;

/** Whether a row of {@link makeStreams} meets a query, written anew from what the filters mean. */
export function isWanted(row: StreamRecord, query: StreamQuery): boolean {
  const { unit, quantity } = row;
  const amount = unit === undefined || quantity === undefined ? undefined : quantity * FACTORS[unit];
  const dimension = unit === undefined || quantity === undefined ? undefined : DIMENSIONS[unit];
  const inPlace = (id: string) => {
    const towns = (row.municipality ?? "").split("; ");
    const names =
      { kemi: ["Kemi"], tornio: ["Tornio"], kokkola: ["Karleby", "Kokkola"], lapland: [] }[id] ?? [];
    return names.some((name) => towns.includes(name)) || (id === "lapland" && row.park === "kemi-tornio");
  };
  const holds = (query.materials ?? []).some((concept) => conceptsOf(row).get(concept) === 1);
  const isOfKind = (query.categories ?? []).includes(row.category);
  if (query.materials !== undefined || query.categories !== undefined) {
    if (query.isBothStuffs ? !(holds && isOfKind) : !(holds || isOfKind)) return false;
  }
  if (query.parks !== undefined || query.places !== undefined) {
    if (!query.parks?.includes(row.park) && !query.places?.some(inPlace)) return false;
  }
  if (query.producers && !query.producers.some((name) => row.producer_en?.toLowerCase().includes(name)))
    return false;
  if (query.quantity !== undefined) {
    const { min = 0, max = Number.POSITIVE_INFINITY, isMinExcluded, isMaxExcluded } = query.quantity;
    if (amount === undefined || dimension !== query.quantity.dimension) return false;
    if (isMinExcluded ? amount <= min : amount < min) return false;
    if (isMaxExcluded ? amount >= max : amount > max) return false;
  }
  const { except } = query;
  if (except?.categories?.includes(row.category) || except?.parks?.includes(row.park)) return false;
  if (query.forms && !query.forms.includes(row.form)) return false;
  if (query.hazardous && row.hazardous !== query.hazardous) return false;
  if (query.statuses && !query.statuses.includes(row.status)) return false;
  if (query.wasteCode && !row.waste_code?.startsWith(query.wasteCode)) return false;
  if (query.years !== undefined) {
    if (row.year === undefined) return false;
    if (row.year < (query.years.from ?? 0) || row.year > (query.years.to ?? 9999)) return false;
  }
  return true;
}
