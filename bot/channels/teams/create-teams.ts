import type { Activity, TurnContext } from "botbuilder";
import type { Server } from "restify";
import type { BotConfig } from "../../config.ts";
import type { Dialog } from "../../desk/dialogs/dialog.ts";
import type { ConversationStore } from "../../state/conversation-store.ts";
import { createBotHandler } from "../bot-handler.ts";
import type { BotHandlerOptions } from "../handler-options.ts";
import type { StreamPace } from "../reply-stream.ts";
import { createTurnErrorHandler } from "../turn-error.ts";
import type { TurnKeeper } from "../turn-keeper.ts";
import type { TurnQueue } from "../turn-queue.ts";
import { createDialogInvokes } from "./dialogs.ts";
import { createMessageExtension, type MessageExtensionOptions } from "./message-extension.ts";
import { mountMessages } from "./messages-endpoint.ts";
import { createPeopleOfTeams, type PeopleOfTeams } from "./people-of-teams.ts";
import { createServiceHosts } from "./service-hosts.ts";
import { createPresence, createSpeaker, type Speak } from "./speak-first.ts";
import { createTeamsAdapter, type TeamsAdapterOptions, type TokenIssuer } from "./teams-adapter.ts";
import { createTeamsHealth } from "./teams-health.ts";
import { createTeamsTurns } from "./teams-turns.ts";

/** What the Teams part is put together from. */
export interface TeamsOptions {
  config: BotConfig;
  store: ConversationStore;
  queue: TurnQueue;
  turns: TurnKeeper;
  /** Options of the bot that both channels share. */
  handler: BotHandlerOptions;
  /** What the search from the compose box looks into. @default the bot has none */
  extension?: Omit<MessageExtensionOptions, "log">;
  /** Issuer of tokens and limits of sending, for tests. @default Microsoft's public cloud */
  adapter?: TeamsAdapterOptions;
  /** Longest time to find out who calls, in milliseconds. @default {10_000} */
  authenticationLimitInMs?: number;
  /** Windows with forms. @default there are none */
  dialogs?: readonly Dialog[];
  /** How personal chats take streams. @default one send a second, as Teams allows */
  pace?: StreamPace;
  now?: () => number;
}

/** The Teams part of the application. */
export interface Teams {
  mount(server: Server): void;
  /** Says something nobody has asked for; see `createSpeaker`. */
  speak: Speak;
  /** Rank the settings give a person; see `PeopleOfTeams`. */
  settingOf: PeopleOfTeams["settingOf"];
  /** Why the bot cannot speak in Teams; `undefined` while it can. */
  problem(): string | undefined;
}

const TEAMS_PACE: StreamPace = { intervalInMs: 1000 };

/** Puts the door of Teams and all other channels of Azure Bot Service together. */
export function createTeams(options: TeamsOptions): Teams {
  const { config, store, queue, handler: shared, pace = TEAMS_PACE, now } = options;
  const { log } = shared;
  const { references } = store;
  const health = createTeamsHealth();
  const isAuthenticated = config.microsoftApp !== undefined;
  const isServiceHost = createServiceHosts({
    isAuthenticated: isAuthenticated || config.isProduction,
    hosts: config.botServiceHosts,
    origin: originOf(options.adapter?.tokenIssuer),
  });
  const adapter = createTeamsAdapter(config.microsoftApp, {
    ...options.adapter,
    isServiceHost,
    onOutcome: health.note,
  });
  const apologise = createTurnErrorHandler(log);
  const fail = (context: TurnContext, error: Error) => {
    health.note(error);
    return apologise(context, error);
  };
  adapter.onTurnError = fail;
  const people = createPeopleOfTeams({ people: config.teamsPeople, isAuthenticated, log, now });
  const { rankOf } = people;
  const handler = createBotHandler({
    readerOf: people.readerOf,
    rankOf,
    ...shared,
    answerDialog: createDialogInvokes({ dialogs: options.dialogs ?? [], rankOf, log }),
    paceOf: (activity) => (config.streamsInTeams && isPersonal(activity) ? pace : undefined),
    presence: createPresence({ references, forget: (key) => store.deleteMemory(key), log }),
    extension: options.extension && createMessageExtension({ ...options.extension, log }),
  });
  const appId = config.microsoftApp?.id ?? "";
  const parts = { ...options, adapter, appId, handler, apologise: fail, log };
  const turns = createTeamsTurns(parts);
  return {
    mount: (server) =>
      mountMessages(server, {
        adapter,
        turns,
        config,
        isServiceHost,
        metrics: shared.metrics,
        now,
        log,
        authenticationLimitInMs: options.authenticationLimitInMs,
      }),
    settingOf: people.settingOf,
    speak: createSpeaker({ adapter, appId, references, queue, log }),
    problem: health.problem,
  };
}

/** Another issuer of tokens is the service too. */
function originOf(issuer: TokenIssuer | undefined): string | undefined {
  return issuer && new URL(issuer.metadataUrl).origin;
}

/** Streams exist in chats of one person with the bot alone; elsewhere Teams refuses or swallows them. */
function isPersonal({ channelId, conversation }: Activity): boolean {
  return channelId === "msteams" && conversation?.conversationType === "personal";
}
