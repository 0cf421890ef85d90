import type { Language } from "../knowledge/languages.ts";
import { answerQuestion } from "./answer-question.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import type { Reply } from "./reply/reply.ts";
import { composeReply, type ReplyDraft } from "./skills/compose-reply.ts";
import { answerHandoff, isHandoffRequest } from "./skills/handoff.ts";
import { answerLocationFollowUp } from "./skills/locations/answer-location-follow-up.ts";
import { answerPartnerFollowUp } from "./skills/partners/answer-partner-follow-up.ts";
import { answerPartnerRequest } from "./skills/partners/suggest-partners.ts";
import { answerSmalltalk, courtesyLanguage, detectSmalltalk, sampleSuggestions } from "./skills/smalltalk.ts";
import { answerStreamFollowUp } from "./skills/streams/answer-stream-follow-up.ts";
import { answerStreamQuery } from "./skills/streams/answer-streams.ts";
import { TEXTS } from "./texts.ts";
import {
  type AnswerTurn,
  type FilledForm,
  type IncomingTurn,
  MAX_QUESTION_CHARS,
  type TurnProgress,
} from "./turn.ts";
import { personOf, topicOf } from "./understand/conversation-topic.ts";
import { correctSpelling } from "./understand/correct-spelling.ts";
import { joinTopic, resolveFollowUp } from "./understand/follow-up.ts";
import { findLanguageRequest } from "./understand/language-request.ts";
import { fallbackLanguage, type Memory, type MemoryStore } from "./understand/memory.ts";
import { analyseQuestion, type Question } from "./understand/question.ts";
import { readPartnerForm } from "./understand/read-partner-form.ts";
import { writeStepNumbers } from "./understand/step-numbers.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { writeRowIds } from "./understand/write-row-ids.ts";

export interface AnswerTurnParts {
  /** The knowledge as it stands now; asked anew for each turn, so that a new index takes over by itself. */
  currentView: () => KnowledgeView;
  memories: MemoryStore;
}

interface Outcome {
  draft: ReplyDraft;
  memory: Memory;
}

/**
 * Builds the one pipeline that every channel and command uses: language, courtesies, follow-ups, then the
 * answer from tables or passages.
 */
export function createAnswerTurn(parts: AnswerTurnParts): AnswerTurn {
  return async (turn, progress) => {
    const started = performance.now();
    const memory = await parts.memories.load(turn.conversationId);
    const { draft, memory: next } = answer(turn, { memory, view: parts.currentView(), progress });
    await parts.memories.save(turn.conversationId, next);
    const ms = Math.round((performance.now() - started) * 100) / 100;
    return { ...draft, ms } satisfies Reply;
  };
}

function answer(
  turn: IncomingTurn,
  context: { memory: Memory | undefined; view: KnowledgeView; progress: TurnProgress | undefined },
): Outcome {
  const { memory = {}, view, progress } = context;
  const text = turn.text.trim().slice(0, MAX_QUESTION_CHARS).replace(/\s+/g, " ").trim();
  const fallback = fallbackLanguage(memory, turn.preferredLanguage);
  if (turn.form !== undefined) progress?.searching(fallback);
  if (turn.form !== undefined) return answerForm(turn.form, { memory, view, reader: turn.reader, fallback });
  if (!/[\p{L}\d]/u.test(text)) {
    const draft = frameReply(memory.requestedLanguage ?? fallback, "emptyMessage");
    return { draft: { ...draft, refused: true }, memory };
  }
  const smalltalk = detectSmalltalk(text);
  if (smalltalk !== undefined) {
    const language = courtesyLanguage(text) ?? fallback;
    return { draft: answerSmalltalk(smalltalk, language), memory: { ...memory, language } };
  }
  const request = findLanguageRequest(text);
  if (request !== undefined && request.rest === "") return repeatIn(request.language, { memory, view, turn });
  const words = request?.rest ?? text;
  const language = tellLanguage(words, { view, fallback });
  const replyLanguage = request?.language ?? keptRequest(memory, language) ?? language;
  const spelt = writeStepNumbers(correctSpelling(words, { language, view }), language);
  const pointed = writeRowIds(spelt, { language, memory, view, reader: turn.reader });
  const asked = analyseQuestion(pointed, { language, replyLanguage, view });
  if (isHandoffRequest(words)) {
    const draft = answerHandoff(replyLanguage, { view, topic: memory.topic, reader: turn.reader });
    return { draft, memory: { ...memory, language: replyLanguage } };
  }
  progress?.searching(replyLanguage);
  const { question, draft } =
    answerStreamFollowUp(asked, { memory, view, reader: turn.reader }) ??
    answerPartnerFollowUp(asked, { memory, view, reader: turn.reader }) ??
    answerLocationFollowUp(asked, { memory, view, reader: turn.reader }) ??
    answerWithTopic(resolveFollowUp(asked, { memory, view }), { memory, view, reader: turn.reader });
  const cut = turn.text.length > MAX_QUESTION_CHARS;
  return {
    draft: cut ? { ...draft, text: `${TEXTS[replyLanguage].tooLong}\n\n${draft.text}` } : draft,
    memory: {
      ...memory,
      language: replyLanguage,
      ...(request === undefined ? {} : { requestedLanguage: request.language }),
      question: { text: question.text, language: question.language },
      streams: draft.streamQuery,
      partners: draft.partnerRequest,
      needs: draft.locationRequest,
      person: personOf(question, { draft, view }),
      topic: topicOf(question, { draft, view }) ?? memory.topic,
    },
  };
}

/** A question that finds no answer alone may be about what was talked of before: "montako megawattia?". */
function answerWithTopic(
  question: Question,
  context: { memory: Memory; view: KnowledgeView; reader: IncomingTurn["reader"] },
): { question: Question; draft: ReplyDraft } {
  const draft = answerQuestion(question, context);
  const withTopic = draft.refused ? joinTopic(question, context) : undefined;
  if (withTopic === undefined) return { question, draft };
  const second = answerQuestion(withTopic, context);
  return second.refused ? { question, draft } : { question: withTopic, draft: second };
}

/** A wish for a language holds while the person goes on in the language the wish was made against. */
function keptRequest(memory: Memory, language: Language): Language | undefined {
  if (memory.requestedLanguage === undefined || memory.question === undefined) return undefined;
  return memory.question.language === language ? memory.requestedLanguage : undefined;
}

/** Answers the last question again in another language, or promises to go on in it. */
function repeatIn(
  language: Language,
  context: { memory: Memory; view: KnowledgeView; turn: IncomingTurn },
): Outcome {
  const { memory, view, turn } = context;
  const next: Memory = { ...memory, language, requestedLanguage: language };
  if (memory.question === undefined) return { draft: frameReply(language, "languageSet"), memory: next };
  const { text, language: asked } = memory.question;
  const rows = memory.streams;
  const repeated = rows && answerStreamQuery(rows.query, { view, reader: turn.reader, language });
  if (repeated !== undefined) return { draft: repeated, memory: { ...next, streams: repeated.streamQuery } };
  const question = analyseQuestion(text, { language: asked, replyLanguage: language, view });
  return { draft: answerQuestion(question, { view, reader: turn.reader }), memory: next };
}

function frameReply(language: Language, key: "emptyMessage" | "languageSet"): ReplyDraft {
  const texts = TEXTS[language];
  return composeReply({
    language,
    intent: "smalltalk",
    lines: [{ frame: texts[key] }],
    suggestions: sampleSuggestions(texts),
  });
}

/** A form holds few words, so the conversation's language decides that of the answer. */
function answerForm(
  form: FilledForm,
  context: { memory: Memory; view: KnowledgeView; reader: IncomingTurn["reader"]; fallback: Language },
): Outcome {
  const { memory, view, reader, fallback } = context;
  const language = tellLanguage(form.fields.what ?? "", { view, fallback });
  const request = readPartnerForm(form.fields, { language, view });
  const draft = answerPartnerRequest(request, { view, reader, language, replyLanguage: fallback });
  const question = { text: form.fields.what ?? "", language };
  return { draft, memory: { ...memory, language: fallback, question, partners: draft.partnerRequest } };
}
