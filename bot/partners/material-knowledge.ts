import type { Tables } from "../../knowledge/read-table.ts";
import type { MaterialRecord, UseRecord } from "../../knowledge/schema.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** A use with its place among the uses of its material, 0 for the commonest. */
export interface RankedUse {
  use: UseRecord;
  rank: number;
}

/** A concept reached from another, and how. */
export interface RelatedConcept {
  id: string;
  /** Share of what is known of it that holds for the concept it was reached from, 0 to 1. */
  weight: number;
  relation: "same" | "broader" | "narrower" | "contains";
}

/** A concept with so many special ones below it is a general word. */
const FEWEST_SPECIAL = 4;

/** Least weight that is followed up: six steps up or so. */
const LEAST_WEIGHT = 0.01;

/** What is known of materials and of who takes them, ready to be asked. Ids are those of the vocabulary, bare. */
export class MaterialKnowledge {
  readonly classes: readonly string[];
  readonly #uses = new Map<string, RankedUse[]>();
  readonly #byClass = new Map<string, RankedUse[]>();
  readonly #coded = new Map<string, string[]>();
  readonly #materials = new Map<string, MaterialRecord>();
  readonly #narrower = new Map<string, string[]>();
  readonly #related = new Map<string, readonly RelatedConcept[]>();

  constructor(tables: Partial<Pick<Tables, "uses" | "materials" | "receiverClasses">>) {
    this.classes = (tables.receiverClasses ?? []).map((row) => row.receiver_class);
    for (const use of tables.uses ?? []) {
      const uses = this.#uses.get(use.stream_type) ?? [];
      const ranked = { use, rank: uses.length };
      uses.push(ranked);
      this.#byClass.set(use.receiver_class, [...(this.#byClass.get(use.receiver_class) ?? []), ranked]);
      this.#uses.set(use.stream_type, uses);
      for (const code of use.waste_codes) {
        const coded = this.#coded.get(code) ?? [];
        if (!coded.includes(use.stream_type)) this.#coded.set(code, [...coded, use.stream_type]);
      }
    }
    for (const material of tables.materials ?? []) {
      this.#materials.set(material.concept_id, material);
      for (const id of material.broader) {
        this.#narrower.set(id, [...(this.#narrower.get(id) ?? []), material.concept_id]);
      }
    }
  }

  /** Whether a concept is a material or property that something is known of. */
  knows(id: string): boolean {
    return this.#uses.has(id) || this.#materials.has(id) || this.#narrower.has(id);
  }

  /** Whether a concept stands for many special materials: ash, sludge, water. */
  isGeneral(id: string): boolean {
    return (this.#narrower.get(id)?.length ?? 0) >= FEWEST_SPECIAL;
  }

  /** Uses of exactly this material, commonest first. */
  usesOf(id: string): readonly RankedUse[] {
    return this.#uses.get(id) ?? [];
  }

  /** Everything an industry takes, in the order of the table. */
  usesBy(receiverClass: string): readonly RankedUse[] {
    return this.#byClass.get(receiverClass) ?? [];
  }

  /**
   * How firmly a use ties its material to its industry, 0 to 1: general practice counts as such, documented cases add, and
   * a use further down the material's list counts less.
   *
   * @param minus Documented cases to be left out; a use that rests on nothing else gives 0.
   */
  firmness({ use, rank }: RankedUse, minus = 0): number {
    const { generalPractice, documented, perDoubling, rankDecay } = PARTNER_WEIGHTS.use;
    const cases = Math.max(0, (use.cases ?? 0) - minus);
    const isGeneral = use.basis.includes("general practice");
    if (!isGeneral && cases === 0) return 0;
    const base = Math.max(isGeneral ? generalPractice : 0, cases > 0 ? documented : 0);
    return Math.min(0.95, base * rankDecay ** rank + perDoubling * Math.log2(1 + cases));
  }

  /**
   * Materials that a waste code stands for in the table of uses, the general in place of its kinds; in the table's order.
   *
   * @param code Six digits, or the four of a group where the table tells no more: `"100102"`.
   */
  codedAs(code: string): readonly string[] {
    const coded = this.#coded.get(code) ?? [];
    return coded.filter((id) => {
      const related = this.relatedTo(id);
      return !related.some((other) => other.relation === "broader" && coded.includes(other.id));
    });
  }

  /** Materials that hold a property, those for which it is the main one first. */
  holding(property: string): readonly string[] {
    const found = [...this.#materials.values()].filter(({ contains }) => contains.includes(property));
    return found
      .sort((a, b) => a.contains.indexOf(property) - b.contains.indexOf(property))
      .map(({ concept_id }) => concept_id);
  }

  /** Physical states a material comes in; empty when not known. */
  formsOf(id: string): readonly string[] {
    return this.#materials.get(id)?.forms ?? [];
  }

  /** The concept itself and those whose uses may hold for it too, each once with its best weight. */
  relatedTo(id: string): readonly RelatedConcept[] {
    const known = this.#related.get(id);
    if (known !== undefined) return known;
    const found = new Map<string, RelatedConcept>();
    const add = (related: RelatedConcept) => {
      if ((found.get(related.id)?.weight ?? 0) < related.weight) found.set(related.id, related);
    };
    add({ id, weight: 1, relation: "same" });
    this.#climb(id, { weight: 1, add });
    const { narrower } = PARTNER_WEIGHTS.related;
    for (const special of this.#narrower.get(id) ?? [])
      add({ id: special, weight: narrower, relation: "narrower" });
    const related = [...found.values()];
    this.#related.set(id, related);
    return related;
  }

  /** Adds properties of a material, and the more general materials with theirs. */
  #climb(id: string, context: { weight: number; add: (related: RelatedConcept) => void }): void {
    const { weight, add } = context;
    const material = this.#materials.get(id);
    const shares = PARTNER_WEIGHTS.related.contains;
    material?.contains.forEach((property, at) => {
      const share = shares[Math.min(at, shares.length - 1)] ?? 0;
      add({ id: property, weight: weight * share, relation: "contains" });
    });
    const up = weight * PARTNER_WEIGHTS.related.broader;
    // Tables that people edit may name two materials more general than each other.
    if (up < LEAST_WEIGHT) return;
    for (const general of material?.broader ?? []) {
      add({ id: general, weight: up, relation: "broader" });
      this.#climb(general, { weight: up, add });
    }
  }
}
