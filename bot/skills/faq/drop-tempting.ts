import type { RetrievedPassage } from "../../../indexer/index.ts";
import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Question } from "../../understand/question.ts";
import type { Obstacle } from "./compare-questions.ts";
import { type FaqMatch, rankFaq } from "./match-faq.ts";

/** From this likeness on an entry asks nearly the same, so that a difference between the two is what matters. */
const TEMPTING = 0.55;

/** Differences that make an answer wrong, not just incomplete. */
const WRONG: ReadonlySet<Obstacle> = new Set(["denial", "comparison", "side", "figure", "name", "material"]);

/**
 * Leaves out the curated answers to questions that differ from this one in a figure, material, name, side or denial and
 * in little else: what they say would be taken for the answer. Others stay, since their words may hold it.
 *
 * @param retrieved Passages of every kind.
 */
export function dropTempting(
  question: Question,
  context: { retrieved: readonly RetrievedPassage[]; view: KnowledgeView; reader: Reader },
): readonly RetrievedPassage[] {
  const { retrieved, view } = context;
  if (retrieved.every(({ passage }) => passage.faq === undefined)) return retrieved;
  const tempting = new Set(
    rankFaq(question, context)
      .filter(isTempting)
      .map(({ id }) => id),
  );
  if (tempting.size === 0) return retrieved;
  return retrieved.filter(({ entry }) => !tempting.has(view.index.passages[entry]?.faq?.id ?? ""));
}

/** Told by its likest form, behind those that may have the same answer and are not much less like. */
function isTempting({ likeness: { score, obstacle } }: FaqMatch): boolean {
  return obstacle !== undefined && WRONG.has(obstacle) && score >= TEMPTING;
}
