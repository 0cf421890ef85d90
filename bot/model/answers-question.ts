import type { KnowledgeView } from "../knowledge-view.ts";
import type { Citation } from "../reply/reply.ts";
import type { ReplyDraft } from "../skills/compose-reply.ts";
import type { Question } from "../understand/question.ts";
import { readEvidence } from "./check/evidence.ts";
import { findStrangeNames } from "./check/find-names.ts";
import { measureSupport } from "./check/measure-support.ts";

/** Least share of a question's content words to be met, where the answer without a model meets as much. */
const LEAST_SHARE = 0.5;
/** The same where there is no answer without a model, or a weak one. */
const LEAST_SHARE_ALONE = 0.7;

/** An answer as far as it is written. */
export interface Written {
  text: string;
  citations: readonly Citation[];
}

/**
 * Tells whether a written answer has to do with what was asked: sentences that are true may still answer another
 * question. It must meet as much of the question as the answer without a model. Where that is a refusal or weak, the
 * names, most of the other words and, if one is asked for, a number must be met.
 */
export function answersQuestion(
  question: Question,
  context: { written: Written; draft: ReplyDraft; view: KnowledgeView },
): boolean {
  const { written, draft } = context;
  const share = shareOf(question, { ...context, written });
  if (!draft.refused && draft.isWeak !== true) {
    return share >= Math.min(LEAST_SHARE, shareOf(question, { ...context, written: draft }));
  }
  const { answerType, terms } = question;
  const asksFigure = answerType === "number" || answerType === "date";
  if (asksFigure && !/\d/.test(written.text.replace(/\[\d+\]/g, ""))) return false;
  if (terms.some((term) => term.isUnknown)) return false;
  return share >= LEAST_SHARE_ALONE;
}

/** How much of a question an answer and what it cites speak of; nothing where a name of the question is missing. */
function shareOf(
  { text, language, replyLanguage, matches }: Question,
  { written, view }: { written: Written; view: KnowledgeView },
): number {
  const { lexicon } = view.index;
  const evidence = [
    readEvidence(written.text, { language: replyLanguage, lexicon }),
    ...written.citations.map(({ passage, language: of }) => readEvidence(passage, { language: of, lexicon })),
  ];
  if (findStrangeNames(text, { language, matches, evidence }).length > 0) return 0;
  return measureSupport(text, { language, lexicon, evidence }).share;
}
