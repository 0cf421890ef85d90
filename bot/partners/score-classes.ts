import { mayRead, type Reader } from "../../knowledge/languages.ts";
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
  /** Whether the waste code of the stream is one of the use. */
  hasSameCode?: boolean;
  /** Whether the stream's physical state is another than the material usually has. */
  isOtherForm?: boolean;
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
 * @param context.reader Uses that this rank may not see take no part. @default "public"
 * @param context.isHazardous Whether industries of food, feed and soil are left out.
 * @param context.minus Documented cases to be left out, by `stream type|class`; a use that rests on nothing else
 * falls away. For measuring without a place's own rows.
 * @returns Classes with any support, best first.
 */
export function scoreClasses(
  stuff: readonly Stuff[],
  context: {
    materials: MaterialKnowledge;
    wasteCode?: string | undefined;
    form?: string | undefined;
    isHazardous?: boolean;
    reader?: Reader;
    minus?: ReadonlyMap<string, number>;
  },
): ScoredClass[] {
  const { materials, minus, wasteCode, form, isHazardous = false, reader = "public" } = context;
  const supports = new Map<string, ClassSupport[]>();
  for (const { id, weight } of stuff) {
    for (const related of materials.relatedTo(id)) {
      for (const ranked of materials.usesOf(related.id)) {
        const { use } = ranked;
        if (!mayRead(reader, use.visibility) || (isHazardous && FOOD_CHAIN.has(use.receiver_class))) continue;
        const firm = materials.firmness(ranked, minus?.get(`${use.stream_type}|${use.receiver_class}`));
        if (firm === 0) continue;
        const support = toSupport({ named: id, weight, related, use, firm }, { materials, wasteCode, form });
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

/** How much one use adds: what was named, how it is related to the use, and how firm the use is. */
function toSupport(
  way: { named: string; weight: number; related: RelatedConcept; use: RankedUse["use"]; firm: number },
  context: { materials: MaterialKnowledge; wasteCode: string | undefined; form: string | undefined },
): ClassSupport {
  const { named, weight, related, use, firm } = way;
  const { materials, wasteCode, form } = context;
  const code = codeFit(use.waste_codes, wasteCode);
  const isOtherForm = form !== undefined && differs(form, materials.formsOf(related.id));
  const formShare = isOtherForm ? PARTNER_WEIGHTS.otherForm : 1;
  return {
    use,
    named,
    relation: related.relation,
    strength: Math.min(0.95, weight * related.weight * firm * (1 + code) * formShare),
    ...(code > 0 ? { hasSameCode: true } : {}),
    ...(isOtherForm ? { isOtherForm: true } : {}),
  };
}

/**
 * Industries whose products are eaten or spread on land. Hazardous waste may not become fertiliser, soil or feed
 * (Regulation (EU) 2019/1009, annex II; Regulation (EC) 767/2009, annex III).
 */
const FOOD_CHAIN: ReadonlySet<string> = new Set([
  "agriculture and forestry",
  "animal feed and livestock",
  "aquaculture and algae",
  "biogas",
  "compost, growing media and soil products",
  "fertiliser and ammonia",
  "food and drink manufacture incl. rendering",
  "greenhouse horticulture",
]);

/** The same code, or the same group of the list of waste, makes a use likelier. */
function codeFit(codes: readonly string[], wasteCode: string | undefined): number {
  if (wasteCode === undefined) return 0;
  const { same, sameGroup } = PARTNER_WEIGHTS.wasteCode;
  if (codes.some((code) => code.startsWith(wasteCode))) return same;
  return codes.some((code) => code.slice(0, 4) === wasteCode.slice(0, 4)) ? sameGroup : 0;
}

/** Powder is solid; a sludge may be pumped as a liquid. */
function differs(form: string, usual: readonly string[]): boolean {
  if (usual.length === 0 || usual.includes(form)) return false;
  return !(form === "solid" && usual.includes("powder"));
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
