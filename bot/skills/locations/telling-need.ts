import type { ParkFeature, ParkRecord } from "../../../knowledge/schema.ts";
import { type LocationNeed, needKey } from "../../query/location-need.ts";
import { breakTies } from "./break-ties.ts";
import type { MatchContext, NeedMatch } from "./match-need.ts";
import { matchAll, type RankedPark, rankMatches } from "./rank-parks.ts";

/** Needs that companies often have and may forget to tell. */
const ASKABLE: readonly ParkFeature[] = [
  "port",
  "rail",
  "land",
  "steam",
  "heat",
  "waste-water-treatment",
  "water",
  "natural-gas",
  "biogas",
  "industrial-gases",
  "laboratory",
  "pilot-space",
  "premises",
  "waste-handling",
];
/** What companies often ask for: a rarer need must change the order by more to be asked about. */
const COMMON: ReadonlySet<string> = new Set(["port", "rail", "land", "steam", "waste-water-treatment"]);
const RARE_SHARE = 0.6;
/** Hectares that the question of land is tried with. */
const TYPICAL_HECTARES = 10;
/** The places of a ranking that people look at. */
const TOP = 5;
/** A new best park counts as much as so many places. */
const NEW_BEST = 2;

/** A need nobody has told yet, and how much it would change the order. */
export interface TellingNeed {
  need: LocationNeed;
  change: number;
}

/**
 * Finds the one untold need whose answer would change the order of the best parks most: each need is tried as if it
 * were required. Of regions, those of the three best parks are tried.
 *
 * @param context.rows Matches of the told needs, one row a need.
 * @returns Nothing when no need would change anything.
 */
export function findTellingNeed(
  ranked: readonly RankedPark[],
  context: {
    rows: readonly (readonly NeedMatch[])[];
    parks: readonly ParkRecord[];
    told: readonly LocationNeed[];
    skipped: readonly string[];
    match: MatchContext;
  },
): TellingNeed | undefined {
  const { told, skipped } = context;
  const known = new Set([...told.map(needKey), ...skipped]);
  const candidates = ASKABLE.map(
    (feature): LocationNeed =>
      feature === "land"
        ? { kind: "feature", feature, amount: TYPICAL_HECTARES, unit: "ha" }
        : { kind: "feature", feature },
  ).filter((need) => !known.has(needKey(need)));
  const tried = candidates.map((need) => {
    const isCommon = need.kind !== "feature" || COMMON.has(need.feature);
    return { need, change: changeBy(need, { ranked, ...context }) * (isCommon ? 1 : RARE_SHARE) };
  });
  if (!known.has("place")) tried.push(...tryRegions(ranked, context));
  const [best] = tried.sort((a, b) => b.change - a.change);
  return best === undefined || best.change === 0 ? undefined : best;
}

type Trial = Parameters<typeof findTellingNeed>[1];

/** The mean change over the regions of the best parks. */
function tryRegions(ranked: readonly RankedPark[], context: Trial): TellingNeed[] {
  const regions = bestRegions(ranked, context.match);
  const [first] = regions;
  if (first === undefined) return [];
  const changes = regions.map((place) => changeBy({ kind: "place", place }, { ranked, ...context }));
  const change = changes.reduce((sum, each) => sum + each, 0) / changes.length;
  return [{ need: { kind: "place", place: first }, change }];
}

/** Ids of the regions that the three best parks lie in. */
export function bestRegions(ranked: readonly RankedPark[], { places }: MatchContext): string[] {
  const found = ranked.slice(0, 3).flatMap(({ park }) => {
    const place = [...places.values()].find(({ kind, en }) => kind === "region" && en === park.region);
    return place === undefined ? [] : [place.id];
  });
  return [...new Set(found)];
}

function changeBy(need: LocationNeed, context: Trial & { ranked: readonly RankedPark[] }): number {
  const { ranked, rows, parks, match, told } = context;
  const all = [...rows, ...matchAll([need], { parks, context: match })];
  const after = breakTies(rankMatches(all, parks), { needs: [...told, need], match });
  const placeOf = new Map(after.map(({ park }, at) => [park.id, at]));
  const moved = ranked
    .slice(0, TOP)
    .reduce(
      (sum, { park }, at) => sum + Math.min(TOP, Math.abs((placeOf.get(park.id) ?? at) - at)) / (at + 1),
      0,
    );
  return moved + (after[0]?.park.id === ranked[0]?.park.id ? 0 : NEW_BEST);
}
