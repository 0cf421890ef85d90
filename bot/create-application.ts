import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Server } from "restify";
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
import { createTeams, type Teams, type TeamsOptions } from "./channels/teams/create-teams.ts";
import type { MessageExtensionOptions } from "./channels/teams/message-extension.ts";
import { createLinkPreview } from "./channels/teams/preview-link.ts";
import { createTurnErrorHandler } from "./channels/turn-error.ts";
import { TurnQueue } from "./channels/turn-queue.ts";
import type { BotConfig } from "./config.ts";
import type { LinkSigner } from "./links/link-signer.ts";
import type { Log } from "./log.ts";
import { startServing, stopServing } from "./serve.ts";
import { createBotServer, httpServerOf, type Readiness } from "./server.ts";
import { createWebAccess, type WebAccess, type WebAccessOptions } from "./sign-in/create-web-access.ts";
import { ConversationStore } from "./state/conversation-store.ts";
import { purgeRegularly } from "./state/purge-regularly.ts";
import { createFiles } from "./web/create-files.ts";
import type { FilesOptions } from "./web/files.ts";

/** The parts an application is put together from. */
export interface ApplicationOptions
  extends Pick<
      BotHandlerOptions,
      "answerTurn" | "welcome" | "renderers" | "readerOf" | "languageOf" | "turnLimitInMs" | "noteDelivered"
    >,
    Pick<DirectLineOptions, "conversationsPerMinute" | "postsPerMinute" | "messagesPerMinute" | "identify">,
    Partial<Pick<FilesOptions, "createSheet">>,
    Pick<StreamOptions, "pingIntervalInMs" | "socketsPerAddress">,
    Pick<WebAccessOptions, "allowsInsecureLoopback"> {
  config: BotConfig;
  /** Adds the routes of the web page. */
  mountPages: (server: Server) => void;
  isReady: () => Readiness;
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
  beforeClose?: () => void;
  /** Opened by the caller when it needs the memory too; `close` closes it. @default opens `config.stateFile` */
  store?: ConversationStore;
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
  /** Stops: takes no more requests, lets running turns end for at most 5 s, closes sockets and the state. */
  close(): Promise<void>;
}

/** Web Chat has no limit of its own; more often than this nobody sees. */
const WEB_CHAT_PACE: StreamPace = { intervalInMs: 250 };

const PATIENCE_IN_MS = 5000;

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
  const { config, log } = options;
  const store = options.store ?? new ConversationStore(config.stateFile, options);
  const queue = new TurnQueue();
  const secret = readSecret(store, options);
  const files = createFiles(secret, options);
  const access = createWebAccess({ ...options, secret });
  const webChat = createWebChat(store, { ...options, secret });
  const shared = { store, queue, files };
  const teams = createTeamsPart(options, shared);
  const directLine = { ...webChat, queue, handler: createWebChatHandler(options, shared) };
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
    isReady: () => withTeams(options.isReady(), teams.problem()),
    log,
  });
  const stream = serveStream(httpServerOf(server), { ...config, ...options, ...webChat });
  const stopPurging = purgeRegularly(store, options);
  return {
    listen: () => startServing(server, options),
    say: createSay({ ...options, ...teams, hub: webChat.hub, queue, links: linksOf(files) }),
    settingOf: teams.settingOf,
    async close() {
      stopPurging();
      const closed = stopServing(server, { patienceInMs: PATIENCE_IN_MS + 1000 });
      await queue.drain(PATIENCE_IN_MS);
      stream.close();
      await closed;
      options.beforeClose?.();
      store.close();
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
  files: ReturnType<typeof createFiles>;
}

function createWebChatHandler(options: ApplicationOptions, { store, files }: SharedParts) {
  return createBotHandler({
    readerOf: readerOfTurn,
    ...options,
    links: files.pageLinks,
    recordFeedback: (feedback) => store.addFeedback(feedback),
    paceOf: () => WEB_CHAT_PACE,
  });
}

function createTeamsPart(options: ApplicationOptions, { store, queue, files }: SharedParts): Teams {
  const recordFeedback: BotHandlerOptions["recordFeedback"] = (feedback) => store.addFeedback(feedback);
  return createTeams({
    ...options.teams,
    config: options.config,
    store,
    queue,
    handler: { ...options, links: files.outsideLinks, recordFeedback },
    extension: createExtension(files, options),
    dialogs: options.dialogs,
    now: options.now,
  });
}

/** A bot that Microsoft does not let speak is not ready, though it answers in the web chat. */
function withTeams(readiness: Readiness, problem: string | undefined): Readiness {
  return readiness.ready && problem !== undefined ? { ready: false, reason: problem } : readiness;
}

/** Search and previews for Teams, where there are records to look into. */
function createExtension(
  { signer }: { signer: LinkSigner },
  { config, records, createSheet }: ApplicationOptions,
): TeamsOptions["extension"] {
  if (records === undefined) return undefined;
  const { publicUrl } = config;
  return { ...records, previewLink: createLinkPreview({ ...records, publicUrl, signer, createSheet }) };
}

/** Key of the web chat's tokens; that of the links is derived from it. */
function readSecret(store: ConversationStore, { config }: ApplicationOptions): string {
  return (
    config.directLineSecret ??
    store.readOrCreateMeta("direct-line-secret", () => randomBytes(48).toString("base64url"))
  );
}

/** The parts of Direct Line that REST and WebSocket share. */
function createWebChat(store: ConversationStore, options: ApplicationOptions & { secret: string }) {
  const { config, now, secret } = options;
  const hub = new ConversationHub(store, { now });
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
