import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationRequest } from "../../query/location-need.ts";
import { followUpNeeds } from "../../understand/follow-up-needs.ts";
import { COMPARES } from "../../understand/location-words.ts";
import type { Memory } from "../../understand/memory.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { readNeeds } from "../../understand/read-needs.ts";
import type { ReplyDraft } from "../compose-reply.ts";
import { answerLocationRequest } from "./answer-locations.ts";
import { findNamedParks } from "./compared-parks.ts";

interface FollowUpContext {
  memory: Memory;
  view: KnowledgeView;
  reader: Reader;
}

/**
 * Answers a message that adds to what was asked of a place ("5 ha", "yes, a port", "Lapissa"), or puts parks side by
 * side for the same needs ("compare the two best").
 *
 * @returns The answer, and the question it still answers; nothing when the message is no such thing.
 */
export function answerLocationFollowUp(
  asked: Question,
  context: FollowUpContext,
): { question: Question; draft: ReplyDraft } | undefined {
  const { memory, view } = context;
  const request = followUpNeeds(asked, { memory, view }) ?? followUpComparison(asked, context);
  if (request === undefined) return undefined;
  // "5 ha" is of no language: the conversation's counts.
  const isBare = !/\p{L}{3}/u.test(asked.text);
  const replyLanguage = isBare ? (memory.language ?? asked.replyLanguage) : asked.replyLanguage;
  const draft = answerLocationRequest(request, { ...context, language: replyLanguage });
  if (draft === undefined) return undefined;
  const { question: last } = memory;
  const question =
    last === undefined ? asked : analyseQuestion(last.text, { language: last.language, replyLanguage, view });
  return { question, draft };
}

/** Parks to be compared by the needs that the conversation knows. */
function followUpComparison(asked: Question, context: FollowUpContext): LocationRequest | undefined {
  const { memory, view } = context;
  const last = memory.needs;
  if (last === undefined || last.needs.length === 0 || !COMPARES.test(asked.text)) return undefined;
  const parks = findNamedParks(asked, context).map(({ id }) => id);
  const own = readNeeds(asked, view).filter(({ kind }) => kind !== "place" && kind !== "wish");
  if (parks.length < 2 || own.length > 0) return undefined;
  const needs = last.needs.filter(({ kind }) => kind !== "place");
  return { needs, parks, skipped: last.skipped };
}
