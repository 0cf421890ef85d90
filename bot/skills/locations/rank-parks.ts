import type { Reader } from "../../../knowledge/languages.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import { parkKnowledge } from "../../query/park-knowledge.ts";
import { prepareNeed } from "./fit-fact.ts";
import { type MatchContext, matchNeed, type NeedMatch } from "./match-need.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

/** A park with how it meets each need, in the order of the needs. */
export interface RankedPark {
  park: ParkRecord;
  /** 0 to 1. */
  score: number;
  matches: readonly NeedMatch[];
}

/** What ranking looks at: the parks, and everything around them. */
export function matchContext(view: KnowledgeView, reader: Reader): MatchContext {
  const knowledge = parkKnowledge(view);
  return {
    knowledge,
    materials: view.partners.materials,
    reader,
    all: knowledge.placesFor(reader),
    places: new Map((view.index.tables.places ?? []).map((place) => [place.id, place])),
  };
}

/** Compares parks with needs: one row a need, one match a park, in the order of `parks`. */
export function matchAll(
  needs: readonly LocationNeed[],
  { parks, context }: { parks: readonly ParkRecord[]; context: MatchContext },
): NeedMatch[][] {
  return needs.map((need) => {
    const prepared = prepareNeed(need, context);
    return parks.map((park) => matchNeed(prepared, park, context));
  });
}

/**
 * Ranks parks by how they match needs, best first. A need that few parks meet counts more than one that most do; a
 * need of which the sources are silent adds nothing and takes nothing away beside the others.
 *
 * @param rows As from {@link matchAll}, one a need.
 * @param parks In the order of each row.
 */
export function rankMatches(
  rows: readonly (readonly NeedMatch[])[],
  parks: readonly ParkRecord[],
): RankedPark[] {
  const weights = rows.map(weightOf);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const ranked = parks.map((park, at): RankedPark => {
    const matches = rows.flatMap((row) => row[at] ?? []);
    const score = matches.reduce((all, match, row) => all + (weights[row] ?? 0) * match.strength, 0);
    return { park, score: sum === 0 ? 0 : score / sum, matches };
  });
  return ranked.sort((a, b) => b.score - a.score);
}

function weightOf(row: readonly NeedMatch[]): number {
  const [first] = row;
  if (first === undefined) return 0;
  const { need: weights, common } = LOCATION_WEIGHTS;
  const count = row.filter(({ status }) => status === "met").length;
  const all = Math.max(2, row.length);
  const rarity = Math.log(1 + all / Math.max(1, count)) / Math.log(1 + all);
  return weights[first.need.kind] * (common + (1 - common) * rarity);
}
