import type { Language } from "../../../knowledge/languages.ts";
import { presentTime } from "../../calendar.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { assigneeOf, stateBadge } from "./list-page.ts";
import { writeSources } from "./parse-sources.ts";
import { TICKET_TEXTS } from "./texts.ts";
import type { Ticket, TicketAnswer, TicketEvent } from "./ticket.ts";
import { ticketForms } from "./ticket-forms.ts";

/** What the page of a ticket shows beside the ticket. */
export interface DetailOptions {
  exchange: DeskExchange;
  events: readonly TicketEvent[];
  sendsMail: boolean;
  /** What is wrong with the form that was sent; its fields are shown again. */
  problem?: string;
}

/** Writes the page of a ticket: question, turns, answers, what can be done, what has happened. */
export function ticketDetailPage(ticket: Ticket, options: DetailOptions): Html {
  const { exchange, events, problem } = options;
  const { language } = exchange;
  const texts = TICKET_TEXTS[language].desk;
  return html`<p><a href="/desk/tickets">${texts.back}</a></p>
${problem !== undefined && html`<p class="desk-problem" role="alert">${problem}</p>`}
${ticket.isErased ? html`<p class="desk-note">${texts.erased}</p>` : askedHtml(ticket, options)}
${answersHtml(ticket, language)}
${!ticket.isErased && ticketForms(ticket, exchange)}
<section class="desk-card"><h2>${texts.events}</h2>
<ol>${events.map((event) => eventHtml(event, language))}</ol></section>`;
}

function askedHtml(ticket: Ticket, { exchange, sendsMail }: DetailOptions): Html {
  const { language } = exchange;
  const texts = TICKET_TEXTS[language].desk;
  const { columns } = texts;
  return html`<section class="desk-card"><h2>${columns.question}</h2>
${paragraphs(ticket.question)}
${ticket.additions.length > 0 && html`<h3>${texts.additions}</h3>${ticket.additions.map(({ text, at }) => html`<p class="desk-note">${presentTime(at, language)}</p>${paragraphs(text)}`)}`}
<dl class="desk-facts">
<dt>${columns.state}</dt><dd>${stateBadge(ticket, language)}</dd>
<dt>${columns.assignee}</dt><dd>${assigneeOf(ticket, language)}</dd>
<dt>${columns.language}</dt><dd>${texts.languages[ticket.language]}</dd>
<dt>${columns.created}</dt><dd>${presentTime(ticket.created, language)}</dd>
<dt>${texts.asker}</dt><dd>${ticket.name ?? texts.unnamed}</dd>
</dl>
${ticket.isShared && html`<p class="desk-note">${texts.shared}</p>`}
${ticket.email !== undefined && html`<p class="desk-note">${texts.mailWished}. ${sendsMail ? "" : texts.mailNotSet}</p>`}
${ticket.turns.length > 0 && turnsHtml(ticket, language)}
</section>`;
}

function turnsHtml({ turns }: Ticket, language: Language): Html {
  const texts = TICKET_TEXTS[language].desk;
  const items = turns.map(({ asked, answered, refused }) => {
    const answer = refused ? texts.turnRefused : answered;
    return html`<li><p><strong>${texts.turnAsked}:</strong> ${asked}</p><p><strong>${texts.turnAnswered}:</strong> ${answer}</p></li>`;
  });
  return html`<h3>${texts.turns}</h3><ul>${items}</ul>`;
}

function answersHtml({ answers }: Ticket, language: Language): Html {
  if (answers.length === 0) return html``;
  const texts = TICKET_TEXTS[language].desk;
  return html`<section class="desk-card"><h2>${texts.answers}</h2>${answers.map((answer) => answerHtml(answer, language))}</section>`;
}

function answerHtml(answer: TicketAnswer, language: Language): Html {
  const texts = TICKET_TEXTS[language].desk;
  return html`<article><p class="desk-note">${answer.byName || texts.aCoordinator}, ${presentTime(answer.at, language)}</p>
${paragraphs(answer.text)}
${answer.sources.length > 0 && html`<p><strong>${texts.sources}:</strong></p>${paragraphs(writeSources(answer.sources))}`}</article>`;
}

function eventHtml({ kind, actor, at, detail }: TicketEvent, language: Language): Html {
  const texts = TICKET_TEXTS[language].desk;
  const who = { asker: texts.someone, system: texts.house }[actor] ?? detail.name ?? texts.aCoordinator;
  return html`<li><span>${presentTime(at, language)}: ${texts.eventKinds[kind]} (${who})</span>
${detail.text !== undefined && paragraphs(detail.text)}</li>`;
}

/** A text of several lines; every sign as it was typed. */
function paragraphs(text: string): Html {
  const blocks = text.split(/\n{2,}/).map((block) => {
    const lines = block.split("\n").map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
    return html`<p>${lines}</p>`;
  });
  return html`${blocks}`;
}
