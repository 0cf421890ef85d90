import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { followUpStreams } from "../../understand/follow-up-streams.ts";
import type { Memory } from "../../understand/memory.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import type { ReplyDraft } from "../compose-reply.ts";
import { answerStreamQuery, composeNoStreams } from "./answer-streams.ts";

/**
 * Answers what is asked of the rows that were shown last: "only the hazardous ones", "show more".
 *
 * @returns The answer and the question it belongs to; nothing when the message is no such follow-up.
 */
export function answerStreamFollowUp(
  asked: Question,
  context: { memory: Memory; view: KnowledgeView; reader: Reader },
): { question: Question; draft: ReplyDraft } | undefined {
  const followUp = followUpStreams(asked, context);
  if (followUp === undefined) return undefined;
  const { query, skip } = followUp;
  const rows = { ...context, language: asked.replyLanguage };
  const draft = answerStreamQuery(query, { ...rows, skip }) ?? composeNoStreams(query, rows);
  // The question that the rows answer stays the one that a change of place or topic is measured by.
  const { question: last } = context.memory;
  const question =
    last === undefined
      ? asked
      : analyseQuestion(last.text, {
          language: last.language,
          replyLanguage: asked.replyLanguage,
          view: context.view,
        });
  return { question, draft };
}
