import type { MaterialKnowledge } from "../../partners/material-knowledge.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import type { ParkKnowledge } from "../../query/park-knowledge.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

/** What facts are compared by. */
export interface FitContext {
  knowledge: ParkKnowledge;
  materials: MaterialKnowledge;
}

const { fact: BY_FACT, state: BY_STATE } = LOCATION_WEIGHTS;

/** Share left of what is not running yet; a plant that has closed meets nothing. */
export function stateShare({ state }: IndexedFact): number {
  if (state === "ended") return 0;
  return state === "planned" || state === "unsure" ? BY_STATE[state] : 1;
}

/** Share left where an amount is asked for: all, if a fact tells as much; less if it tells less, or none. */
export function amountShare(
  need: { amount?: number | undefined; unit?: string | undefined },
  { fact, amount }: { fact: IndexedFact; amount: { unknown: number; tooLittle: number } },
): number {
  if (need.amount === undefined) return 1;
  if (fact.amount === undefined || fact.unit !== need.unit) return amount.unknown;
  return fact.amount >= need.amount ? 1 : amount.tooLittle;
}

/** How much a row of each kind tells at best. */
export function baseOf(fact: IndexedFact): number {
  return fact.kind === "area" ? 0 : BY_FACT[fact.kind];
}
