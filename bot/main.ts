import { flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Language } from "../knowledge/languages.ts";
import { renderTeams } from "./channels/render-teams.ts";
import { renderWebChat } from "./channels/render-web-chat.ts";
import { type BotConfig, loadConfig } from "./config.ts";
import { createAnswerTurn } from "./create-answer-turn.ts";
import { createApplication } from "./create-application.ts";
import { createSheet } from "./exports/create-sheet.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { openLiveKnowledge } from "./live-knowledge.ts";
import { createLog, describeError, type Log } from "./log.ts";
import { createPublicRecords } from "./records/public-records.ts";
import { warmRecordSearch } from "./records/warm-record-search.ts";
import { ConversationStore } from "./state/conversation-store.ts";
import type { IncomingTurn } from "./turn.ts";
import { fallbackLanguage, parseMemory } from "./understand/memory.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { mountPages } from "./web/pages.ts";
import { mountRecordPages } from "./web/record-pages.ts";
import { WEB_CHAT_FOLDER } from "./web/web-chat-folder.ts";
import { webChatInBackground } from "./web/web-chat-in-background.ts";
import { createWelcome } from "./welcome.ts";

/** Time in which the first page can be served, in milliseconds. */
const WARM_AFTER_IN_MS = 300;

/** `npm start`: the composition root. Everything is built here and handed on; nothing else reads the environment. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog({ level: config.logLevel });
  // The SDK prints every stranger's bad token over many lines; a log line is enough.
  console.error = console.warn = (...parts: unknown[]) =>
    log.warn("library", { message: parts.map(String).join(" ") });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const webChat = webChatInBackground({
    folder: WEB_CHAT_FOLDER,
    environment: process.env,
    log,
  });
  const knowledge = await openLiveKnowledge({ ...config, log, say });
  const store = new ConversationStore(config.stateFile);
  const answerTurn = createAnswerTurn({
    currentView: knowledge.currentView,
    memories: {
      load: async (conversationId) => parseMemory(store.loadMemory(conversationId)),
      save: async (conversationId, memory) => store.saveMemory(conversationId, memory),
    },
  });
  const { publicUrl } = config;
  const application = await createApplication({
    config,
    answerTurn,
    languageOf: (turn) => languageOf(turn, { store, view: knowledge.currentView() }),
    welcome: createWelcome,
    renderers: { webChat: renderWebChat, teams: renderTeams },
    createSheet: (request) => createSheet(request, knowledge.currentView()),
    mountPages: (server) => {
      mountPages(server, { webChat, ...pageFacts(config) });
      mountRecordPages(server, { currentView: knowledge.currentView, publicUrl });
    },
    records: createPublicRecords({ currentView: knowledge.currentView, publicUrl }),
    isReady: () => ({ ready: true }),
    log,
    store,
  });
  releaseLoadingMemory();
  const { url } = await application.listen();
  say(`Sivuvirta is ready: open ${url}/ in a browser.`);
  // The first who asks need not wait for what can be made beforehand; who opens the page need not wait for that.
  const warming = setTimeout(() => warmUp(knowledge.currentView(), log), WARM_AFTER_IN_MS);
  const stop = async () => {
    clearTimeout(warming);
    knowledge.close();
    await application.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/** Language of a conversation when answering failed: that of the words, else that of the answers before. */
function languageOf(
  turn: IncomingTurn,
  context: { store: ConversationStore; view: KnowledgeView },
): Language {
  const { text, conversationId, preferredLanguage } = turn;
  const memory = parseMemory(context.store.loadMemory(conversationId));
  return tellLanguage(text, { view: context.view, fallback: fallbackLanguage(memory, preferredLanguage) });
}

/** What the pages tell and allow, from the settings. */
function pageFacts(config: BotConfig) {
  return {
    publicUrl: config.publicUrl,
    retentionDays: config.conversationIdleDays,
    usesChatModel: false,
    embeddingOrigins: config.allowedOrigins,
    signIn: config.oidc !== undefined,
  };
}

/** Makes what the first questions and searches need, then gives back the memory that took. */
async function warmUp(view: KnowledgeView, log: Log): Promise<void> {
  try {
    view.warm();
    await warmRecordSearch(view);
  } catch (error) {
    log.error("knowledge.not-warmed", describeError(error));
  }
  flushCompileCache();
  releaseLoadingMemory();
}

/** Loading an index leaves a hundred megabytes of garbage that V8 would keep for long on a large machine. */
function releaseLoadingMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
