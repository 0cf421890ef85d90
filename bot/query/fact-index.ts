import type { ParkFeature } from "../../knowledge/schema.ts";
import { namesFeature, UTILITIES } from "./feature-words.ts";
import type { IndexedFact } from "./park-fact.ts";

/** Key of what a company takes in; what a fact gives is kept under the concept itself, an industry under `class:…`. */
export function takesKey(concept: string): string {
  return `takes:${concept}`;
}

/** The facts of one park by what they speak of, so that a need is compared with few of them. */
export class FactIndex {
  readonly #facts: readonly IndexedFact[];
  #byKey: Map<string, IndexedFact[]> | undefined;
  #streams: readonly IndexedFact[] | undefined;
  readonly #byFeature = new Map<ParkFeature, readonly IndexedFact[]>();

  constructor(facts: readonly IndexedFact[]) {
    this.#facts = facts;
  }

  /** Facts that speak of any of the keys, each once, in their order. */
  under(keys: readonly string[]): IndexedFact[] {
    this.#byKey ??= indexByKey(this.#facts);
    const found = new Set<IndexedFact>();
    for (const key of keys) for (const fact of this.#byKey.get(key) ?? []) found.add(fact);
    return [...found];
  }

  /** Side streams that arise in the park. */
  streams(): readonly IndexedFact[] {
    this.#streams ??= this.#facts.filter(({ kind }) => kind === "stream");
    return this.#streams;
  }

  /** Facts that may tell of a feature: its rows, and those whose English words name it. */
  ofFeature(feature: ParkFeature): readonly IndexedFact[] {
    const known = this.#byFeature.get(feature);
    if (known !== undefined) return known;
    const isOfCompanies = UTILITIES.has(feature);
    const found = this.#facts.filter((fact) => {
      if (fact.feature === feature) return true;
      if (
        fact.kind !== "infrastructure" &&
        !(isOfCompanies && (fact.kind === "company" || fact.kind === "stream"))
      )
        return false;
      return namesFeature(fact.gives.en, feature);
    });
    this.#byFeature.set(feature, found);
    return found;
  }
}

function indexByKey(facts: readonly IndexedFact[]): Map<string, IndexedFact[]> {
  const byKey = new Map<string, IndexedFact[]>();
  const add = (key: string, fact: IndexedFact) => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [fact]);
    else known.push(fact);
  };
  for (const fact of facts) {
    for (const id of fact.givesConcepts.keys()) add(id, fact);
    for (const id of fact.takesConcepts.keys()) add(takesKey(id), fact);
    for (const name of fact.classes) add(`class:${name}`, fact);
  }
  return byKey;
}
