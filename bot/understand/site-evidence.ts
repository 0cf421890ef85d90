import { PARK_FEATURES } from "../../knowledge/schema.ts";
import { namesFeature, UTILITIES } from "../query/feature-words.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { BARE_WHERE, NEED_VERB, NEIGHBOUR, PLANS, PREFERS } from "./location-words.ts";
import { NAMES_TAKER } from "./partner-words.ts";
import { CLOSE_BY, FOR_PLANT, OFFERS_STREAM, PLACE_WANTED, WHERE_TO } from "./place-words.ts";

/** From here on a message is taken for a search of a place. */
const ENOUGH = 2;

/** What each sign of a search for a place is worth. */
const WORTH = {
  /** "A site where …", "ett ställe med …". */
  place: 1.2,
  where: 1,
  neighbour: 1.1,
  /** "On the spot", "in a pipe". */
  close: 0.7,
  /** What only a place can give: a port, land, a railway. Two at most count. */
  fixed: 0.8,
  /** Hectares or megawatts. */
  amount: 0.6,
  /** "For a paint factory", beside what a park offers. */
  purpose: 0.7,
  /** Raw materials, utilities, trades: a partner could give these too. Three at most count. */
  other: 0.45,
  /** A town or region. */
  region: 0.5,
  /** "We need", "we plan", "preferably". */
  wish: 0.4,
} as const;

const HECTARES_OR_POWER = /\d\s?(?:ha|MW)(?!\p{L})/iu;

/** Whether a message names what only a place can give, or an amount of land or power. */
export function namesSite(text: string): boolean {
  return (
    HECTARES_OR_POWER.test(text) ||
    PARK_FEATURES.some((feature) => !UTILITIES.has(feature) && namesFeature(text, feature))
  );
}

/** Trades and other words that a bare "where?" must come with when no utility is named. */
const LEAST_OF_TRADE = 2;

/** Whether a message speaks of a place that somebody looks for. */
export function speaksOfPlace(text: string): boolean {
  return PLACE_WANTED.some((pattern) => pattern.test(text));
}

/**
 * Tells whether a message that asks for no place in so many words looks for one all the same, by what it lists: a place
 * described by what it should have, or needs of which some only a place can meet.
 */
export function isSearchOfPlace(text: string, needs: readonly LocationNeed[]): boolean {
  const features = needs.filter((need) => need.kind === "feature");
  const fixed = features.filter(({ feature }) => !UTILITIES.has(feature)).length;
  const hasAmount = features.some(({ amount }) => amount !== undefined);
  const hasPlace = speaksOfPlace(text);
  const asksWhere = WHERE_TO.test(text) || BARE_WHERE.test(text);
  const wantsNeighbour = NEIGHBOUR.test(text);
  const isClose = CLOSE_BY.test(text);
  const isForPlant = features.length > 0 && FOR_PLANT.test(text);
  if (!hasPlace && !isForPlant && !asksWhere && !wantsNeighbour && !isClose && fixed === 0 && !hasAmount)
    return false;
  if (OFFERS_STREAM.test(text) && !hasPlace) return false;
  if (NAMES_TAKER.test(text) && !hasPlace && !wantsNeighbour && fixed < 2) return false;
  // "Iron sludge, where to?" looks for a taker.
  const isOnlyWhere = !hasPlace && !wantsNeighbour && !isClose && !PLANS.test(text);
  const ofTrade = needs.filter(({ kind }) => kind === "industry" || kind === "neighbour" || kind === "wish");
  if (isOnlyWhere && features.length === 0 && ofTrade.length < LEAST_OF_TRADE) return false;
  const others = needs.filter(({ kind }) => kind !== "feature" && kind !== "place").length;
  const score =
    (hasPlace ? WORTH.place : 0) +
    (asksWhere ? WORTH.where : 0) +
    (wantsNeighbour ? WORTH.neighbour : isClose ? WORTH.close : 0) +
    WORTH.fixed * Math.min(2, fixed) +
    (hasAmount ? WORTH.amount : 0) +
    (isForPlant ? WORTH.purpose : 0) +
    WORTH.other * Math.min(3, others + features.length - fixed) +
    (needs.some(({ kind }) => kind === "place") ? WORTH.region : 0) +
    (NEED_VERB.test(text) || PLANS.test(text) || PREFERS.test(text) ? WORTH.wish : 0);
  return score >= ENOUGH;
}
