import { isDeepStrictEqual } from "node:util";
import type { Rest } from "./pace.ts";
import type { Passage } from "./passage.ts";

/**
 * Puts passages of the version before in the place of new ones that say the same, so that what was made of them is known by
 * the passage itself.
 */
export async function keepSamePassages(
  passages: readonly Passage[],
  options: { before: readonly Passage[]; rest: Rest },
): Promise<Passage[]> {
  const { before, rest } = options;
  const byId = new Map(before.map((passage) => [passage.id, passage]));
  const kept: Passage[] = [];
  for (const passage of passages) {
    const known = byId.get(passage.id);
    kept.push(known !== undefined && isDeepStrictEqual(passage, known) ? known : passage);
    await rest();
  }
  return kept;
}
