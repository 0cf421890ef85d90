import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { createLog } from "../../bot/log.ts";
import { type ChatModelOptions, createChatModel } from "../../bot/model/create-chat-model.ts";
import { createVoice } from "../../bot/model/voice.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import { createMemoryStore, type MemoryStore } from "../../bot/understand/memory.ts";
import type { ChatAnswer, ModelRequest, ScriptedModel } from "./scripted-model.ts";

/** What a scripted model is to do at each step of a turn. */
export interface ModelSteps {
  condense?: (request: ModelRequest) => ChatAnswer;
  /** @default passages */
  choose?: (request: ModelRequest, count: number) => ChatAnswer;
  write?: (request: ModelRequest) => ChatAnswer;
}

/** Which step of a turn a request is for. */
export function stepOf({ body }: ModelRequest): keyof ModelSteps {
  if (body.tools !== undefined) return "choose";
  return body.stream === true ? "write" : "condense";
}

/** Makes a model answer by the step that it is asked for. */
export function scriptSteps(model: ScriptedModel, steps: ModelSteps): void {
  const toPassages = () => ({ toolCalls: [{ name: "search_passages", arguments: {} }] });
  const counts = { condense: 0, choose: 0, write: 0 };
  model.chat = (request) => {
    const step = stepOf(request);
    const answer = steps[step] ?? (step === "choose" ? toPassages : undefined);
    return answer?.(request, counts[step]++) ?? { text: "" };
  };
}

/** A pipeline whose answers a scripted model words. */
export interface Spoken {
  /** Asks the turns of one conversation and returns the last reply. */
  ask(turns: string | readonly string[], changes?: Partial<IncomingTurn>): Promise<Reply>;
  /** What was shown while the last turn was answered. */
  shown: string[];
  /** Lines of the log, parsed. */
  log: Record<string, unknown>[];
  lines: string[];
  memories: MemoryStore;
}

export const CHAT_KEY = "sk-never-in-a-log-1234567890";

/** Puts the real pipeline on a view, with a model behind real HTTP. */
export function speakWith(
  view: KnowledgeView,
  model: Pick<ScriptedModel, "url">,
  options: ChatModelOptions & { timeoutInSeconds?: number; tokensPerDay?: number } = {},
): Spoken {
  const { timeoutInSeconds = 5, tokensPerDay = 0 } = options;
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => lines.push(line) });
  const settings = {
    baseUrl: model.url,
    model: "scripted",
    apiKey: CHAT_KEY,
    timeoutInSeconds,
    tokensPerDay,
  };
  const memories = createMemoryStore();
  const voice = createVoice({ model: createChatModel(settings, options), log });
  const answerTurn = createAnswerTurn({ currentView: () => view, memories, voice, log });
  const shown: string[] = [];
  let conversations = 0;
  return {
    memories,
    shown,
    lines,
    get log() {
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async ask(turns, changes = {}) {
      const conversationId = `spoken ${conversations++}`;
      const progress = { searching: () => undefined, writing: (text: string) => void shown.push(text) };
      let reply: Reply | undefined;
      for (const text of [turns].flat()) {
        shown.length = 0;
        const turn = { channel: "command-line", conversationId, text, reader: "public", ...changes } as const;
        reply = await answerTurn(turn, progress);
      }
      return reply as Reply;
    },
  };
}
