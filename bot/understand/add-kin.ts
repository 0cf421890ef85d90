import type { LocationNeed } from "../query/location-need.ts";

/**
 * Adds to the company's own trade the materials it works with: who turns fish offal into feed is kin of those who take
 * animal by-products, whatever the two make.
 */
export function addKin(needs: readonly LocationNeed[]): LocationNeed[] {
  const own = needs.flatMap((need) => (need.kind === "input" && need.isOwn === true ? [need.material] : []));
  if (own.length === 0) return [...needs];
  return needs.map((need) => (need.kind === "industry" ? { ...need, materials: own } : need));
}
