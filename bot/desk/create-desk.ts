import { type IndexExtension, type KnowledgeIndex, NO_EXTENSION } from "../../indexer/index.ts";
import { presentFaqSource } from "../../knowledge/faq-details.ts";
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
import { createAuditPart } from "./audit/create-audit-part.ts";
import { createReadingNotes } from "./audit/note-readings.ts";
import { createDeskChannel } from "./channel/desk-channel.ts";
import type { DeskBase, DeskPart } from "./desk-parts.ts";
import { createFaqPart } from "./faq/create-faq-part.ts";
import { type FaqDraft, textField } from "./faq/faq-draft.ts";
import { createMailer } from "./mail/create-mailer.ts";
import { createDeskMenu } from "./menu/desk-menu.ts";
import type { NoticeWays } from "./notices/deliver-notices.ts";
import { NoticeBox } from "./notices/notice-box.ts";
import { createTicketsPart, type FaqFromTicket } from "./tickets/create-tickets-part.ts";
import { ticketAnnouncement, ticketLine } from "./tickets/ticket-card.ts";
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
  const tickets = createTicketsPart(base, {
    sendsMail: config.mail !== undefined,
    ticketRetentionDays: config.ticketDays,
    announce: (ticket) => channel.announce((language) => ticketAnnouncement(ticket, language)),
    announceStep: (happening) => channel.announce((language) => ticketLine(happening, language)),
  });
  const faq = createFaqPart(base, {
    knowledgeFolder: config.knowledgeDir,
    prefill: (from, { actor }) => draftFrom(tickets.prefillFaq(from, actor)),
    onWritten: (from, written) => tickets.noteFaq(from, written),
  });
  const audit = createAuditPart(base, { retentionDays: config.auditDays });
  const alerts = createAlertsPart(base, {
    idleDays: config.conversationIdleDays,
    rankOf: (person) =>
      person.startsWith(TEAMS_PERSON) ? options.settingOf(person.slice(TEAMS_PERSON.length)) : undefined,
  });
  const noted: DeskPart = { skills: [createReadingNotes(base.audit)] };
  const pages: DeskPart[] = [tickets, faq, alerts, audit];
  const menu: DeskPart = {
    skills: [createDeskMenu({ sections: sectionsOf(pages), publicUrl: config.publicUrl })],
  };
  const parts: DeskPart[] = [channel, menu, ...pages, noted];
  for (const { erase } of parts) if (erase) store.onErase(erase);
  store.onErase((key) => base.notices.erase(key));
  const localLink = createLocalLink({ ...config, hasSignIn: config.oidc !== undefined, now });
  const hourly = { timer: undefined as NodeJS.Timeout | undefined };
  return {
    skills: parts.flatMap(({ skills = [] }) => skills),
    dialogs: parts.flatMap(({ dialogs = [] }) => dialogs),
    notices: base.notices,
    mailer: config.mail === undefined ? {} : { mail: createMailer({ ...config.mail, log }) },
    extension: ({ tables }) => {
      const { entries, hidden } = faq.overlay(tables);
      return { ...NO_EXTENSION, faq: entries, hiddenFaq: hidden };
    },
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

/** A form for an entry in the language of what it is written from. */
function draftFrom(written: FaqFromTicket | undefined): Partial<FaqDraft> | undefined {
  if (written === undefined) return undefined;
  const { language, question, answer, sources } = written;
  return {
    [textField("question", language)]: question,
    [textField("answer", language)]: answer,
    sources: sources.map(presentFaqSource).join("\n"),
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
