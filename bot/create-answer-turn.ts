import { randomUUID } from "node:crypto";
import type { Language } from "../knowledge/languages.ts";
import { AnswerCache } from "./answer-cache.ts";
import { answerInTopic, findInTopic } from "./answer-in-topic.ts";
import { findAnswer } from "./answer-question.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { describeError, type Log } from "./log.ts";
import type { Voice } from "./model/voice.ts";
import { readLogContext } from "./observe/log-context.ts";
import { measureStep } from "./observe/measure-step.ts";
import type { Reply } from "./reply/reply.ts";
import { composeReply, type ReplyDraft } from "./skills/compose-reply.ts";
import { answerHandoff, isHandoffRequest } from "./skills/handoff.ts";
import { answerPartnerRequest } from "./skills/partners/suggest-partners.ts";
import { answerSmalltalk, courtesyLanguage, detectSmalltalk, sampleSuggestions } from "./skills/smalltalk.ts";
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
import { findLanguageRequest } from "./understand/language-request.ts";
import { fallbackLanguage, type Memory, type MemoryStore, MOST_RECENT } from "./understand/memory.ts";
import { analyseQuestion } from "./understand/question.ts";
import { readPartnerForm } from "./understand/read-partner-form.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { tidyQuestion } from "./understand/tidy-question.ts";

export interface AnswerTurnParts {
  /** The knowledge as it stands now; asked anew for each turn, so that a new index takes over by itself. */
  currentView: () => KnowledgeView;
  memories: MemoryStore;
  /** What the assistant can do beside answering, in the order in which they are asked. @default {none} */
  skills?: readonly TurnSkill[];
  /** Words answers by a chat model. @default {none: answers quote their sources} */
  voice?: Voice;
  /** Whether an answer that was just made is given again; `false` to measure what each costs. @default {true} */
  keepsAnswers?: boolean;
  log?: Log;
}

/**
 * Builds the one pipeline that every channel and command uses: language, courtesies, the skills beside answering,
 * follow-ups, then the answer from tables or passages.
 */
export function createAnswerTurn(parts: AnswerTurnParts): AnswerTurn {
  const { memories, skills = [], voice, keepsAnswers = true } = parts;
  const answers = keepsAnswers ? new AnswerCache() : NO_CACHE;
  return async (turn, progress) => {
    const started = performance.now();
    const memory = (await memories.load(turn.conversationId)) ?? {};
    const view = parts.currentView().forReader(turn.reader);
    const {
      draft,
      memory: next,
      seen,
    } = await answer(turn, { memory, view, progress, skills, voice, answers });
    let enriched = draft;
    for (const skill of skills) enriched = (await skill.enrich?.(enriched, seen)) ?? enriched;
    await memories.save(turn.conversationId, withRecent(next, { draft: enriched, seen }));
    const ms = Math.round((performance.now() - started) * 100) / 100;
    const reply: Reply = { ...enriched, ms, turnId: readLogContext().turn ?? randomUUID() };
    await Promise.all(skills.map((skill) => note(async () => skill.answered?.(reply, seen), parts.log)));
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
  const turns = [
    ...(memory.recent ?? []),
    { asked: seen.words, answered, refused, reader: seen.turn.reader },
  ];
  return { ...memory, recent: turns.slice(-MOST_RECENT) };
}

/** What is noted of an answer must not keep it from the person. */
async function note(work: () => Promise<void>, log: Log | undefined): Promise<void> {
  try {
    await work();
  } catch (error) {
    log?.error("turn.not-noted", describeError(error));
  }
}

interface TurnContext {
  memory: Memory;
  view: KnowledgeView;
  progress: TurnProgress | undefined;
  skills: readonly TurnSkill[];
  voice: Voice | undefined;
  answers: Pick<AnswerCache, "get">;
}

/** Has every answer made. */
const NO_CACHE: Pick<AnswerCache, "get"> = { get: (seen, make) => make(seen) };

/** An outcome with the turn as it was understood on the way. */
type Answered = SkillOutcome & { seen: SkillTurn };

async function answer(turn: IncomingTurn, context: TurnContext): Promise<Answered> {
  const { memory, view, progress } = context;
  const text = tidyQuestion(turn.text);
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
    return { ...(await repeatIn(spoken, context)), seen: spoken };
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
  const { draft, memory: next } = await answerQuestionOf(understood, context);
  return { draft, memory: { ...next, ...requested }, seen: understood };
}

/** Answers a question by the rules, then in the words of the chat model where there is one. */
async function answerQuestionOf(
  seen: SkillTurn,
  { progress, voice, answers }: Pick<TurnContext, "progress" | "voice" | "answers">,
): Promise<SkillOutcome> {
  const { turn, replyLanguage } = seen;
  const isCut = turn.text.length > MAX_QUESTION_CHARS;
  const withNotice = (text: string) => (isCut ? `${TEXTS[replyLanguage].tooLong}\n\n${text}` : text);
  const first = await answerInTopic(seen, (turn) => answers.get(turn, findInTopic));
  const { draft, memory } =
    voice === undefined
      ? first
      : await measureStep("model", () =>
          voice.improve(seen, { first, onWriting: (text) => progress?.writing(withNotice(text)) }),
        );
  return { draft: isCut ? { ...draft, text: withNotice(draft.text) } : draft, memory };
}

/** Asks the skills beside answering, in their order. */
async function askSkills(seen: SkillTurn, skills: readonly TurnSkill[]): Promise<SkillOutcome | undefined> {
  for (const skill of skills) {
    const outcome = await skill.take?.(seen);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

/** A wish for a language holds while the person goes on in the language the wish was made against. */
function keptRequest(memory: Memory, language: Language): Language | undefined {
  if (memory.requestedLanguage === undefined || memory.question === undefined) return undefined;
  return memory.question.language === language ? memory.requestedLanguage : undefined;
}

/** Answers the last question again in another language, or promises to go on in it. */
async function repeatIn(
  seen: SkillTurn,
  { progress, voice }: Pick<TurnContext, "progress" | "voice">,
): Promise<SkillOutcome> {
  const { memory, view, turn, replyLanguage: language } = seen;
  const { reader } = turn;
  const next: Memory = { ...memory, language, requestedLanguage: language };
  if (memory.question === undefined) return { draft: frameReply(language, "languageSet"), memory: next };
  const { text, language: asked } = memory.question;
  const rows = memory.streams;
  const repeated = rows && answerStreamQuery(rows.query, { view, reader, language });
  if (repeated !== undefined) return { draft: repeated, memory: { ...next, streams: repeated.streamQuery } };
  const question = analyseQuestion(text, { language: asked, replyLanguage: language, view });
  const found = await findAnswer(question, { view, reader });
  if (voice === undefined) return { draft: found.draft, memory: next };
  // The question stands alone already: without a conversation the model has nothing to spell out.
  const alone = { ...seen, words: text, language: asked, memory: {} };
  const first = { ...found, question, memory: next };
  const onWriting = (words: string) => progress?.writing(words);
  const { draft } = await measureStep("model", () => voice.improve(alone, { first, onWriting }));
  return { draft, memory: next };
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
