import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../../bot/config.ts";
import { createApplication } from "../../../bot/create-application.ts";
import { createLog } from "../../../bot/log.ts";
import type { Reply } from "../../../bot/reply/reply.ts";

/**
 * Starts the real application with an echo in place of the assistant: state in a file, log at its usual level, written to
 * nobody. Only the limits per minute are off, for one client speaks here for thousands.
 *
 * @returns Its address and the folder of its state. It runs until the process ends.
 */
export async function startEchoBot(): Promise<{ url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-channel-"));
  const render = (reply: Reply) => ({ type: "message", text: reply.text });
  const application = await createApplication({
    config: loadConfig({ PORT: "0", STATE_FILE: join(folder, "state.sqlite") }),
    answerTurn: async (turn) => replyOf(`Heard: ${turn.text}`),
    welcome: () => replyOf("Welcome"),
    renderers: { webChat: render, teams: render },
    mountPages: () => undefined,
    isReady: () => ({ ready: true }),
    log: createLog({ level: "info", write: () => undefined }),
    conversationsPerMinute: Number.POSITIVE_INFINITY,
    postsPerMinute: Number.POSITIVE_INFINITY,
    messagesPerMinute: Number.POSITIVE_INFINITY,
  });
  const { url } = await application.listen();
  return { url, folder };
}

function replyOf(text: string): Reply {
  return {
    language: "en",
    intent: "answer",
    refused: false,
    text,
    citations: [],
    suggestions: [],
    ms: 0,
  };
}
