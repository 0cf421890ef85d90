import type { Language } from "../knowledge/languages.ts";
import type { AnswerCache } from "./answer-cache.ts";
import { answerInTopic, findInTopic } from "./answer-in-topic.ts";
import { findAnswer } from "./answer-question.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import type { Voice } from "./model/voice.ts";
import { measureStep } from "./observe/measure-step.ts";
import { frameReply } from "./skills/frame-reply.ts";
import { answerHandoff, isHandoffRequest } from "./skills/handoff.ts";
import { answerStreamQuery } from "./skills/streams/answer-streams.ts";
import { TEXTS } from "./texts.ts";
import { MAX_QUESTION_CHARS, type TurnProgress } from "./turn.ts";
import type { SkillOutcome, SkillTurn, TurnSkill } from "./turn-skill.ts";
import { findLanguageRequest } from "./understand/language-request.ts";
import type { Memory } from "./understand/memory.ts";
import { analyseQuestion } from "./understand/question.ts";
import { tellLanguage } from "./understand/tell-language.ts";

/** What a turn is answered with. */
export interface TurnContext {
  memory: Memory;
  view: KnowledgeView;
  progress: TurnProgress | undefined;
  skills: readonly TurnSkill[];
  voice: Voice | undefined;
  answers: Pick<AnswerCache, "get">;
}

/** An outcome with the turn as it was understood on the way. */
export type Answered = SkillOutcome & { seen: SkillTurn };

/** Answers words that are more than a courtesy. */
export async function answerWords(
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
export async function askSkills(
  seen: SkillTurn,
  skills: readonly TurnSkill[],
): Promise<SkillOutcome | undefined> {
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
