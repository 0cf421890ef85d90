import type { Passage, RetrievedPassage } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";

/** Documents of at most so many passages are about one thing. */
const SHORT_DOCUMENT = 14;
/** How many of the best passages bring the rest of their document along. */
const LEADERS = 6;

/**
 * Adds the other passages of short documents whose passages were found: a page on one project names it once,
 * and what it says further down is still about it.
 *
 * @param retrieved Passages, best first.
 * @param isAllowed What the reader may see.
 * @returns The same passages, then those brought along.
 */
export function expandDocuments(
  retrieved: readonly RetrievedPassage[],
  context: { view: KnowledgeView; isAllowed: (passage: Passage, entry: number) => boolean },
): RetrievedPassage[] {
  const { view, isAllowed } = context;
  const known = new Set(retrieved.map(({ entry }) => entry));
  const added: RetrievedPassage[] = [];
  for (const { entry } of retrieved.slice(0, LEADERS)) {
    const siblings = view.entriesOfDocument(entry);
    if (siblings.length > SHORT_DOCUMENT) continue;
    for (const sibling of siblings) {
      const passage = view.index.passages[sibling];
      if (known.has(sibling) || passage === undefined || !isAllowed(passage, sibling)) continue;
      known.add(sibling);
      added.push({ passage, entry: sibling, score: 0 });
    }
  }
  return [...retrieved, ...added];
}
