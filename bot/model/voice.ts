import { answerInTopic, rememberAnswer, type UnderstoodAnswer } from "../answer-in-topic.ts";
import { describeError, type Log } from "../log.ts";
import type { Metrics } from "../observe/metrics.ts";
import { answerHandoff } from "../skills/handoff.ts";
import { refuse } from "../skills/refuse.ts";
import type { SkillOutcome, SkillTurn } from "../turn-skill.ts";
import type { Memory } from "../understand/memory.ts";
import { chooseSkill } from "./choose-skill.ts";
import { condenseQuestion } from "./condense-question.ts";
import type { ChatModel } from "./create-chat-model.ts";
import { type FailureReason, ModelFailure } from "./model-failure.ts";
import type { ModelSession } from "./model-session.ts";
import { withoutPlanted } from "./without-planted.ts";
import { writeAnswer } from "./write-answer.ts";

/** What a voice is told of an answer. */
export interface VoiceContext {
  /** What the rules made of the question; always at hand. */
  first: UnderstoodAnswer;
  /** Told of the checked beginning of the answer as it grows. */
  onWriting: (text: string) => void;
}

/** Words answers by a chat model. */
export interface Voice {
  /**
   * Gives the model's answer to a question where it has a better one than the rules.
   *
   * @returns The outcome of the rules when the model is slow, out of reach, used up or wrong; nothing is thrown.
   */
  improve(seen: SkillTurn, context: VoiceContext): Promise<SkillOutcome>;
  /** Ends what the model is doing: turns under way get the answer of the rules at once, and so do later ones. */
  close(): void;
}

/** How an answer came about, for the log. */
interface Spoken {
  outcome: SkillOutcome;
  /** What the model led to. */
  to: "exact" | "table" | "passages" | "person" | "nowhere" | "draft";
  written?: number;
  quotes?: number;
  dropped?: number;
}

/** What a voice is made of. */
export interface VoiceParts {
  model: ChatModel;
  log: Log;
  /** Counts what the model was asked for. @default {nothing is counted} */
  metrics?: Pick<Metrics, "modelCall">;
}

/**
 * Creates the voice of a chat model.
 *
 * What the rules understood exactly stays as it is, without a request: rows, sums, approved answers and contacts gain
 * nothing by other words, and come at once. For everything else the model spells a follow-up out, chooses a skill, and
 * words what was found in passages.
 */
export function createVoice(parts: VoiceParts): Voice {
  const { model, log } = parts;
  const note = noteCalls(parts);
  const settle = async (session: ModelSession | undefined, failure?: ModelFailure): Promise<void> => {
    note(session, failure);
    // What cannot be written down spoils no answer.
    const complain = (error: unknown) => log.error("model.usage-not-kept", describeError(error));
    if (session !== undefined) await model.end(session, failure).catch(complain);
  };
  return {
    close: () => model.close(),
    async improve(seen, context) {
      if (context.first.isExact) return context.first;
      let session: ModelSession | undefined;
      // The best answer of the rules so far: that of the question as the model spelt it out, once there is one.
      const best = { answer: withoutPlanted(context.first, seen) };
      try {
        session = await model.begin();
        const { outcome, ...told } = await speak(seen, { ...context, session, best });
        await settle(session);
        log.info("model.used", { ...session.figures, ...told });
        return outcome;
      } catch (error) {
        const failure = error instanceof ModelFailure ? error : new ModelFailure("broken");
        // A fault of our own must not pass for one of the model.
        if (failure !== error) log.error("model.fault", describeError(error));
        await settle(session, failure);
        const { reason, status } = failure;
        log.info("model.failed", { reason, status, ...session?.figures });
        return best.answer;
      }
    },
  };
}

/** Counts all that the model did for one answer. */
function noteCalls({ metrics }: VoiceParts) {
  return (session: ModelSession | undefined, failure?: ModelFailure): void => {
    const { ms = 0, input = 0, output = 0 } = session?.figures ?? {};
    const outcome = failure === undefined ? "ok" : (OUTCOMES[failure.reason] ?? "failed");
    metrics?.modelCall({ kind: "chat", outcome, seconds: ms / 1000, tokensIn: input, tokensOut: output });
  };
}

const OUTCOMES: Partial<Record<FailureReason, "timeout" | "limited">> = {
  timeout: "timeout",
  busy: "limited",
  budget: "limited",
  resting: "limited",
};

async function speak(
  seen: SkillTurn,
  context: VoiceContext & { session: ModelSession; best: { answer: UnderstoodAnswer } },
): Promise<Spoken> {
  const { session, best, onWriting } = context;
  const { turn, view } = seen;
  const words = await condenseQuestion(seen, session);
  if (words !== seen.words) {
    best.answer = withoutPlanted(await answerCondensed(seen, { words, first: best.answer }), seen);
    if (best.answer.isExact) return { outcome: best.answer, to: "exact" };
  }
  const { question, draft, retrieved } = best.answer;
  const choice = await chooseSkill({ question, view, reader: turn.reader, session });
  if (choice.from === "table") {
    const memory = rememberAnswer(seen, { question, draft: choice.draft });
    return { outcome: { draft: choice.draft, memory }, to: "table" };
  }
  if (choice.from === "person") {
    const topic = seen.memory.topic;
    const handoff = answerHandoff(question.replyLanguage, { view, topic, reader: turn.reader });
    return { outcome: { draft: handoff, memory: best.answer.memory }, to: "person" };
  }
  if (choice.from === "nowhere") return { outcome: refuseUnlessSure(best.answer, seen), to: "nowhere" };
  const spoken = await writeAnswer(question, { session, view, draft, retrieved, onWriting });
  if (spoken === undefined) return { outcome: best.answer, to: "draft" };
  const { draft: written, ...counts } = spoken;
  return {
    outcome: { draft: written, memory: rememberAnswer(seen, { question, draft: written }) },
    to: "passages",
    ...counts,
  };
}

/**
 * Answers the question as the model spelt it out. It stands alone, so what was talked of before is not joined to it
 * again; where it finds nothing, the answer to the words as typed stays.
 */
async function answerCondensed(
  seen: SkillTurn,
  { words, first }: { words: string; first: UnderstoodAnswer },
): Promise<UnderstoodAnswer> {
  const { requestedLanguage, recent, topic } = seen.memory;
  const memory: Memory = { requestedLanguage, recent };
  const second = await answerInTopic({ ...seen, words, memory });
  if (second.draft.refused && !first.draft.refused) return first;
  return { ...second, memory: { ...second.memory, topic: second.memory.topic ?? topic } };
}

/** The model finds that nothing of this field is asked: a quotation that met the question well outweighs that. */
function refuseUnlessSure(answer: UnderstoodAnswer, { view, turn }: SkillTurn): SkillOutcome {
  const { draft, question, retrieved } = answer;
  if (draft.refused || draft.isWeak !== true) return answer;
  const refusal = refuse(question, { view, retrieved, reader: turn.reader });
  return { draft: refusal, memory: answer.memory };
}
