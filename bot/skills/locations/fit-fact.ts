import type { MaterialKnowledge } from "../../partners/material-knowledge.ts";
import { scoreClasses } from "../../partners/score-classes.ts";
import { namesFeature, UTILITIES } from "../../query/feature-words.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact, ParkKnowledge } from "../../query/park-knowledge.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

export interface FitContext {
  knowledge: ParkKnowledge;
  materials: MaterialKnowledge;
}

/** A need made ready to be compared with many facts. */
export interface PreparedNeed {
  need: LocationNeed;
  /** How well a fact of a park meets the need, 0 to 1; below 0 where it says that the thing is not there. */
  strengthOf: (fact: IndexedFact) => number;
}

/** Prepares a need for comparing; a place is compared by distance and fits no fact. */
export function prepareNeed(need: LocationNeed, context: FitContext): PreparedNeed {
  switch (need.kind) {
    case "place":
      return { need, strengthOf: () => 0 };
    case "feature":
      return { need, strengthOf: (fact) => fitFeature(need, { fact, context }) };
    case "input":
      return { need, strengthOf: fitInput(need, context) };
    case "output":
      return { need, strengthOf: fitOutput(need, context) };
    case "neighbour":
    case "industry":
      return { need, strengthOf: (fact) => fitTrade(need, { fact, context }) };
    default:
      return { need, strengthOf: (fact) => fitWish(need.concepts, { fact, context }) };
  }
}

const { fact: BY_FACT, state: BY_STATE } = LOCATION_WEIGHTS;

/** Share left of what is not running yet; a plant that has closed meets nothing. */
function stateShare({ state }: IndexedFact): number {
  if (state === "ended") return 0;
  return state === "planned" || state === "unsure" ? BY_STATE[state] : 1;
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

function amountShare(
  need: { amount?: number | undefined; unit?: string | undefined },
  { fact, amount }: { fact: IndexedFact; amount: { unknown: number; tooLittle: number } },
): number {
  if (need.amount === undefined) return 1;
  if (fact.amount === undefined || fact.unit !== need.unit) return amount.unknown;
  return fact.amount >= need.amount ? 1 : amount.tooLittle;
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

/** How far a material answers to another, by what it is and holds. */
function relatedTo(material: string, { materials }: FitContext): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { id, weight, relation } of materials.relatedTo(material)) {
    if (relation === "contains") continue;
    // A general word such as "gas" answers to none of its kinds.
    if (relation === "broader" && materials.isGeneral(id)) continue;
    // Asked for ash, fly ash is right; asked for fly ash, "ash" may be.
    known.set(`trade:${id}`, relation === "narrower" ? BY_FACT.narrower : weight);
  }
  return known;
}

function bestOf(wanted: ReadonlyMap<string, number>, concepts: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [id, weight] of wanted) best = Math.max(best, weight * (concepts.get(id) ?? 0));
  return best;
}

function fitInput(
  need: Extract<LocationNeed, { kind: "input" | "output" }>,
  context: FitContext,
): (fact: IndexedFact) => number {
  const wanted = relatedTo(need.material, context);
  return (fact) => {
    const likeness = bestOf(wanted, fact.givesConcepts);
    if (likeness === 0 || !tellsOfMaterial(fact)) return 0;
    if ((fact.kind === "company" || fact.kind === "feature") && likeness < BY_FACT.leastLikeness) return 0;
    const amount = amountShare(need, { fact, amount: LOCATION_WEIGHTS.amount });
    const base = fact.kind === "company" ? BY_FACT.companyGives : baseOf(fact);
    return likeness * base * stateShare(fact) * streamShare(fact) * amount;
  };
}

/** Features that tell what is to be had; that heat warms a nickel plant offers no nickel. */
const OF_MATERIAL: ReadonlySet<string> = new Set([
  "industrial-gases",
  "natural-gas",
  "biogas",
  "water",
  "services",
  "waste-handling",
]);

function tellsOfMaterial(fact: IndexedFact): boolean {
  if (fact.kind === "feature") return fact.feature !== undefined && OF_MATERIAL.has(fact.feature);
  return fact.kind !== "area";
}

function baseOf(fact: IndexedFact): number {
  return fact.kind === "area" ? 0 : BY_FACT[fact.kind];
}

/** A stream that is bound or used up already is there, but not for the asking. */
function streamShare(fact: IndexedFact): number {
  if (fact.kind !== "stream" || !("status" in fact.row)) return 1;
  if (fact.row.status === "used on site") return BY_STATE.usedOnSite;
  return fact.row.status === "sold" ? BY_STATE.sold : 1;
}

function fitOutput(
  need: Extract<LocationNeed, { kind: "input" | "output" }>,
  context: FitContext,
): (fact: IndexedFact) => number {
  const wanted = relatedTo(need.material, context);
  const stuff = [{ id: need.material, weight: 1, start: 0, end: 0 }];
  const classes = new Map(
    scoreClasses(stuff, { materials: context.materials })
      .slice(0, 8)
      .map(({ receiverClass, score }) => [receiverClass, score]),
  );
  return (fact) => {
    if (fact.kind !== "company") return 0;
    const named = bestOf(wanted, fact.takesConcepts);
    const mayTake = Math.max(0, ...fact.classes.map((name) => classes.get(name) ?? 0));
    return Math.max(named, mayTake * BY_FACT.mayTake) * stateShare(fact);
  };
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
