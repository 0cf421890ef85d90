import { type Passage, passageText, type RetrievedPassage } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";

/**
 * Says plainly that the knowledge does not cover a question, names the nearest topic and a person to ask.
 *
 * @param context.retrieved What was nearest, best first; may be empty.
 */
export function refuse(
  question: Question,
  context: { view: KnowledgeView; retrieved: readonly RetrievedPassage[] },
): ReplyDraft {
  const texts = TEXTS[question.replyLanguage];
  const lines: AnswerLine[] = [{ frame: texts.refusal }];
  const nearest = nearestTopic(question, context.retrieved);
  if (nearest !== undefined) lines.push({ frame: texts.refusalNearest(nearest) });
  lines.push(...contactLines(question, context));
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
  return heading === undefined || heading === own.passage.title ? own.passage.title : `${own.passage.title} – ${heading}`;
}

/** Contact details that fit the question best: of what was nearest, else of the whole knowledge. */
export function contactLines(
  question: Question,
  context: { view: KnowledgeView; retrieved: readonly RetrievedPassage[] },
): AnswerLine[] {
  const nearest = context.retrieved.map(({ passage }) => passage);
  const found = [...nearest, ...context.view.index.passages].find(hasContact);
  const contact = found?.sentences.find((sentence) => sentence.kind === "contact");
  if (found === undefined || contact === undefined) return [];
  const source = found.sources[contact.sources[0] ?? 0];
  if (source === undefined) return [];
  return [
    { frame: TEXTS[question.replyLanguage].refusalContact },
    {
      claim: {
        text: contact.text,
        sources: [{ ...source, passage: passageText(found), language: found.language }],
      },
    },
  ];
}

function hasContact(passage: Passage): boolean {
  return passage.visibility === "public" && passage.sentences.some((sentence) => sentence.kind === "contact");
}
