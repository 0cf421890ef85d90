import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { followUpNeeds } from "../../understand/follow-up-needs.ts";
import type { Memory } from "../../understand/memory.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import type { ReplyDraft } from "../compose-reply.ts";
import { answerLocationRequest } from "./answer-locations.ts";

/**
 * Answers a message that adds to what was asked of a place: "5 ha", "yes, a port", "Lapissa".
 *
 * @returns The answer, and the question it still answers; nothing when the message is no such thing.
 */
export function answerLocationFollowUp(
  asked: Question,
  context: { memory: Memory; view: KnowledgeView; reader: Reader },
): { question: Question; draft: ReplyDraft } | undefined {
  const { memory, view } = context;
  const request = followUpNeeds(asked, { memory, view });
  if (request === undefined) return undefined;
  // "5 ha" is of no language: the conversation's counts.
  const replyLanguage = /\p{L}{3}/u.test(asked.text)
    ? asked.replyLanguage
    : (memory.language ?? asked.replyLanguage);
  const draft = answerLocationRequest(request, { ...context, language: replyLanguage });
  if (draft === undefined) return undefined;
  const { question: last } = memory;
  const question =
    last === undefined ? asked : analyseQuestion(last.text, { language: last.language, replyLanguage, view });
  return { question, draft };
}
