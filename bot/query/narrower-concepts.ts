import type { MaterialRecord } from "../../knowledge/schema.ts";

/** "Takes water" means no waste water, and "makes gas" no hydrogen: kinds of these are other things to people. */
const NOT_GENERAL = new Set(["gas", "fuel-gas", "water", "biomass", "aggregate"]);
/** Steam is heat to an engineer; who asks for heat does not mean it. */
const NOT_KINDS = new Set(["steam", "condensate", "hot-water"]);

/**
 * Builds the way down from a general material to its kinds: who takes fly ash takes ash.
 *
 * @returns For a concept, itself and everything that is a kind of it.
 *
 * @example
 * ```ts
 * narrowerOf("trade:ash"); // Set { "trade:ash", "trade:fly-ash", … }
 * ```
 */
export function createNarrower(
  materials: readonly MaterialRecord[],
): (concept: string) => ReadonlySet<string> {
  const kinds = new Map<string, string[]>();
  for (const { concept_id, broader } of materials) {
    for (const general of broader) {
      if (NOT_GENERAL.has(general) || NOT_KINDS.has(concept_id)) continue;
      const key = `trade:${general}`;
      kinds.set(key, [...(kinds.get(key) ?? []), `trade:${concept_id}`]);
    }
  }
  return (concept) => {
    const found = new Set([concept]);
    for (const id of found) for (const kind of kinds.get(id) ?? []) found.add(kind);
    return found;
  };
}

/** Whether two sets share a value. */
export function hasCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const value of small) if (large.has(value)) return true;
  return false;
}
