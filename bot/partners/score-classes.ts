import type { MaterialKnowledge, RankedUse, RelatedConcept } from "./material-knowledge.ts";
import type { Stuff } from "./read-stuff.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** One reason why an industry may take the stuff. */
export interface ClassSupport {
  use: RankedUse["use"];
  /** The concept of the description that led here. */
  named: string;
  relation: RelatedConcept["relation"];
  /** How much it adds, 0 to 1. */
  strength: number;
}

/** An industry with its score and what it rests on, strongest first. */
export interface ScoredClass {
  receiverClass: string;
  /** 0 to 1: the chance that at least one of the supports holds, were they independent. */
  score: number;
  supports: readonly ClassSupport[];
}

/**
 * Ranks the receiving industries for stuff by the known uses of what it is, of what it is a kind of, and of what
 * it holds.
 *
 * @param context.minus Documented cases to be left out, by `stream type|class`; a use that rests on nothing else
 * falls away. For measuring without a place's own rows.
 * @returns Classes with any support, best first.
 */
export function scoreClasses(
  stuff: readonly Stuff[],
  context: { materials: MaterialKnowledge; minus?: ReadonlyMap<string, number> },
): ScoredClass[] {
  const { materials, minus } = context;
  const supports = new Map<string, ClassSupport[]>();
  for (const { id, weight } of stuff) {
    for (const related of materials.relatedTo(id)) {
      for (const ranked of materials.usesOf(related.id)) {
        const firm = firmness(ranked, minus);
        if (firm === 0) continue;
        const { use } = ranked;
        const support = {
          use,
          named: id,
          relation: related.relation,
          strength: weight * related.weight * firm,
        };
        const list = supports.get(use.receiver_class);
        if (list === undefined) supports.set(use.receiver_class, [support]);
        else list.push(support);
      }
    }
  }
  return [...supports]
    .map(([receiverClass, list]) => {
      list.sort((a, b) => b.strength - a.strength);
      return { receiverClass, score: combine(list), supports: list };
    })
    .sort((a, b) => b.score - a.score);
}

function firmness({ use, rank }: RankedUse, minus: ReadonlyMap<string, number> | undefined): number {
  const { generalPractice, documented, perDoubling, rankDecay } = PARTNER_WEIGHTS.use;
  const left = (use.cases ?? 0) - (minus?.get(`${use.stream_type}|${use.receiver_class}`) ?? 0);
  const cases = Math.max(0, left);
  const isGeneral = use.basis.includes("general practice");
  if (!isGeneral && cases === 0) return 0;
  const base = Math.max(isGeneral ? generalPractice : 0, cases > 0 ? documented : 0);
  return Math.min(0.95, base * rankDecay ** rank + perDoubling * Math.log2(1 + cases));
}

/** Further supports of the same industry add less and less. */
const MOST_SUPPORTS = 6;

function combine(supports: readonly ClassSupport[]): number {
  let none = 1;
  supports.slice(0, MOST_SUPPORTS).forEach(({ strength }, at) => {
    none *= 1 - strength * 0.6 ** at;
  });
  return 1 - none;
}
