import type { KnowledgeView } from "../../knowledge-view.ts";
import { type Evidence, readEvidence } from "./evidence.ts";
import { measureSupport } from "./measure-support.ts";

/**
 * The part of a sentence, between semicolons, that another one comes nearest to: what the other parts deny says nothing of
 * it.
 *
 * @example
 * ```ts
 * // told: "Sludge is taken to the plant"; source: "Sludge goes to the plant; the quantity is not given."
 * nearestPart(told, { source, view }); // "Sludge goes to the plant"
 * ```
 */
export function nearestPart(
  told: Evidence,
  { source, view }: { source: Evidence; view: KnowledgeView },
): string {
  const parts = source.text.split(/;\s+/u);
  if (parts.length === 1) return source.text;
  const { lexicon } = view.index;
  const { language } = told;
  const shares = parts.map((part) => {
    const evidence = [readEvidence(part, { language: source.language, lexicon })];
    return { part, share: measureSupport(told.text, { language, lexicon, evidence }).share };
  });
  return shares.reduce((best, one) => (one.share > best.share ? one : best)).part;
}
