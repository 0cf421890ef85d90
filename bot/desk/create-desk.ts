import type { IndexExtension, KnowledgeIndex } from "../../indexer/index.ts";
import type { ApplicationOptions, DeskAccess } from "../create-application.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Log } from "../log.ts";
import type { DownloadRequest } from "../reply/download-request.ts";
import type { TurnSkill } from "../turn-skill.ts";
import { AuditLog } from "./audit/audit-log.ts";
import { createReadingNotes } from "./audit/note-readings.ts";
import { KNOWLEDGE_TOPIC } from "./change-knowledge.ts";
import { createParts, type DeskPartsMade, type PartsOptions } from "./create-parts.ts";
import type { DeskBase, DeskPart } from "./desk-parts.ts";
import { createHourlyWork } from "./hourly-work.ts";
import { createMailer } from "./mail/create-mailer.ts";
import { createDeskMenu } from "./menu/desk-menu.ts";
import type { NoticeWays } from "./notices/deliver-notices.ts";
import { NoticeBox } from "./notices/notice-box.ts";
import { createDeskServer } from "./web/create-desk-server.ts";
import type { DeskSection } from "./web/desk-section.ts";
import { createLocalLink, type LocalLink } from "./web/local-link.ts";

/** What the desk is made of. */
export interface DeskOptions extends PartsOptions {
  /** All that is known, as a coordinator sees it. */
  currentView: () => KnowledgeView;
  /** Tells the live knowledge that what is written at the desk has changed; once it resolves, the next answer knows it. */
  knowledgeChanged: () => Promise<void>;
  log: Log;
  /** Writes a line for whoever started the bot. */
  say: (line: string) => void;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
}

/** The coordinator's desk. */
export interface Desk extends Pick<DeskPartsMade["questions"], "noteDelivered"> {
  skills: readonly TurnSkill[];
  dialogs: NonNullable<ApplicationOptions["dialogs"]>;
  notices: NoticeBox;
  /** How mail is sent, where a server is set, and who is told of what cannot be delivered. */
  mailer: Pick<NoticeWays, "mail" | "undelivered">;
  /** What lies over the files of the knowledge. */
  extension: (base: KnowledgeIndex) => Promise<IndexExtension>;
  /**
   * Calls the listener whenever another process that shares the state may have changed what lies over the files; gives
   * back what ends that.
   */
  onExtended: (listener: () => void) => () => void;
  /** Told when the live knowledge has changed. */
  knowledgeReplaced: (view: KnowledgeView) => void;
  /** Notes that somebody takes a file of rows that not everybody may see. */
  noteExport: (request: DownloadRequest) => Promise<void>;
  mount: NonNullable<ApplicationOptions["mountDesk"]>;
  /** Says how the desk is opened on a first run, and begins what is done each hour. */
  start: (url: string) => void;
  /** Ends what is done each hour and writes what still waits; call it before the state is closed. */
  close: () => Promise<void>;
}

/** Settled messages are kept for a month, so that it can be told what became of them. */
const NOTICE_DAYS_IN_MS = 30 * 86_400_000;

/** Puts the parts of the desk together. */
export function createDesk(options: DeskOptions): Desk {
  const { config, log, now = Date.now } = options;
  const base = createBase(options);
  const made = createParts(base, options);
  const sections = sectionsOf(made);
  const parts = [...partsOf(made), createOwnPart(base, { sections, publicUrl: config.publicUrl })];
  forgetWith(options, { parts, made });
  const localLink = createLocalLink({ ...config, hasSignIn: config.oidc !== undefined, now });
  const hourly = createHourlyWork(parts, base);
  return {
    skills: parts.flatMap(({ skills = [] }) => skills),
    dialogs: parts.flatMap(({ dialogs = [] }) => dialogs),
    notices: base.notices,
    mailer: {
      ...(config.mail && { mail: createMailer({ ...config.mail, log }) }),
      undelivered: ({ about = "" }) => made.tickets.noteUndelivered(about),
    },
    extension: ({ tables }) => extensionOf(made, tables),
    onExtended: (listener) => base.database.onAnnounced(KNOWLEDGE_TOPIC, listener),
    knowledgeReplaced: checkNewStreams(made),
    noteDelivered: made.questions.noteDelivered,
    noteExport: (request) => noteExport(base.audit, request),
    mount: (server, access) => {
      createDeskServer({ ...webOf(access, options), sections, localLink, audit: base.audit }).mount(server);
    },
    start: (url) => {
      sayLink(localLink, { url, say: options.say });
      hourly.start();
    },
    close: async () => {
      await hourly.stop();
      await made.questions.flush();
    },
  };
}

function createBase({ store, currentView, knowledgeChanged, log, now = Date.now }: DeskOptions): DeskBase {
  const { database } = store;
  const audit = new AuditLog(database, { now });
  const notices = new NoticeBox(database, { now });
  return { database, audit, notices, currentView, knowledgeChanged, log, now };
}

/** In the order in which their skills are asked. */
function partsOf(made: DeskPartsMade): DeskPart[] {
  const { channel, tickets, questions, faq, offers, introductions, alerts, audit } = made;
  return [channel, tickets, introductions, alerts, offers, questions, faq, audit];
}

/** In the order of the navigation. */
function sectionsOf({ tickets, questions, faq, offers, introductions, alerts, audit }: DeskPartsMade) {
  return [
    tickets.section,
    questions.section,
    faq.section,
    offers.section,
    introductions.section,
    alerts.section,
    questions.figuresSection,
    audit.section,
  ].filter((section): section is DeskSection => section !== undefined);
}

/** What belongs to the desk as a whole: its menu in chats, who read what, and messages that were settled long ago. */
function createOwnPart(
  { audit, notices, now }: DeskBase,
  menu: Parameters<typeof createDeskMenu>[0],
): DeskPart {
  return {
    skills: [createDeskMenu(menu), createReadingNotes(audit)],
    erase: (conversationId) => notices.erase(conversationId),
    purge: () => notices.purge(now() - NOTICE_DAYS_IN_MS),
  };
}

/** Ties what the desk keeps of people to the state's own forgetting, and ratings to the answers they rate. */
function forgetWith(
  { store }: DeskOptions,
  { parts, made }: { parts: readonly DeskPart[]; made: DeskPartsMade },
): void {
  for (const { erase } of parts) if (erase) store.onErase(erase);
  store.onFeedback((feedback) => made.questions.noteRating(feedback));
}

async function extensionOf(
  { faq, offers }: DeskPartsMade,
  tables: KnowledgeIndex["tables"],
): Promise<IndexExtension> {
  const { streams, removedStreams, companies, sources } = await offers.overlay(tables);
  const { entries, hidden } = await faq.overlay(tables);
  return { faq: entries, hiddenFaq: hidden, streams, removedStreams, companies, sources };
}

/** A link to a file carries the rank of whoever asked, not their name: that stands in the entry of the answer. */
async function noteExport(audit: AuditLog, { reader, table, format }: DownloadRequest): Promise<void> {
  if (reader === "public") return;
  const actor = { id: "link", name: "", reader, via: "web-chat" } as const;
  await audit.add({ actor, action: "export.rows", subject: table, detail: { format } });
}

/** Looks for news when the streams are others than before; a changed answer of the FAQ is none. */
function checkNewStreams({ alerts }: DeskPartsMade): (view: KnowledgeView) => void {
  let known: unknown;
  return (view) => {
    const { streams } = view.index.tables;
    if (streams === known) return;
    known = streams;
    void alerts.check(view);
  };
}

function webOf(access: DeskAccess, { config, log, now }: DeskOptions) {
  const { publicUrl, oidc } = config;
  return { ...access, publicUrl, hasSignIn: oidc !== undefined, log, now };
}

function sayLink(link: LocalLink | undefined, { url, say }: { url: string; say: DeskOptions["say"] }): void {
  if (link !== undefined) say(link.lineAt(url));
}
