import { presentFaqSource } from "../../knowledge/faq-details.ts";
import type { Reader } from "../../knowledge/languages.ts";
import type { BotConfig } from "../config.ts";
import { rootOf } from "../root-conversation.ts";
import type { ConversationStore } from "../state/conversation-store.ts";
import { createAlertsPart } from "./alerts/create-alerts-part.ts";
import { createAuditPart } from "./audit/create-audit-part.ts";
import { createDeskChannel } from "./channel/desk-channel.ts";
import type { DeskBase } from "./desk-parts.ts";
import { createFaqPart } from "./faq/create-faq-part.ts";
import { type FaqDraft, textField } from "./faq/faq-draft.ts";
import { createIntroductionsPart } from "./introductions/create-introductions-part.ts";
import { introductionAnnouncement } from "./introductions/introduction-card.ts";
import { createOffersPart, type OffersPart } from "./offers/create-offers-part.ts";
import { createQuestionsPart } from "./questions/create-questions-part.ts";
import { createTicketsPart, type FaqFromTicket } from "./tickets/create-tickets-part.ts";
import { ticketAnnouncement, ticketLine } from "./tickets/ticket-card.ts";

/** What the parts need beside their base. */
export interface PartsOptions {
  config: BotConfig;
  store: ConversationStore;
  /** Rank that the settings give a person of Teams, by `tenant/object id`. */
  settingOf: (person: string) => Reader;
}

/** The parts of the desk. */
export type DeskPartsMade = ReturnType<typeof createParts>;

const TEAMS_PERSON = "teams:";

/** Creates every part of the desk and ties those together that work on each other's things. */
export function createParts(base: DeskBase, options: PartsOptions) {
  const { config, store, settingOf } = options;
  const channel = createDeskChannel(base);
  const rankOf = (person: string) =>
    person.startsWith(TEAMS_PERSON) ? settingOf(person.slice(TEAMS_PERSON.length)) : undefined;
  // What belongs to a channel as a whole lies under its own key, beside that of the thread.
  const eraseConversation = async (conversationId: string) => {
    for (const key of new Set([conversationId, rootOf(conversationId)])) await store.erasePerson(key);
  };
  const questions = createQuestionsPart(base, {
    questionDays: config.questionDays,
    eraseConversation,
  });
  const tickets = createTicketsPart(base, {
    sendsMail: config.mail !== undefined,
    eraseConversation,
    ticketRetentionDays: config.ticketDays,
    announce: (ticket) => channel.announce((language) => ticketAnnouncement(ticket, language)),
    announceStep: (happening) => channel.announce((language) => ticketLine(happening, language)),
  });
  const faq = createFaqPart(base, {
    knowledgeFolder: config.knowledgeDir,
    prefill: async (from, { actor }) =>
      (await questions.prefillFaq(from)) ?? toDraft(await tickets.prefillFaq(from, actor)),
    onWritten: async (from, written) => {
      await tickets.noteFaq(from, written);
      await questions.noteFaq(from, written.entryId);
    },
  });
  const offers: OffersPart = createOffersPart(base, {
    retentionDays: config.ticketDays,
    announce: (submission) => channel.announce((language) => offers.announcement(submission, language)),
  });
  const introductions = createIntroductionsPart(base, {
    via: config.introductions,
    ...(config.mail && { answerTo: addressOf(config.mail.from) }),
    rankOf,
    retentionDays: config.ticketDays,
    announce: (introduction) =>
      channel.announce((language) => introductionAnnouncement(introduction, language)),
    noteHappening: (kind, place) => questions.noteHappening(kind, place),
  });
  const alerts = createAlertsPart(base, { rankOf, idleDays: config.conversationIdleDays });
  const audit = createAuditPart(base, { retentionDays: config.auditDays });
  return { channel, tickets, questions, faq, offers, introductions, alerts, audit };
}

/** A form for an entry in the language of what it is written from. */
function toDraft(written: FaqFromTicket | undefined): Partial<FaqDraft> | undefined {
  if (written === undefined) return undefined;
  const { language, question, answer, sources } = written;
  return {
    [textField("question", language)]: question,
    [textField("answer", language)]: answer,
    sources: sources.map(presentFaqSource).join("\n"),
  };
}

/** The address of `Name <address>`. */
function addressOf(sender: string): string {
  return /<([^<>]+)>/.exec(sender)?.[1] ?? sender;
}
