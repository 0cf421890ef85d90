import { randomUUID } from "node:crypto";
import type { Language } from "../knowledge/languages.ts";
import { answerQuestion } from "./answer-question.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { describeError, type Log } from "./log.ts";
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
import type { SkillOutcome, SkillTurn, TurnSkill } from "./turn-skill.ts";
import { personOf, topicOf } from "./understand/conversation-topic.ts";
import { correctSpelling } from "./understand/correct-spelling.ts";
import { joinTopic, resolveFollowUp } from "./understand/follow-up.ts";
import { findLanguageRequest } from "./understand/language-request.ts";
import { fallbackLanguage, type Memory, type MemoryStore, MOST_RECENT } from "./understand/memory.ts";
import { partCompounds } from "./understand/part-compounds.ts";
import { analyseQuestion, type Question } from "./understand/question.ts";
import { readPartnerForm } from "./understand/read-partner-form.ts";
import { writeStepNumbers } from "./understand/step-numbers.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { writeRowIds } from "./understand/write-row-ids.ts";

export interface AnswerTurnParts {
  /** The knowledge as it stands now; asked anew for each turn, so that a new index takes over by itself. */
  currentView: () => KnowledgeView;
  memories: MemoryStore;
  /** What the assistant can do beside answering, in the order in which they are asked. @default {none} */
  skills?: readonly TurnSkill[];
  log?: Log;
}

/**
 * Builds the one pipeline that every channel and command uses: language, courtesies, the skills beside answering,
 * follow-ups, then the answer from tables or passages.
 */
export function createAnswerTurn(parts: AnswerTurnParts): AnswerTurn {
  const { memories, skills = [] } = parts;
  return async (turn, progress) => {
    const started = performance.now();
    const memory = (await memories.load(turn.conversationId)) ?? {};
    const view = parts.currentView().forReader(turn.reader);
    const { draft, memory: next, seen } = await answer(turn, { memory, view, progress, skills });
    const enriched = skills.reduce((all, skill) => skill.enrich?.(all, seen) ?? all, draft);
    await memories.save(turn.conversationId, withRecent(next, { draft: enriched, seen }));
    const ms = Math.round((performance.now() - started) * 100) / 100;
    const reply: Reply = { ...enriched, ms, turnId: randomUUID() };
    for (const skill of skills) note(() => skill.answered?.(reply, seen), parts.log);
    return reply;
  };
}

const MAX_RECENT_CHARS = 600;

/** Adds a question and the beginning of its answer to what is remembered; courtesies and forms are none. */
function withRecent(memory: Memory, { draft, seen }: { draft: ReplyDraft; seen: SkillTurn }): Memory {
  const { intent, refused, text } = draft;
  if (seen.words === "" || intent === "smalltalk" || intent === "handoff") return memory;
  const answered = text
    .replace(/\[\d+\]|\*\*/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_RECENT_CHARS);
  const turns = [...(memory.recent ?? []), { asked: seen.words, answered, refused }];
  return { ...memory, recent: turns.slice(-MOST_RECENT) };
}

/** What is noted of an answer must not keep it from the person. */
function note(work: () => void, log: Log | undefined): void {
  try {
    work();
  } catch (error) {
    log?.error("turn.not-noted", describeError(error));
  }
}

interface TurnContext {
  memory: Memory;
  view: KnowledgeView;
  progress: TurnProgress | undefined;
  skills: readonly TurnSkill[];
}

/** An outcome with the turn as it was understood on the way. */
type Answered = SkillOutcome & { seen: SkillTurn };

async function answer(turn: IncomingTurn, context: TurnContext): Promise<Answered> {
  const { memory, view, progress } = context;
  const text = turn.text.trim().slice(0, MAX_QUESTION_CHARS).replace(/\s+/g, " ").trim();
  const fallback = fallbackLanguage(memory, turn.preferredLanguage);
  const seen: SkillTurn = { turn, words: "", language: fallback, replyLanguage: fallback, memory, view };
  if (turn.form !== undefined) {
    progress?.searching(fallback);
    const taken = await askSkills(seen, context.skills);
    return { ...(taken ?? answerForm(turn.form, { memory, view, reader: turn.reader, fallback })), seen };
  }
  if (!/[\p{L}\d]/u.test(text)) {
    const draft = frameReply(memory.requestedLanguage ?? fallback, "emptyMessage");
    return { draft: { ...draft, refused: true }, memory, seen };
  }
  const smalltalk = detectSmalltalk(text);
  if (smalltalk !== undefined) {
    const language = courtesyLanguage(text) ?? fallback;
    const spoken = { ...seen, words: text, language, replyLanguage: language };
    return { draft: answerSmalltalk(smalltalk, language), memory: { ...memory, language }, seen: spoken };
  }
  return answerWords(seen, { ...context, text, fallback });
}

/** Answers words that are more than a courtesy. */
async function answerWords(
  seen: SkillTurn,
  context: TurnContext & { text: string; fallback: Language },
): Promise<Answered> {
  const { memory, view, text, fallback, skills } = context;
  const { turn } = seen;
  const request = findLanguageRequest(text);
  if (request !== undefined && request.rest === "") {
    const spoken = { ...seen, replyLanguage: request.language };
    return { ...repeatIn(request.language, { memory, view, turn }), seen: spoken };
  }
  const words = request?.rest ?? text;
  const language = tellLanguage(words, { view, fallback });
  const replyLanguage = request?.language ?? keptRequest(memory, language) ?? language;
  const understood: SkillTurn = { ...seen, words, language, replyLanguage };
  const taken = await askSkills(understood, skills);
  if (taken !== undefined) return { ...taken, seen: understood };
  if (isHandoffRequest(words)) {
    const draft = answerHandoff(replyLanguage, { view, topic: memory.topic, reader: turn.reader });
    return { draft, memory: { ...memory, language: replyLanguage }, seen: understood };
  }
  context.progress?.searching(replyLanguage);
  const requested = request === undefined ? {} : { requestedLanguage: request.language };
  const { draft, memory: next } = answerQuestionOf(understood);
  return { draft, memory: { ...next, ...requested }, seen: understood };
}

/** Answers a question from tables or passages, with what was talked of before. */
function answerQuestionOf(seen: SkillTurn): SkillOutcome {
  const { turn, words, language, replyLanguage, memory, view } = seen;
  const parted = partCompounds(correctSpelling(words, { language, view }), { language, view });
  const spelt = writeStepNumbers(parted.text, language);
  const pointed = writeRowIds(spelt, { language, memory, view, reader: turn.reader });
  const asked = analyseQuestion(pointed, { language, replyLanguage, view });
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
      question: { text: question.text, language: question.language },
      streams: draft.streamQuery,
      partners: draft.partnerRequest,
      needs: draft.locationRequest,
      person: personOf(question, { draft, view }),
      topic: topicOf(question, { draft, view }) ?? memory.topic,
    },
  };
}

/** Asks the skills beside answering, in their order. */
async function askSkills(seen: SkillTurn, skills: readonly TurnSkill[]): Promise<SkillOutcome | undefined> {
  for (const skill of skills) {
    const outcome = await skill.take?.(seen);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
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
): SkillOutcome {
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
): SkillOutcome {
  const { memory, view, reader, fallback } = context;
  // A form of a part that is not there.
  if (form.kind !== "partners") return { draft: frameReply(fallback, "emptyMessage"), memory };
  const language = tellLanguage(form.fields.what ?? "", { view, fallback });
  const request = readPartnerForm(form.fields, { language, view });
  const draft = answerPartnerRequest(request, { view, reader, language, replyLanguage: fallback });
  const question = { text: form.fields.what ?? "", language };
  return { draft, memory: { ...memory, language: fallback, question, partners: draft.partnerRequest } };
}
