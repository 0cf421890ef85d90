import { scoreClasses } from "../../partners/score-classes.ts";
import { takesKey } from "../../query/fact-index.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import { amountShare, baseOf, type FitContext, stateShare } from "./fit-shares.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

const { fact: BY_FACT, state: BY_STATE } = LOCATION_WEIGHTS;

/** How far a material answers to another, by what it is a kind of. */
export function relatedTo(
  material: string,
  { materials, knowledge }: FitContext,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { id, weight, relation } of materials.relatedTo(material)) {
    if (relation === "contains") continue;
    const concept = `trade:${id}`;
    // Fish waste is an animal by-product; that hydrogen is a gas helps nobody who asks for hydrogen.
    const isVague = materials.isGeneral(id) && knowledge.tellingness(concept) < BY_FACT.tellingParent;
    if (relation === "broader" && isVague) continue;
    // Asked for ash, fly ash is right; asked for fly ash, "ash" may be.
    known.set(concept, relation === "narrower" ? BY_FACT.narrower : weight);
  }
  return known;
}

/** The best likeness of what is wanted to what a fact names. */
export function bestOf(wanted: ReadonlyMap<string, number>, concepts: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [id, weight] of wanted) best = Math.max(best, weight * (concepts.get(id) ?? 0));
  return best;
}

/** How well a park's rows tell of a raw material: streams and what companies give. */
export function fitInput(
  need: Extract<LocationNeed, { kind: "input" | "output" }>,
  context: FitContext,
): (fact: IndexedFact) => number {
  const wanted = relatedTo(need.material, context);
  return (fact) => {
    const likeness = bestOf(wanted, fact.givesConcepts);
    if (likeness === 0 || !tellsOfMaterial(fact)) return 0;
    if (
      (fact.kind === "company" || fact.kind === "feature" || fact.kind === "guide") &&
      likeness < BY_FACT.leastLikeness
    )
      return 0;
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

/** A stream that is bound or used up already is there, but not for the asking. */
function streamShare(fact: IndexedFact): number {
  if (fact.kind !== "stream" || !("status" in fact.row)) return 1;
  if (fact.row.status === "used on site") return BY_STATE.usedOnSite;
  return fact.row.status === "sold" ? BY_STATE.sold : 1;
}

/** How well companies take what must be placed: by what they take in, else by what their industry takes. */
export function fitOutput(
  need: Extract<LocationNeed, { kind: "input" | "output" }>,
  context: FitContext,
): (fact: IndexedFact) => number {
  const wanted = relatedTo(need.material, context);
  const classes = takersOf(need.material, context);
  return (fact) => {
    if (fact.kind !== "company") return 0;
    const named = bestOf(wanted, fact.takesConcepts);
    const mayTake = Math.max(0, ...fact.classes.map((name) => classes.get(name) ?? 0));
    return Math.max(named, mayTake * BY_FACT.mayTake) * stateShare(fact);
  };
}

/** Industries known to take a material, with their chance. */
function takersOf(material: string, { materials }: FitContext): ReadonlyMap<string, number> {
  const stuff = [{ id: material, weight: 1, start: 0, end: 0 }];
  return new Map(
    scoreClasses(stuff, { materials })
      .slice(0, MOST_TAKERS)
      .map(({ receiverClass, score }) => [receiverClass, score]),
  );
}

const MOST_TAKERS = 8;

/** Keys of facts that may tell of a taker. */
export function keysOfOutput(
  need: Extract<LocationNeed, { kind: "input" | "output" }>,
  context: FitContext,
): string[] {
  const takers = [...takersOf(need.material, context).keys()].map((name) => `class:${name}`);
  return [...[...relatedTo(need.material, context).keys()].map(takesKey), ...takers];
}
