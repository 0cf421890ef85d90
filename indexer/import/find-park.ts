import type { ParkRecord, PlaceRecord } from "../../knowledge/schema.ts";
import { foldText, isNothing } from "./fold-text.ts";
import type { Problem } from "./problem.ts";

/** Where a stream arises, as the table stores it. */
export interface FoundPlace {
  park: string;
  /** Finnish names, separated by semicolons; empty when nothing names one. */
  municipality: string;
  /** A municipality that is in no list; kept as written. */
  unknownMunicipality?: string;
  /** Municipalities that the named park does not lie in. */
  outside?: string;
  /** No park is named; the municipality has this one only. */
  isFromMunicipality?: true;
}

/** Names of parks and municipalities, for {@link findPlace}. */
export interface PlaceNames {
  parks: readonly ParkRecord[];
  places: readonly PlaceRecord[];
}

/** What a row says of its place; any of them may be empty. */
export interface PlaceCells {
  park: string;
  municipality: string;
  /** Id of the park of rows that name none, from `--park`. */
  fallback: string;
}

/**
 * Finds the park of a row by id, name or alias, else by its municipality when one park only is there.
 *
 * @returns The place, or why there is none.
 *
 * @example
 * ```ts
 * findPlace({ park: "KIP", municipality: "Karleby", fallback: "" }, names);
 * // { park: "kokkola-industrial-park", municipality: "Kokkola" }
 * ```
 */
export function findPlace(cells: PlaceCells, names: PlaceNames): FoundPlace | Problem {
  const named = isNothing(cells.park) ? "" : cells.park;
  const towns = findMunicipalities(cells.municipality, names);
  const own = findPark(named || cells.municipality, names.parks);
  // "Kilpilahti" in the column of municipalities is a park; its municipality is known.
  if (own !== undefined && named === "" && towns.known.length === 0)
    return { park: own.id, municipality: own.municipalities.join("; ") };
  const place = {
    municipality: [...towns.known, ...towns.unknown].join("; "),
    ...(towns.unknown.length === 0 ? {} : { unknownMunicipality: towns.unknown.join("; ") }),
  };
  if (own !== undefined) {
    const outside = towns.known.filter((town) => !own.municipalities.includes(town)).join("; ");
    return { park: own.id, ...place, ...(outside === "" ? {} : { outside }) };
  }
  const { known } = named === "" ? towns : findMunicipalities(named, names);
  const parks = parksOf(known, names.parks);
  const fallback = named === "" ? parks.find(({ id }) => id === cells.fallback) : undefined;
  const only = fallback ?? (parks.length === 1 ? parks[0] : undefined);
  if (only !== undefined)
    return {
      ...place,
      park: only.id,
      municipality: place.municipality || known.join("; "),
      isFromMunicipality: true,
    };
  if (parks.length > 1) {
    const detail = parks.map(({ id }) => id).join(", ");
    return { code: "park-several", field: "park", found: named || cells.municipality, detail };
  }
  if (named !== "") return { code: "park-unknown", field: "park", found: named };
  if (cells.fallback !== "") return { park: cells.fallback, ...place };
  return { code: "park-missing", field: "park", found: cells.municipality };
}

/** The one park that an id, a name or an alias leads to. */
export function findPark(name: string, parks: readonly ParkRecord[]): ParkRecord | undefined {
  const wanted = foldText(name);
  if (wanted === "") return undefined;
  return parks.find((park) =>
    [park.id, park.name_fi, park.name_sv, park.name_en, ...park.aliases].some(
      (own) => foldText(own) === wanted,
    ),
  );
}

/** Parks that lie in every one of the municipalities. */
function parksOf(towns: readonly string[], parks: readonly ParkRecord[]): ParkRecord[] {
  if (towns.length === 0) return [];
  return parks.filter(({ municipalities }) => towns.every((town) => municipalities.includes(town)));
}

function findMunicipalities(text: string, { places }: PlaceNames): { known: string[]; unknown: string[] } {
  const known: string[] = [];
  const unknown: string[] = [];
  if (isNothing(text)) return { known, unknown };
  const towns = places.filter(({ kind }) => kind === "municipality");
  for (const part of text.split(/[;,/]|\s(?:ja|och|and|&)\s/)) {
    const wanted = foldText(part);
    if (wanted === "") continue;
    const place = towns.find((row) => [row.fi, row.sv, row.en].some((name) => foldText(name) === wanted));
    if (place === undefined) unknown.push(part.trim());
    else known.push(place.fi);
  }
  return { known: [...new Set(known)], unknown };
}
