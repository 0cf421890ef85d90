import type { RetrievedPassage } from "../indexer/index.ts";
import { type FoundAnswer, findAnswer } from "./answer-question.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { measureStep } from "./observe/measure-step.ts";
import type { ReplyDraft } from "./skills/compose-reply.ts";
import { answerLocationFollowUp } from "./skills/locations/answer-location-follow-up.ts";
import { answerParkRankingFollowUp } from "./skills/parks/answer-park-ranking.ts";
import { answerPartnerFollowUp } from "./skills/partners/answer-partner-follow-up.ts";
import { answerStreamFollowUp } from "./skills/streams/answer-stream-follow-up.ts";
import type { IncomingTurn } from "./turn.ts";
import type { SkillOutcome, SkillTurn } from "./turn-skill.ts";
import { personOf, topicOf } from "./understand/conversation-topic.ts";
import { correctSpelling } from "./understand/correct-spelling.ts";
import { joinTopic, resolveFollowUp } from "./understand/follow-up.ts";
import type { Memory } from "./understand/memory.ts";
import { partCompounds } from "./understand/part-compounds.ts";
import { analyseQuestion, type Question } from "./understand/question.ts";
import { writeStepNumbers } from "./understand/step-numbers.ts";
import { writeRowIds } from "./understand/write-row-ids.ts";

/** What the rules made of a question, before anything is remembered of it. */
export interface AnswerInTopic {
  /** The question that was answered, follow-ups spelled out. */
  question: Question;
  draft: ReplyDraft;
  /** See {@link FoundAnswer}; a follow-up of rows is exact too. */
  isExact: boolean;
  retrieved: readonly RetrievedPassage[];
}

/** What the rules made of a question, and what is remembered of it. */
export type UnderstoodAnswer = AnswerInTopic & SkillOutcome;

/** Answers a question from tables or passages, with what was talked of before. */
export async function answerInTopic(
  seen: SkillTurn,
  find: (seen: SkillTurn) => Promise<AnswerInTopic> = findInTopic,
): Promise<UnderstoodAnswer> {
  const answered = await find(seen);
  return { ...answered, memory: rememberAnswer(seen, answered) };
}

/** Finds the answer; it depends on nothing but the turn's words, languages, reader, view and memory, and on the day. */
export async function findInTopic(seen: SkillTurn): Promise<AnswerInTopic> {
  const { turn, memory, view } = seen;
  const asked = measureStep("understand", () => understandWords(seen));
  const context = { memory, view, reader: turn.reader };
  const followUp =
    answerStreamFollowUp(asked, context) ??
    answerPartnerFollowUp(asked, context) ??
    answerLocationFollowUp(asked, context) ??
    answerParkRankingFollowUp(asked, context);
  if (followUp !== undefined) return { ...followUp, isExact: true, retrieved: [] };
  return answerWithTopic(resolveFollowUp(asked, { memory, view }), context);
}

/** Reads words as a question, slips and abbreviations spelt out. */
function understandWords({ turn, words, language, replyLanguage, memory, view }: SkillTurn): Question {
  const parted = partCompounds(correctSpelling(words, { language, view }), { language, view });
  const spelt = writeStepNumbers(parted.text, language);
  const pointed = writeRowIds(spelt, { language, memory, view, reader: turn.reader });
  return analyseQuestion(pointed, { language, replyLanguage, view });
}

/** What is remembered of a question that was answered. */
export function rememberAnswer(
  { memory, replyLanguage, view }: SkillTurn,
  { question, draft }: { question: Question; draft: ReplyDraft },
): Memory {
  return {
    ...memory,
    language: replyLanguage,
    question: { text: question.text, language: question.language },
    streams: draft.streamQuery,
    partners: draft.partnerRequest,
    needs: draft.locationRequest,
    person: personOf(question, { draft, view }),
    topic: topicOf(question, { draft, view }) ?? memory.topic,
  };
}

/** A question that finds no answer alone may be about what was talked of before: "montako megawattia?". */
async function answerWithTopic(
  question: Question,
  context: { memory: Memory; view: KnowledgeView; reader: IncomingTurn["reader"] },
): Promise<FoundAnswer & { question: Question }> {
  const found = await findAnswer(question, context);
  const withTopic = found.draft.refused ? joinTopic(question, context) : undefined;
  if (withTopic === undefined) return { question, ...found };
  const second = await findAnswer(withTopic, context);
  return second.draft.refused ? { question, ...found } : { question: withTopic, ...second };
}
