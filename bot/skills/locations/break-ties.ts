import type { LocationNeed } from "../../query/location-need.ts";
import type { MatchContext } from "./match-need.ts";
import { findNearbyOffers } from "./nearby-offers.ts";
import type { RankedPark } from "./rank-parks.ts";

/** Parks are told apart by their score to so many digits: what an answer shows. */
const DIGITS = 100;
/** Only ties among the parks that an answer tells of are broken by what lies around them: looking there takes time. */
const TOP = 5;

/** Whether two parks meet what was told equally well, as far as an answer shows. */
export function isTied(a: RankedPark, b: RankedPark): boolean {
  return Math.round(a.score * DIGITS) === Math.round(b.score * DIGITS);
}

/** Whether two parks also meet the same needs, one by one. */
export function isEqual(a: RankedPark, b: RankedPark): boolean {
  return isTied(a, b) && a.matches.every(({ status }, row) => status === b.matches[row]?.status);
}

/** Orders parks that meet the needs equally by what fits around them, then by how new the facts are. */
export function breakTies(
  ranked: readonly RankedPark[],
  context: { needs: readonly LocationNeed[]; match: MatchContext },
): RankedPark[] {
  const top = ranked.slice(0, TOP).filter(({ score }) => score > 0);
  const hasTie = top.some((park, at) => {
    const next = ranked[at + 1];
    return next !== undefined && isTied(park, next);
  });
  if (!hasTie) return [...ranked];
  const offers = new Map(top.map((each) => [each.park.id, countOffers(each, context)]));
  const ordered = [...top].sort((a, b) =>
    isTied(a, b)
      ? (offers.get(b.park.id) ?? 0) - (offers.get(a.park.id) ?? 0) || newest(b) - newest(a)
      : b.score - a.score,
  );
  return [...ordered, ...ranked.slice(top.length)];
}

/** Streams and companies that suit the trade; what is merely free suits nobody in particular. */
function countOffers(
  each: RankedPark,
  context: { needs: readonly LocationNeed[]; match: MatchContext },
): number {
  const { streams, partners, isByTrade } = findNearbyOffers(each, context);
  return (isByTrade ? streams.length : 0) + partners.length;
}

/** Mean year of the facts that speak for a park; 0 where none is dated. */
function newest({ matches }: RankedPark): number {
  const years = matches.flatMap(({ facts }) => facts.flatMap(({ row }) => row.year ?? []));
  return years.length === 0 ? 0 : years.reduce((sum, year) => sum + year, 0) / years.length;
}
