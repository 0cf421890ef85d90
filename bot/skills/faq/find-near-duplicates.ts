import type { KnowledgeView } from "../../knowledge-view.ts";
import { analyseQuestion } from "../../understand/question.ts";
import { tellLanguage } from "../../understand/tell-language.ts";
import type { Likeness } from "./compare-questions.ts";
import { rankFaq } from "./match-faq.ts";

/** An entry that asks nearly the same as a new one. */
export interface NearDuplicate {
  id: string;
  /** Its question or variant that is nearest. */
  question: string;
  /** How near, 0 to 1; from 0.8 on an asker of one would be content with the other. */
  score: number;
}

/** Entries less alike are not worth a warning. */
const LEAST_SCORE = 0.55;
const MOST_FOUND = 5;
/** What differs in a name or figure may be a slip of whoever writes: it is shown, but never as the same. */
const OBSTACLE_COST = 0.05;
const MOST_WITH_OBSTACLE = 0.79;

/**
 * Finds entries whose question or a variant is close to a new entry's, whatever the languages: what to show before one
 * is added twice.
 *
 * @param texts Question and variants of the new entry, in any language; empty ones are passed over.
 * @param options.view Knowledge that the writer may see.
 * @param options.excludeId The entry that is being changed. @default {none}
 * @returns At most five, nearest first; empty when nothing is close.
 *
 * @example
 * ```ts
 * findNearDuplicates(["Who uses our fly ash?"], { view })[0]?.id; // "fly-ash"
 * ```
 */
export function findNearDuplicates(
  texts: readonly string[],
  { view, excludeId }: { view: KnowledgeView; excludeId?: string | undefined },
): NearDuplicate[] {
  const best = new Map<string, NearDuplicate>();
  for (const text of texts.filter((each) => each.trim() !== "")) {
    const language = tellLanguage(text, { view, fallback: "fi" });
    const question = analyseQuestion(text, { language, view });
    for (const { id, form, likeness } of rankFaq(question, { view, reader: "coordinator" })) {
      const score = nearness(likeness);
      if (id === excludeId || score < LEAST_SCORE || score <= (best.get(id)?.score ?? 0)) continue;
      best.set(id, { id, question: form.text, score: Math.round(score * 100) / 100 });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST_FOUND);
}

function nearness({ score, obstacle }: Likeness): number {
  return obstacle === undefined ? score : Math.min(MOST_WITH_OBSTACLE, score - OBSTACLE_COST);
}
