import { type IndexExtension, type KnowledgeIndex, NO_EXTENSION } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import type { BotConfig } from "../config.ts";
import type { ApplicationOptions, DeskAccess } from "../create-application.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { describeError, type Log } from "../log.ts";
import type { DownloadRequest } from "../reply/download-request.ts";
import type { ConversationStore } from "../state/conversation-store.ts";
import type { TurnSkill } from "../turn-skill.ts";
import { createAlertsPart } from "./alerts/create-alerts-part.ts";
import { AuditLog } from "./audit/audit-log.ts";
import { createDeskChannel } from "./channel/desk-channel.ts";
import type { DeskBase, DeskPart } from "./desk-parts.ts";
import type { NoticeWays } from "./notices/deliver-notices.ts";
import { NoticeBox } from "./notices/notice-box.ts";
import { createDeskServer } from "./web/create-desk-server.ts";
import { createLocalLink } from "./web/local-link.ts";

/** What the desk is made of. */
export interface DeskOptions {
  config: BotConfig;
  store: ConversationStore;
  /** All that is known, as a coordinator sees it. */
  currentView: () => KnowledgeView;
  /** Tells the live knowledge that what is written at the desk has changed. */
  knowledgeChanged: () => void;
  /** Rank that the settings give a person of Teams, by `tenant/object id`. */
  settingOf: (person: string) => Reader;
  log: Log;
  /** Writes a line for whoever started the bot. */
  say: (line: string) => void;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
}

/** The coordinator's desk. */
export interface Desk {
  skills: readonly TurnSkill[];
  dialogs: NonNullable<ApplicationOptions["dialogs"]>;
  notices: NoticeBox;
  /** How mail is sent; empty where no server is set. */
  mailer: Pick<NoticeWays, "mail">;
  /** What lies over the files of the knowledge. */
  extension: (base: KnowledgeIndex) => IndexExtension;
  /** Told when the live knowledge has changed. */
  knowledgeReplaced: (view: KnowledgeView) => void;
  /** Notes who took a file of rows that not everybody may see. */
  noteExport: (request: DownloadRequest) => void;
  mount: NonNullable<ApplicationOptions["mountDesk"]>;
  /** Says how the desk is opened on a first run, and begins what is done each hour. */
  start: (url: string) => void;
  close: () => void;
}

const HOUR_IN_MS = 3_600_000;

const TEAMS_PERSON = "teams:";

/** Puts the parts of the desk together. */
export function createDesk(options: DeskOptions): Desk {
  const { config, store, log, now = Date.now } = options;
  const { database } = store;
  const base: DeskBase = {
    database,
    audit: new AuditLog(database, { now }),
    notices: new NoticeBox(database, { now }),
    currentView: options.currentView,
    knowledgeChanged: options.knowledgeChanged,
    log,
    now,
  };
  const channel = createDeskChannel(base);
  const alerts = createAlertsPart(base, {
    idleDays: config.conversationIdleDays,
    rankOf: (person) =>
      person.startsWith(TEAMS_PERSON) ? options.settingOf(person.slice(TEAMS_PERSON.length)) : undefined,
  });
  const parts: DeskPart[] = [channel, alerts];
  for (const { erase } of parts) if (erase) store.onErase(erase);
  store.onErase((key) => base.notices.erase(key));
  const localLink = createLocalLink({ ...config, hasSignIn: config.oidc !== undefined, now });
  const hourly = { timer: undefined as NodeJS.Timeout | undefined };
  return {
    skills: parts.flatMap(({ skills = [] }) => skills),
    dialogs: parts.flatMap(({ dialogs = [] }) => dialogs),
    notices: base.notices,
    mailer: {},
    extension: () => NO_EXTENSION,
    knowledgeReplaced: (view) => void alerts.check(view),
    noteExport: () => undefined,
    mount: (server, access) =>
      createDeskServer({
        ...deskWeb(access, options),
        sections: sectionsOf(parts),
        localLink,
        audit: base.audit,
      }).mount(server),
    start: (url) => {
      if (localLink !== undefined) options.say(localLink.lineAt(url));
      void doHourly(parts, log);
      hourly.timer = setInterval(() => void doHourly(parts, log), HOUR_IN_MS);
      hourly.timer.unref();
    },
    close: () => clearInterval(hourly.timer),
  };
}

function deskWeb(access: DeskAccess, { config, log, now }: DeskOptions) {
  const { publicUrl, oidc } = config;
  return { ...access, publicUrl, hasSignIn: oidc !== undefined, log, now };
}

function sectionsOf(parts: readonly DeskPart[]) {
  return parts.flatMap(({ section }) => section ?? []);
}

/** What is done at start and each hour; a part that fails does not keep the others from their work. */
async function doHourly(parts: readonly DeskPart[], log: Log): Promise<void> {
  for (const { purge, tick } of parts) {
    try {
      purge?.();
      await tick?.();
    } catch (error) {
      log.error("desk.hourly-failed", describeError(error));
    }
  }
}
