import type { Language } from "../knowledge/languages.ts";
import { createLinkPolicy } from "./channels/link-policy.ts";
import { renderTeams } from "./channels/render-teams.ts";
import { renderWebChat } from "./channels/render-web-chat.ts";
import type { BotConfig } from "./config.ts";
import { createAnswerTurn } from "./create-answer-turn.ts";
import { type Application, type ApplicationOptions, createApplication } from "./create-application.ts";
import { createDesk, type Desk } from "./desk/create-desk.ts";
import { deliverNotices } from "./desk/notices/deliver-notices.ts";
import { createSheet } from "./exports/create-sheet.ts";
import { openIndexSource } from "./index-source/open-index-source.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { type LiveKnowledge, openLiveKnowledge } from "./live-knowledge.ts";
import { describeError, type Log } from "./log.ts";
import { openVoice } from "./model/open-voice.ts";
import type { Voice } from "./model/voice.ts";
import { createChecks, createFigures } from "./observe/create-checks.ts";
import { measureStep } from "./observe/measure-step.ts";
import { createReadiness } from "./observe/readiness.ts";
import { createPublicRecords } from "./records/public-records.ts";
import { ConversationStore } from "./state/conversation-store.ts";
import { openStateDatabase } from "./state/database/open-state-database.ts";
import { SqliteDatabase } from "./state/database/sqlite-database.ts";
import { watchState } from "./state/watch-state.ts";
import type { IncomingTurn } from "./turn.ts";
import { fallbackLanguage, parseMemory } from "./understand/memory.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { mountPages, type PagesOptions } from "./web/pages.ts";
import { mountRecordPages } from "./web/record-pages.ts";
import { createWelcome } from "./welcome.ts";

/** What the whole bot is made of. */
export interface BotOptions
  extends Pick<ApplicationOptions, "teams" | "now" | "allowsInsecureLoopback" | "metrics" | "traces"> {
  config: BotConfig;
  /** The Web Chat script; `undefined` while it is not there yet. */
  webChat: PagesOptions["webChat"];
  log: Log;
  /** See `createAnswerTurn`. */
  keepsAnswers?: boolean;
  /** Writes a line for whoever started the bot. */
  say: (line: string) => void;
}

/** The whole bot, ready to serve. */
export interface Bot {
  /** Begins to serve, and says where. @throws {Error} If the port is taken or may not be used. */
  listen(): Promise<{ url: string }>;
  currentView: () => KnowledgeView;
  desk: Desk;
  /** Stops: running turns end, messages under way are delivered, the state is closed. */
  close(): Promise<void>;
}

/**
 * Puts the whole product together: state, knowledge, desk, both channels, the pages.
 *
 * @throws {Error} If the state cannot be opened, or there is no knowledge and none can be built.
 */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { config, log, now } = options;
  const onLost = (error: Error) => log.warn("database.connection-lost", describeError(error));
  const database = await openStateDatabase({ ...config, onLost });
  const store = new ConversationStore(database, { ...(now && { now }) });
  const later: Later = {};
  const { desk, live } = await openKnowledge({ ...options, store }, later);
  const { voice } = await openVoice(config.chat, { ...options, database: store.database });
  const application = await createChannels({
    ...options,
    store,
    desk,
    currentView: live.currentView,
    ...(voice && { voice }),
  });
  later.application = application;
  const delivery = deliverNotices(desk.notices, { say: application.say, ...desk.mailer, log });
  const unwatch = followRestores({ store, live, log });
  return {
    currentView: live.currentView,
    desk,
    listen: async () => {
      const served = await application.listen();
      desk.start(served.url);
      void delivery.run();
      return served;
    },
    async close() {
      unwatch();
      // Turns under way need not wait for the model to be answered before the end.
      voice?.close();
      live.close();
      await delivery.close();
      await application.close();
    },
  };
}

/** Takes over a backup that is put in the place of the file; another database is restored while no process runs. */
function followRestores(parts: { store: ConversationStore; live: LiveKnowledge; log: Log }): () => void {
  const { store, live, log } = parts;
  if (!(store.database instanceof SqliteDatabase)) return () => undefined;
  const reload = async () => {
    log.warn("state.replaced");
    await store.reload();
    await live.extensionChanged();
  };
  return watchState(store.database.file, {
    onReplaced: () => void reload().catch((error) => log.error("state.not-reloaded", describeError(error))),
  });
}

/** What is made after those who need it. */
interface Later {
  live?: LiveKnowledge;
  application?: Application;
}

/** The desk, and the knowledge that what was written there lies over. */
async function openKnowledge(
  options: BotOptions & { store: ConversationStore },
  later: Later,
): Promise<{ desk: Desk; live: LiveKnowledge }> {
  const desk = createDesk({
    ...options,
    currentView: () => openedOf(later.live).currentView(),
    knowledgeChanged: async () => later.live?.extensionChanged(),
    settingOf: (person) => later.application?.settingOf(person) ?? "public",
  });
  const { extension, onExtended, knowledgeReplaced: onChanged } = desk;
  const { database } = options.store;
  const source = await openIndexSource({ ...options.config, ...options, database });
  later.live = await openLiveKnowledge({
    ...options.config,
    ...options,
    source,
    extension,
    onExtended,
    onChanged,
  });
  return { desk, live: later.live };
}

/** Both channels and the pages. */
async function createChannels(
  options: BotOptions & {
    store: ConversationStore;
    desk: Desk;
    currentView: () => KnowledgeView;
    voice?: Voice;
  },
): Promise<Application> {
  const { config, desk, currentView, webChat, metrics, store } = options;
  const { publicUrl } = config;
  const checked = { config, database: store.database, currentView };
  metrics?.watch(createFigures(checked));
  return createApplication({
    ...options,
    ...createAssistant(options),
    noteDelivered: desk.noteDelivered,
    beforeClose: desk.close,
    mountPages: (server) => {
      mountPages(server, { webChat, ...pageFacts(config) });
      mountRecordPages(server, { currentView, publicUrl });
    },
    mountDesk: desk.mount,
    dialogs: desk.dialogs,
    records: createPublicRecords({ currentView, publicUrl }),
    createSheet: async (request) => {
      await desk.noteExport(request);
      return createSheet(request, currentView());
    },
    isKnownLink: createLinkPolicy({ knowledge: () => currentView().index, publicUrl }),
    isReady: createReadiness({ checks: createChecks(checked), log: options.log }),
  });
}

function openedOf(live: LiveKnowledge | undefined): LiveKnowledge {
  if (live === undefined) throw new Error("Cannot read the knowledge: it is not open yet");
  return live;
}

/** What answers, for both channels. */
function createAssistant(parts: {
  keepsAnswers?: boolean;
  store: ConversationStore;
  desk: Desk;
  currentView: () => KnowledgeView;
  voice?: Voice;
  log: Log;
}) {
  const { store, desk, currentView, log, voice } = parts;
  return {
    answerTurn: createAnswerTurn({
      currentView,
      memories: {
        load: async (conversationId: string) =>
          parseMemory(await measureStep("database", () => store.loadMemory(conversationId))),
        save: (conversationId: string, memory: unknown) =>
          measureStep("database", () => store.saveMemory(conversationId, memory)),
      },
      skills: desk.skills,
      keepsAnswers: parts.keepsAnswers ?? true,
      ...(voice && { voice }),
      log,
    }),
    languageOf: (turn: IncomingTurn) => languageOf(turn, { store, view: currentView() }),
    welcome: createWelcome,
    renderers: { webChat: renderWebChat, teams: renderTeams },
  };
}

/** Language of a conversation when answering failed: that of the words, else that of the answers before. */
async function languageOf(
  turn: IncomingTurn,
  context: { store: ConversationStore; view: KnowledgeView },
): Promise<Language> {
  const { text, conversationId, preferredLanguage } = turn;
  const memory = parseMemory(await context.store.loadMemory(conversationId));
  return tellLanguage(text, { view: context.view, fallback: fallbackLanguage(memory, preferredLanguage) });
}

/** What the pages tell and allow, from the settings. */
function pageFacts(config: BotConfig) {
  return {
    publicUrl: config.publicUrl,
    retentionDays: config.conversationIdleDays,
    desk: { questionDays: config.questionDays, ticketDays: config.ticketDays },
    usesChatModel: config.chat !== undefined,
    usesEmbeddingModel: config.embedding !== undefined,
    embeddingOrigins: config.allowedOrigins,
    signIn: config.oidc !== undefined,
  };
}
