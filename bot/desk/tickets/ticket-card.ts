import type { Language } from "../../../knowledge/languages.ts";
import { presentTime } from "../../calendar.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { Reply } from "../../reply/reply.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import { openDialogAction } from "../dialogs/dialog.ts";
import { ASKER_ID } from "./asker-tickets.ts";
import type { TicketHappening } from "./change-ticket.ts";
import { assigneeOf } from "./list-page.ts";
import { quoteWords } from "./present-words.ts";
import { TICKET_TEXTS } from "./texts.ts";
import type { Ticket } from "./ticket.ts";

/**
 * Builds the card of a ticket for the coordinators' channel in Teams: question, earlier turns, language, state, who has
 * it, and buttons that open dialogs. Only coordinators may see it.
 *
 * A card tells what was when it was sent; its dialogs tell what is.
 */
export function ticketCard(ticket: Ticket, language: Language): AdaptiveCard {
  const texts = TICKET_TEXTS[language].desk;
  const { id, revision, state } = ticket;
  const fields = { ticket: String(id), revision: String(revision) };
  const isWaiting = state === "open" || state === "assigned";
  return buildCard({
    title: texts.ticket(id),
    subtitle: `${texts.states[state]} · ${presentTime(ticket.created, language)}`,
    body: ticketElements(ticket, language),
    actions: [
      ...(isWaiting
        ? [
            openDialogAction(texts.answer, "ticket.answer", fields),
            openDialogAction(texts.assign, "ticket.assign", fields),
            openDialogAction(texts.close, "ticket.close", fields),
          ]
        : []),
      ...(state === "answered" || state === "closed"
        ? [openDialogAction(texts.writeFaq, "faq.new", { from: `ticket:${id}` })]
        : []),
    ],
  });
}

/** Question, turns and what is known of the ticket, as elements of a card. */
export function ticketElements(ticket: Ticket, language: Language): CardElement[] {
  const texts = TICKET_TEXTS[language].desk;
  if (ticket.isErased) return [textBlock(texts.erased)];
  const facts = [
    { title: texts.columns.language, value: texts.languages[ticket.language] },
    { title: texts.columns.assignee, value: assigneeOf(ticket, language) },
    { title: texts.asker, value: ticket.name ?? texts.unnamed },
  ];
  return [
    textBlock(ticket.question, { weight: "Bolder" }),
    ...ticket.additions.map(({ text }) => textBlock(text)),
    ...(ticket.turns.length === 0 ? [] : [textBlock(texts.turns, { isSubtle: true, spacing: "Medium" })]),
    ...ticket.turns.flatMap(({ asked, answered, refused }) => [
      textBlock(`${texts.turnAsked}: ${asked}`, { spacing: "Small" }),
      textBlock(`${texts.turnAnswered}: ${refused ? texts.turnRefused : answered}`, {
        isSubtle: true,
        spacing: "None",
      }),
    ]),
    ...(ticket.email === undefined ? [] : [textBlock(texts.mailWished)]),
    ...(ticket.isShared ? [textBlock(texts.shared, { color: "Attention" })] : []),
    { type: "FactSet", facts: facts.map(({ title, value }) => ({ title, value: quoteWords(value) })) },
  ];
}

/** The card of a new ticket with the words that tell the same, for the coordinators' channel. */
export function ticketAnnouncement(ticket: Ticket, language: Language): Reply {
  const texts = TICKET_TEXTS[language].desk;
  const lines = [
    { frame: `**${texts.announced(ticket.id)}**` },
    { frame: `${texts.columns.question}: ${quoteWords(ticket.question)}` },
    { frame: `${texts.columns.language}: ${texts.languages[ticket.language]}` },
  ];
  const draft = composeReply({ language, intent: "smalltalk", lines });
  return { ...draft, cards: [ticketCard(ticket, language)], ms: 0 };
}

/**
 * One line for the coordinators' channel on what happened to a ticket.
 *
 * @returns Nothing for steps the channel is not told of: a note, an erasure.
 */
export function ticketLine({ kind, ticket, actor }: TicketHappening, language: Language): Reply | undefined {
  const texts = TICKET_TEXTS[language].desk;
  const name = actor.id === ASKER_ID ? texts.someone : quoteWords(actor.name || texts.aCoordinator);
  const frame = texts.told[kind]?.(ticket.id, name);
  if (frame === undefined) return undefined;
  const draft = composeReply({ language, intent: "smalltalk", lines: [{ frame }] });
  // From the answer an entry of the FAQ is one press away.
  return { ...draft, ...(kind === "answered" && { cards: [ticketCard(ticket, language)] }), ms: 0 };
}
