import { namesFeature, UTILITIES } from "../../query/feature-words.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact } from "../../query/park-knowledge.ts";
import { fitInput, fitOutput } from "./fit-material.ts";
import { amountShare, baseOf, type FitContext, stateShare } from "./fit-shares.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

/** A need made ready to be compared with many facts. */
export interface PreparedNeed {
  need: LocationNeed;
  /** How well a fact of a park meets the need, 0 to 1; below 0 where it says that the thing is not there. */
  strengthOf: (fact: IndexedFact) => number;
  /** What was found before, by park: a park is also looked at from those around it. */
  found: Map<string, readonly FoundFact[]>;
}

/** A fact with how well it meets a need. */
export interface FoundFact {
  fact: IndexedFact;
  strength: number;
}

/** Prepares a need for comparing; a place is compared by distance and fits no fact. */
export function prepareNeed(need: LocationNeed, context: FitContext): PreparedNeed {
  return { need, strengthOf: strengthFor(need, context), found: new Map() };
}

function strengthFor(need: LocationNeed, context: FitContext): PreparedNeed["strengthOf"] {
  switch (need.kind) {
    case "place":
      return () => 0;
    case "feature":
      return (fact) => fitFeature(need, { fact, context });
    case "input":
      return fitInput(need, context);
    case "output":
      return fitOutput(need, context);
    case "neighbour":
    case "industry":
      return (fact) => fitTrade(need, { fact, context });
    default:
      return (fact) => fitWish(need.concepts, { fact, context });
  }
}

const { fact: BY_FACT } = LOCATION_WEIGHTS;

function fitFeature(
  need: Extract<LocationNeed, { kind: "feature" }>,
  { fact, context }: { fact: IndexedFact; context: FitContext },
): number {
  const base = baseOfFeature(need, fact);
  if (base <= 0) return base;
  if (need.feature === "land") return base * landShare(need, fact);
  const concepts = need.concepts ?? [];
  const share = concepts.length === 0 ? 1 : shareOf(concepts, { fact, context });
  const { unlikeKinds, amount } = LOCATION_WEIGHTS;
  const unlike: Partial<Record<string, number>> = unlikeKinds;
  const whicheverKind = unlike[need.feature] ?? LOCATION_WEIGHTS.whicheverKind;
  const kind = share === undefined ? 1 : whicheverKind + (1 - whicheverKind) * share;
  return base * kind * stateShare(fact) * amountShare(need, { fact, amount });
}

function baseOfFeature(need: Extract<LocationNeed, { kind: "feature" }>, fact: IndexedFact): number {
  if (fact.feature === need.feature) return fact.state === "absent" ? -1 : BY_FACT.feature;
  if (fact.kind === "feature" || fact.kind === "area" || need.feature === "land") return 0;
  if (fact.kind === "infrastructure")
    return namesFeature(fact.gives.en, need.feature) ? BY_FACT.infrastructure : 0;
  if (!UTILITIES.has(need.feature) || !namesFeature(fact.gives.en, need.feature)) return 0;
  return fact.kind === "company" ? BY_FACT.company : fact.kind === "stream" ? BY_FACT.infrastructure : 0;
}

/** Hectares of a whole park, or of its plan, are not hectares that are free. */
function landShare(need: Extract<LocationNeed, { kind: "feature" }>, fact: IndexedFact): number {
  const { amount } = LOCATION_WEIGHTS;
  const isFree = fact.unit === "ha" && fact.amount !== undefined;
  if (need.amount === undefined) return 1;
  if (!isFree || fact.amount === undefined) return amount.landUnknown;
  return fact.amount >= need.amount ? 1 : amount.landTooSmall;
}

/** Share of the telling concepts that a fact speaks of; nothing when none of them tells anything. */
function shareOf(
  concepts: readonly string[],
  { fact, context }: { fact: IndexedFact; context: FitContext },
): number | undefined {
  let sum = 0;
  let met = 0;
  for (const id of concepts) {
    const telling = context.knowledge.tellingness(id);
    sum += telling;
    met += telling * (fact.givesConcepts.get(id) ?? 0);
  }
  return sum === 0 ? undefined : met / sum;
}

function fitTrade(
  need: Extract<LocationNeed, { kind: "neighbour" | "industry" }>,
  { fact, context }: { fact: IndexedFact; context: FitContext },
): number {
  if (fact.kind === "area") return 0;
  const base = fact.kind === "stream" ? BY_FACT.streamOfTrade : baseOf(fact);
  const words = (shareOf(need.concepts, { fact, context }) ?? 0) * base;
  const shared = fact.kind === "company" ? need.classes.filter((name) => fact.classes.includes(name)) : [];
  const telling = Math.max(0, ...shared.map((name) => context.knowledge.tellingness(`class:${name}`)));
  const sameClass = shared.length === 0 ? 0 : BY_FACT.sameClass + BY_FACT.rareClass * telling;
  return Math.max(words, sameClass + (1 - sameClass) * (shared.length === 0 ? 0 : words)) * stateShare(fact);
}

function fitWish(
  concepts: readonly string[],
  { fact, context }: { fact: IndexedFact; context: FitContext },
): number {
  if (fact.kind === "area") return 0;
  const share = shareOf(concepts, { fact, context }) ?? 0;
  return share < LOCATION_WEIGHTS.leastWish ? 0 : share * stateShare(fact);
}
