import type { RetrievedPassage } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { contacts } from "./handoff.ts";

/**
 * Says plainly that the knowledge does not cover a question, names the nearest topic and a person to ask.
 *
 * @param context.retrieved What was nearest, best first; may be empty.
 */
export function refuse(
  question: Question,
  context: { view: KnowledgeView; retrieved: readonly RetrievedPassage[]; reader: Reader },
): ReplyDraft {
  const texts = TEXTS[question.replyLanguage];
  const lines: AnswerLine[] = [{ frame: texts.refusal }];
  const nearest = nearestTopic(question, context.retrieved);
  if (nearest !== undefined) lines.push({ frame: texts.refusalNearest(nearest.replace(/[?!.:]+$/, "")) });
  const people = contacts(question.replyLanguage, { ...context, topic: question.text });
  if (people.length > 0) lines.push({ frame: texts.refusalContact }, ...people);
  return composeReply({
    language: question.replyLanguage,
    intent: "none",
    refused: true,
    lines,
    suggestions: [{ title: texts.talkToPerson, text: texts.talkToPerson }],
  });
}

function nearestTopic(question: Question, retrieved: readonly RetrievedPassage[]): string | undefined {
  const own = retrieved.find(({ passage }) => passage.language === question.replyLanguage) ?? retrieved[0];
  if (own === undefined) return undefined;
  const heading = own.passage.headings.at(-1);
  return heading === undefined || heading === own.passage.title
    ? own.passage.title
    : `${own.passage.title} – ${heading}`;
}
