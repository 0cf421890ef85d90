import type { Language } from "../knowledge/languages.ts";
import { renderTeams } from "./channels/render-teams.ts";
import { renderWebChat } from "./channels/render-web-chat.ts";
import type { BotConfig } from "./config.ts";
import { createAnswerTurn } from "./create-answer-turn.ts";
import { type Application, type ApplicationOptions, createApplication } from "./create-application.ts";
import { createDesk, type Desk } from "./desk/create-desk.ts";
import { deliverNotices } from "./desk/notices/deliver-notices.ts";
import { createSheet } from "./exports/create-sheet.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { type LiveKnowledge, openLiveKnowledge } from "./live-knowledge.ts";
import type { Log } from "./log.ts";
import { createPublicRecords } from "./records/public-records.ts";
import { ConversationStore } from "./state/conversation-store.ts";
import { watchState } from "./state/watch-state.ts";
import type { IncomingTurn } from "./turn.ts";
import { fallbackLanguage, parseMemory } from "./understand/memory.ts";
import { tellLanguage } from "./understand/tell-language.ts";
import { mountPages, type PagesOptions } from "./web/pages.ts";
import { mountRecordPages } from "./web/record-pages.ts";
import { createWelcome } from "./welcome.ts";

/** What the whole bot is made of. */
export interface BotOptions extends Pick<ApplicationOptions, "teams" | "now" | "allowsInsecureLoopback"> {
  config: BotConfig;
  /** The Web Chat script; `undefined` while it is not there yet. */
  webChat: PagesOptions["webChat"];
  log: Log;
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
  const store = new ConversationStore(config.stateFile, { ...(now && { now }) });
  const later: Later = {};
  const { desk, live } = await openKnowledge({ ...options, store }, later);
  const application = await createChannels({ ...options, store, desk, currentView: live.currentView });
  later.application = application;
  const delivery = deliverNotices(desk.notices, { say: application.say, ...desk.mailer, log });
  const unwatch = watchState(store.database, {
    onReplaced: () => {
      log.warn("state.replaced");
      store.reload();
      live.extensionChanged();
    },
  });
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
      live.close();
      await delivery.close();
      await application.close();
    },
  };
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
    knowledgeChanged: () => later.live?.extensionChanged(),
    settingOf: (person) => later.application?.settingOf(person) ?? "public",
  });
  const { extension, knowledgeReplaced: onChanged } = desk;
  later.live = await openLiveKnowledge({ ...options.config, ...options, extension, onChanged });
  return { desk, live: later.live };
}

/** Both channels and the pages. */
function createChannels(
  options: BotOptions & { store: ConversationStore; desk: Desk; currentView: () => KnowledgeView },
): Promise<Application> {
  const { config, desk, currentView, webChat } = options;
  const { publicUrl } = config;
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
    createSheet: (request) => {
      desk.noteExport(request);
      return createSheet(request, currentView());
    },
    isReady: () => ({ ready: true }),
  });
}

function openedOf(live: LiveKnowledge | undefined): LiveKnowledge {
  if (live === undefined) throw new Error("Cannot read the knowledge: it is not open yet");
  return live;
}

/** What answers, for both channels. */
function createAssistant(parts: {
  store: ConversationStore;
  desk: Desk;
  currentView: () => KnowledgeView;
  log: Log;
}) {
  const { store, desk, currentView, log } = parts;
  return {
    answerTurn: createAnswerTurn({
      currentView,
      memories: {
        load: async (conversationId: string) => parseMemory(store.loadMemory(conversationId)),
        save: async (conversationId: string, memory: unknown) => store.saveMemory(conversationId, memory),
      },
      skills: desk.skills,
      log,
    }),
    languageOf: (turn: IncomingTurn) => languageOf(turn, { store, view: currentView() }),
    welcome: createWelcome,
    renderers: { webChat: renderWebChat, teams: renderTeams },
  };
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
    desk: { questionDays: config.questionDays, ticketDays: config.ticketDays },
    usesChatModel: false,
    embeddingOrigins: config.allowedOrigins,
    signIn: config.oidc !== undefined,
  };
}
