import { randomUUID } from "node:crypto";
import type { Language } from "../knowledge/languages.ts";
import { AnswerCache, NO_CACHE } from "./answer-cache.ts";
import { type Answered, answerWords, askSkills, type TurnContext } from "./answer-words.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { describeError, type Log } from "./log.ts";
import type { Voice } from "./model/voice.ts";
import { readLogContext } from "./observe/log-context.ts";
import type { Reply } from "./reply/reply.ts";
import type { ReplyDraft } from "./skills/compose-reply.ts";
import { frameReply } from "./skills/frame-reply.ts";
import { answerPartnerRequest } from "./skills/partners/suggest-partners.ts";
import { answerSmalltalk, courtesyLanguage, detectSmalltalk } from "./skills/smalltalk.ts";
import type { AnswerTurn, FilledForm, IncomingTurn } from "./turn.ts";
import type { SkillOutcome, SkillTurn, TurnSkill } from "./turn-skill.ts";
import { fallbackLanguage, type Memory, type MemoryStore, MOST_RECENT } from "./understand/memory.ts";
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
