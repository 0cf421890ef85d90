import { takesKey } from "../../query/fact-index.ts";
import { namesFeature, UTILITIES } from "../../query/feature-words.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import { bestOf, fitInput, fitOutput, keysOfOutput, relatedTo } from "./fit-material.ts";
import { amountShare, baseOf, type FitContext, stateShare } from "./fit-shares.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

/** A need made ready to be compared with many facts. */
export interface PreparedNeed {
  need: LocationNeed;
  /** How well a fact of a park meets the need, 0 to 1; below 0 where it says that the thing is not there. */
  strengthOf: (fact: IndexedFact) => number;
  /** What a fact must speak of to meet the need at all, as keys of the facts' index; absent for a feature or a place. */
  keys?: readonly string[];
  /** What was found before, by park: a park is also looked at from those around it. */
  found: Map<string, readonly FoundFact[]>;
}

/** A fact with how well it meets a need. */
export interface FoundFact {
  fact: IndexedFact;
  strength: number;
}

const { fact: BY_FACT } = LOCATION_WEIGHTS;

/** Who takes what is a kind of the same is kin; that both are biomass makes none. */
function nearnessOf(likeness: number): number {
  return likeness < BY_FACT.leastKinship ? 0 : Math.sqrt(likeness);
}

/** Prepares a need for comparing; a place is compared by distance and fits no fact. */
export function prepareNeed(need: LocationNeed, context: FitContext): PreparedNeed {
  const keys = keysOf(need, context);
  return {
    need,
    strengthOf: strengthFor(need, context),
    ...(keys === undefined ? {} : { keys }),
    found: new Map(),
  };
}

function keysOf(need: LocationNeed, context: FitContext): string[] | undefined {
  switch (need.kind) {
    case "feature":
    case "place":
      return undefined;
    case "input":
      return [...relatedTo(need.material, context).keys()];
    case "output":
      return keysOfOutput(need, context);
    case "wish":
      return [...need.concepts, ...(need.stems ?? [])];
    default: {
      const worked = (need.materials ?? []).flatMap((material) => [...relatedTo(material, context).keys()]);
      const classes = need.classes.map((name) => `class:${name}`);
      return [...need.concepts, ...(need.stems ?? []), ...classes, ...worked.map(takesKey)];
    }
  }
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
    case "industry": {
      const worked = (need.materials ?? []).map((material) => relatedTo(material, context));
      return (fact) => {
        const taken =
          fact.kind === "company" ? worked.map((each) => nearnessOf(bestOf(each, fact.takesConcepts))) : [];
        const kinship = Math.max(0, ...taken) * BY_FACT.sameMaterial * stateShare(fact);
        return Math.max(kinship, fitTrade(need, { fact, context }));
      };
    }
    default:
      return (fact) => fitWish(need, { fact, context });
  }
}

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
  if (fact.kind === "feature" || fact.kind === "area" || fact.kind === "guide" || need.feature === "land")
    return 0;
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
  const words = wordShare(need, { fact, context }) * base;
  const shared = fact.kind === "company" ? need.classes.filter((name) => fact.classes.includes(name)) : [];
  const telling = Math.max(0, ...shared.map((name) => context.knowledge.tellingness(`class:${name}`)));
  const sameClass = shared.length === 0 ? 0 : BY_FACT.sameClass + BY_FACT.rareClass * telling;
  return Math.max(words, sameClass + (1 - sameClass) * (shared.length === 0 ? 0 : words)) * stateShare(fact);
}

function fitWish(
  need: Extract<LocationNeed, { kind: "wish" }>,
  { fact, context }: { fact: IndexedFact; context: FitContext },
): number {
  if (fact.kind === "area") return 0;
  const share = wordShare(need, { fact, context });
  const base = fact.kind === "guide" ? BY_FACT.guide : 1;
  return share < LOCATION_WEIGHTS.leastWish ? 0 : share * base * stateShare(fact);
}

/** How far a fact speaks of what a need names: by concepts, else by the very words. */
function wordShare(
  need: { concepts: readonly string[]; stems?: readonly string[] | undefined },
  about: { fact: IndexedFact; context: FitContext },
): number {
  const byConcept = shareOf(need.concepts, about) ?? 0;
  const byWord = need.stems === undefined ? 0 : (shareOf(need.stems, about) ?? 0);
  return Math.max(byConcept, byWord * BY_FACT.sameWord);
}
