import type { IncomingMessage } from "node:http";
import type { Server } from "restify";
import { closeBackground } from "./background/run-in-background.ts";
import { createBotHandler } from "./channels/bot-handler.ts";
import { clientAddress } from "./channels/direct-line/client-address.ts";
import { ConversationHub } from "./channels/direct-line/conversation-hub.ts";
import { DirectLineAdapter } from "./channels/direct-line/direct-line-adapter.ts";
import { mountDirectLine } from "./channels/direct-line/direct-line-endpoint.ts";
import type { DirectLineOptions } from "./channels/direct-line/endpoint-options.ts";
import { createOriginPolicy } from "./channels/direct-line/origins.ts";
import { type StreamOptions, serveStream } from "./channels/direct-line/stream.ts";
import { TokenSigner } from "./channels/direct-line/token.ts";
import type { BotHandlerOptions } from "./channels/handler-options.ts";
import { readerOfTurn } from "./channels/reader-state.ts";
import type { StreamPace } from "./channels/reply-stream.ts";
import { createSay, type Say, type SayOptions } from "./channels/say.ts";
import { createExtension } from "./channels/teams/create-extension.ts";
import { createTeams, type Teams, type TeamsOptions } from "./channels/teams/create-teams.ts";
import type { MessageExtensionOptions } from "./channels/teams/message-extension.ts";
import { createTurnErrorHandler } from "./channels/turn-error.ts";
import type { TurnKeeper } from "./channels/turn-keeper.ts";
import type { TurnQueue } from "./channels/turn-queue.ts";
import type { BotConfig } from "./config.ts";
import type { Log } from "./log.ts";
import { NO_METRICS } from "./observe/metrics.ts";
import type { ObserveOptions } from "./observe/observe-requests.ts";
import type { Readiness } from "./observe/readiness.ts";
import { withTeams } from "./observe/with-teams.ts";
import { openTurns, type TurnsOptions } from "./open-turns.ts";
import { startServing, stopServing } from "./serve.ts";
import { createBotServer, httpServerOf } from "./server.ts";
import { createWebAccess, type WebAccess, type WebAccessOptions } from "./sign-in/create-web-access.ts";
import type { ConversationStore } from "./state/conversation-store.ts";
import { EndedSessions } from "./state/ended-sessions.ts";
import { purgeRegularly } from "./state/purge-regularly.ts";
import { createFiles } from "./web/create-files.ts";
import type { FilesOptions } from "./web/files.ts";

/** The parts an application is put together from. */
export interface ApplicationOptions
  extends Pick<
      BotHandlerOptions,
      | "answerTurn"
      | "welcome"
      | "renderers"
      | "readerOf"
      | "languageOf"
      | "turnLimitInMs"
      | "noteDelivered"
      | "isKnownLink"
    >,
    Pick<DirectLineOptions, "conversationsPerMinute" | "postsPerMinute" | "messagesPerMinute" | "identify">,
    ObserveOptions,
    Partial<Pick<FilesOptions, "createSheet">>,
    Pick<StreamOptions, "pingIntervalInMs" | "socketsPerAddress">,
    Pick<WebAccessOptions, "allowsInsecureLoopback">,
    Pick<TurnsOptions, "store" | "turns"> {
  config: BotConfig;
  /** Adds the routes of the web page. */
  mountPages: (server: Server) => void;
  isReady: () => Readiness | Promise<Readiness>;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Windows with forms in Teams. @default there are none */
  dialogs?: TeamsOptions["dialogs"];
  /** Adds the routes of the desk. @default there is no desk */
  mountDesk?: (server: Server, web: DeskAccess) => void;
  /** What the search from Teams' compose box looks into. @default the bot has none */
  records?: Pick<MessageExtensionOptions, "search" | "cardOf">;
  /** Issuer of tokens, limits of sending and pace of streams in Teams, for tests. */
  teams?: Pick<TeamsOptions, "adapter" | "pace" | "authenticationLimitInMs">;
  /** Called when the last turn has ended and the state is still open. @default nothing */
  beforeClose?: () => void | Promise<void>;
}

/** What the desk needs to know of the web. */
export interface DeskAccess {
  /** Who sent a request; see the sign-in. */
  readSession: WebAccess["readSession"];
  /** Key of the web chat's tokens; others are derived from it. At least 32 characters. */
  secret: string;
  /** Network address of a caller, for the limits. */
  addressOf: (request: IncomingMessage) => string;
}

/** The whole bot process but its entry point. */
export interface Application {
  /**
   * Begins to serve.
   *
   * @returns The address it serves, with the real port when the setting was 0.
   * @throws {Error} If the port is taken or may not be used.
   */
  listen(): Promise<{ url: string }>;
  /** Says something that nobody has asked for just now, in a conversation of any channel by its key. */
  say: Say;
  /** Rank that the settings give a person of Teams, by `tenant/object id`. */
  settingOf: Teams["settingOf"];
  /** Stops: takes no new work, lets running turns end for at most 8 s, closes sockets and the state. */
  close(): Promise<void>;
}

/** Web Chat has no limit of its own; more often than this nobody sees. */
const WEB_CHAT_PACE: StreamPace = { intervalInMs: 250, informAfterInMs: 150 };

/** A service manager that has asked a process to stop commonly kills it after 10 s. */
const PATIENCE_IN_MS = 8000;

/**
 * Puts the bot together: state, both channels, the page and the server.
 *
 * @throws {Error} If the state cannot be opened.
 *
 * @example
 * ```ts
 * const application = await createApplication({ config: loadConfig(process.env), answerTurn, … });
 * const { url } = await application.listen(); // "http://127.0.0.1:3978"
 * ```
 */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { config, log, metrics = NO_METRICS } = options;
  const { store, queue, turns, secret, closeState } = await openTurns(options);
  const files = createFiles(secret, options);
  const access = createWebAccess({ ...options, secret, ended: new EndedSessions(store.database, options) });
  const webChat = createWebChat(store, { ...options, secret });
  const shared = { store, queue, turns, files };
  const teams = createTeamsPart(options, shared);
  const directLine = { ...webChat, queue, turns, handler: createWebChatHandler(options, shared) };
  let isStopping = false;
  const server = createBotServer({
    mounts: [
      (target) => (config.hasTeams ? teams.mount(target) : undefined),
      (target) =>
        mountDirectLine(target, { ...config, identify: access.identify, ...options, ...directLine }),
      access.mount,
      (target) =>
        options.mountDesk?.(target, {
          readSession: access.readSession,
          secret,
          addressOf: (request) => clientAddress(request, config),
        }),
      options.mountPages,
      files.mount,
    ],
    isReady: async () => withTeams(await options.isReady(), { config, problem: teams.problem() }),
    isStopping: () => isStopping,
    metrics,
    traces: options.traces,
    metricsAccess: { token: config.metricsToken, publicUrl: config.publicUrl },
    log,
  });
  const stream = serveStream(httpServerOf(server), { ...config, ...options, ...webChat });
  metrics.watch({ queueDepth: () => queue.depth, sockets: () => stream.count() });
  const stopPurging = purgeRegularly(store, options);
  return {
    listen: () => {
      turns.start();
      return startServing(server, options);
    },
    say: createSay({ ...options, ...teams, hub: webChat.hub, queue, links: linksOf(files) }),
    settingOf: teams.settingOf,
    async close() {
      isStopping = true;
      stopPurging();
      turns.close();
      await queue.drain(PATIENCE_IN_MS);
      const closed = stopServing(server, { patienceInMs: 1000 });
      stream.close();
      await closed;
      await options.beforeClose?.();
      await webChat.hub.close();
      await closeBackground();
      await closeState();
      log.info("server.stopped");
    },
  };
}

function linksOf({ pageLinks, outsideLinks }: SharedParts["files"]): SayOptions["links"] {
  return { ...(pageLinks && { page: pageLinks }), ...(outsideLinks && { outside: outsideLinks }) };
}

/** What both channels work on. */
interface SharedParts {
  store: ConversationStore;
  queue: TurnQueue;
  turns: TurnKeeper;
  files: ReturnType<typeof createFiles>;
}

function createWebChatHandler(options: ApplicationOptions, { store, files }: SharedParts) {
  return createBotHandler({
    readerOf: readerOfTurn,
    ...options,
    links: files.pageLinks,
    logsTexts: options.config.logsTexts,
    recordFeedback: (feedback) => store.addFeedback(feedback),
    paceOf: () => WEB_CHAT_PACE,
  });
}

function createTeamsPart(options: ApplicationOptions, { store, queue, turns, files }: SharedParts): Teams {
  const recordFeedback: BotHandlerOptions["recordFeedback"] = (feedback) => store.addFeedback(feedback);
  return createTeams({
    ...options.teams,
    config: options.config,
    store,
    queue,
    turns,
    handler: { ...options, links: files.outsideLinks, logsTexts: options.config.logsTexts, recordFeedback },
    extension: createExtension({ ...options, publicUrl: options.config.publicUrl, signer: files.signer }),
    dialogs: options.dialogs,
    now: options.now,
  });
}

/** The parts of Direct Line that REST and WebSocket share. */
function createWebChat(store: ConversationStore, options: ApplicationOptions & { secret: string }) {
  const { config, now, secret } = options;
  const hub = new ConversationHub(store, { now, log: options.log });
  const adapter = new DirectLineAdapter(hub);
  adapter.onTurnError = createTurnErrorHandler(options.log);
  return {
    hub,
    adapter,
    signer: new TokenSigner(secret, { now }),
    origins: createOriginPolicy(config),
    secret: config.directLineSecret,
  };
}
