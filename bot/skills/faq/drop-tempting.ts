import type { RetrievedPassage } from "../../../indexer/index.ts";
import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Question } from "../../understand/question.ts";
import type { Obstacle } from "./find-obstacle.ts";
import { type FaqMatch, rankFaq } from "./match-faq.ts";
import {
  type EntryForm,
  isWrittenFor,
  type QuestionForm,
  readFaqForms,
  toAskedForm,
} from "./question-forms.ts";
import { weightOfUntold } from "./term-likeness.ts";

/** From this likeness on an entry asks nearly the same, so that a difference between the two is what matters. */
const TEMPTING = 0.55;
/** From here on so much of a question is met by what the desk wrote to another that any difference matters. */
const TEMPTING_IF_WRITTEN = 0.4;
/** Of which less than this is asked, it answers something more particular. */
const LEAST_USED = 0.4;

/** Differences that make an answer wrong, not just incomplete. */
const WRONG: ReadonlySet<Obstacle> = new Set(["denial", "comparison", "side", "figure", "name", "material"]);

/** An answer written to a certain question is no answer to one with a word of this weight that it never speaks of. */
const UNTOLD = 0.28;

/**
 * Leaves out the curated answers to questions that differ from this one in a figure, material, name, side or denial and
 * in little else: what they say would be taken for the answer. Others stay, since their words may hold it. What the desk
 * wrote to a certain question is short and dated, and so taken for an answer the sooner: it stays only when it speaks of
 * everything that is asked.
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
  const one = toAskedForm(question, view);
  for (const form of readFaqForms(view).forms) {
    if (!isWrittenFor(form.passage)) continue;
    if (weightOfUntold(one, form) > UNTOLD || lacksFigure(one, form)) tempting.add(form.id);
  }
  if (tempting.size === 0) return retrieved;
  return retrieved.filter(({ entry }) => !tempting.has(view.index.passages[entry]?.faq?.id ?? ""));
}

/** "How much slag is exported?" is not answered by words alone. */
function lacksFigure({ asked }: QuestionForm, { passage }: EntryForm): boolean {
  if (asked.kind !== "amount" && asked.kind !== "count") return false;
  return !passage.sentences.some(({ text }) => /\d/.test(text));
}

/** Told by its likest form, behind those that may have the same answer and are not much less like. */
function isTempting({ form, likeness: { score, covered, used, obstacle } }: FaqMatch): boolean {
  const isWritten = isWrittenFor(form.passage);
  if (obstacle === undefined) return isWritten && used < LEAST_USED;
  if (isWritten) return covered >= TEMPTING_IF_WRITTEN;
  return WRONG.has(obstacle) && score >= TEMPTING;
}
