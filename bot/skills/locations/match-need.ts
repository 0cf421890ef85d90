import { mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { ParkRecord, PlaceRecord } from "../../../knowledge/schema.ts";
import { distanceInKm, pointOf } from "../../partners/distance.ts";
import type { FeatureNeed, LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import { isInPlace, pointOfPlace } from "../../query/place-coordinates.ts";
import type { FoundFact, PreparedNeed } from "./fit-fact.ts";
import type { FitContext } from "./fit-shares.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

/** How a park meets a need, with what tells so. */
export interface NeedMatch {
  need: LocationNeed;
  /** `unknown`: the sources are silent, which is neither yes nor no. */
  status: "met" | "partly" | "unknown" | "absent";
  /** 0 to 1. */
  strength: number;
  /** Best first; empty for a place and where nothing is known. */
  facts: readonly IndexedFact[];
  /** Where what is near lies, and how far from the park as the crow flies. */
  nearby?: { park: ParkRecord; km: number };
  /** Distance to the place that was asked for. */
  kmToPlace?: number;
}

export interface MatchContext extends FitContext {
  reader: Reader;
  /** Every park and site that the reader may see: what is not in a park may be next to it. */
  all: readonly ParkRecord[];
  places: ReadonlyMap<string, PlaceRecord>;
}

/** Facts of one need that an answer tells of a park. */
const MOST_FACTS = 2;

/** Compares a park with one need. */
export function matchNeed(prepared: PreparedNeed, park: ParkRecord, context: MatchContext): NeedMatch {
  const { need } = prepared;
  if (need.kind === "place") return matchPlace(need, park, context);
  const own = bestFacts(prepared, park, context);
  if (need.kind === "feature" && need.feature === "land" && need.amount !== undefined)
    return matchHectares(
      { ...need, amount: need.amount },
      own.map(({ fact }) => fact),
    );
  const [best] = own;
  if (best !== undefined && best.strength < 0)
    return { need, status: "absent", strength: 0, facts: [best.fact] };
  const near = matchNearby(prepared, park, context);
  if (near !== undefined && near.strength > (best?.strength ?? 0)) return near;
  if (best === undefined || best.strength < LOCATION_WEIGHTS.partly) {
    return { need, status: "unknown", strength: 0, facts: [] };
  }
  const facts = own
    .filter(({ fact, strength }) => strength >= best.strength * 0.75 && fact.kind === best.fact.kind)
    .slice(0, MOST_FACTS)
    .map(({ fact }) => fact);
  return { need, status: statusOf(best.strength), strength: best.strength, facts };
}

/** The newest figure of free hectares counts; where there is none, that there is land is told, but not how much. */
function matchHectares(need: FeatureNeed & { amount: number }, facts: readonly IndexedFact[]): NeedMatch {
  const { amount } = LOCATION_WEIGHTS;
  const [newest] = facts
    .filter((fact) => fact.unit === "ha" && fact.amount !== undefined)
    .sort((a, b) => (b.row.year ?? 0) - (a.row.year ?? 0));
  if (newest?.amount === undefined) {
    const strength = facts.length === 0 ? 0 : amount.landUnknown;
    return { need, status: "unknown", strength, facts: facts.slice(0, 1) };
  }
  const isEnough = newest.amount >= need.amount;
  return {
    need,
    status: isEnough ? "met" : "partly",
    strength: isEnough ? 1 : amount.landTooSmall,
    facts: [newest],
  };
}

function statusOf(strength: number): NeedMatch["status"] {
  if (strength >= LOCATION_WEIGHTS.met) return "met";
  return strength >= LOCATION_WEIGHTS.partly ? "partly" : "unknown";
}

/** Facts of a park by how well they meet a need; where a row of features tells of it, no other row is asked. */
function bestFacts(
  { need, strengthOf, keys, found }: PreparedNeed,
  park: ParkRecord,
  { knowledge, reader }: MatchContext,
): readonly FoundFact[] {
  const known = found.get(park.id);
  if (known !== undefined) return known;
  const index = knowledge.indexOf(park.id);
  const candidates =
    need.kind === "feature" ? index.ofFeature(need.feature) : keys === undefined ? [] : index.under(keys);
  const facts = candidates.filter(({ visibility }) => mayRead(reader, visibility));
  const told = need.kind === "feature" ? facts.filter(({ feature }) => feature === need.feature) : [];
  const best = (told.length > 0 ? told : facts)
    .map((fact) => ({ fact, strength: strengthOf(fact) }))
    .filter(({ strength }) => strength !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.strength) - Math.abs(a.strength) || (b.fact.row.year ?? 0) - (a.fact.row.year ?? 0),
    );
  found.set(park.id, best);
  return best;
}

/** Looks into the parks and sites around for what the park itself has not. */
function matchNearby(prepared: PreparedNeed, park: ParkRecord, context: MatchContext): NeedMatch | undefined {
  const range = rangeOf(prepared.need);
  const from = pointOf(park);
  if (range === 0 || from === undefined) return undefined;
  let found: NeedMatch | undefined;
  for (const other of context.all) {
    const to = pointOf(other);
    if (other.id === park.id || to === undefined) continue;
    const km = distanceInKm(from, to);
    if (km >= range) continue;
    const [best] = bestFacts(prepared, other, context);
    if (best === undefined || best.strength < LOCATION_WEIGHTS.met) continue;
    const strength = best.strength * LOCATION_WEIGHTS.nearby.share * (1 - km / range);
    if (strength <= Math.max(LOCATION_WEIGHTS.partly, found?.strength ?? 0)) continue;
    const { need } = prepared;
    found = { need, status: "partly", strength, facts: [best.fact], nearby: { park: other, km } };
  }
  return found;
}

/** How far off a thing is still of use, in km; 0 for what must be in the park. */
function rangeOf(need: LocationNeed): number {
  const { nearby } = LOCATION_WEIGHTS;
  switch (need.kind) {
    case "input":
    case "output":
      return nearby.material;
    case "neighbour":
      return nearby.neighbour;
    case "feature":
      if (need.feature === "port") return nearby.port;
      if (need.feature === "rail") return nearby.rail;
      if (need.feature === "airport") return nearby.airport;
      return SERVICES.has(need.feature) ? nearby.service : 0;
    default:
      return 0;
  }
}

const SERVICES: ReadonlySet<string> = new Set([
  "laboratory",
  "pilot-space",
  "research",
  "waste-handling",
  "landfill",
  "natural-gas",
  "biogas",
]);

function matchPlace(
  need: Extract<LocationNeed, { kind: "place" }>,
  park: ParkRecord,
  context: MatchContext,
): NeedMatch {
  const place = context.places.get(need.place);
  if (place === undefined) return { need, status: "unknown", strength: 0, facts: [] };
  if (isInPlace(park, place)) return { need, status: "met", strength: 1, facts: [] };
  const [from, to] = [pointOf(park), pointOfPlace(place, context.all)];
  if (from === undefined || to === undefined) return { need, status: "absent", strength: 0, facts: [] };
  const km = distanceInKm(from, to);
  const { nearInKm, farInKm } = LOCATION_WEIGHTS.place;
  const closeness = Math.min(1, Math.max(0, (farInKm - km) / (farInKm - nearInKm)));
  // Who names a region wants to be in it; who says "near" does not mind the border.
  const strength = need.isNear === true ? closeness : closeness * 0.5;
  const status = strength >= LOCATION_WEIGHTS.met ? "met" : strength > 0 ? "partly" : "absent";
  return { need, status, strength, facts: [], kmToPlace: km };
}
