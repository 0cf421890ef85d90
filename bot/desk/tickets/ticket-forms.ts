import { languageName } from "../../texts.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { MAX_ANSWER_CHARS, MAX_QUESTION_CHARS, type Ticket } from "./ticket.ts";

/** What a ticket's page offers to do, by the state it is in; the fields of a form that comes again are kept. */
export function ticketForms(ticket: Ticket, exchange: DeskExchange): Html {
  const isWaiting = ticket.state === "open" || ticket.state === "assigned";
  return html`${actions(ticket, exchange)}
${isWaiting ? answerForm(ticket, exchange) : lateWords(exchange)}
${isWaiting && closeForm(ticket, exchange)}
${noteForm(ticket, exchange)}
${!ticket.isErased && eraseForm(ticket, exchange)}`;
}

function actions(ticket: Ticket, exchange: DeskExchange): Html {
  const { id, state, assignee, faqEntry } = ticket;
  const texts = TICKET_TEXTS[exchange.language].desk;
  const isMine = state === "assigned" && assignee === exchange.actor.id;
  const isWaiting = state === "open" || state === "assigned";
  return html`<div class="desk-actions">
${isWaiting && !isMine && button("assign", texts.assign, { ticket, exchange })}
${state === "answered" && button("close", texts.closeAnswered, { ticket, exchange })}
${!isWaiting && button("reopen", texts.reopen, { ticket, exchange })}
<a class="${isWaiting ? "button quiet" : "button"}" href="/desk/faq/new?from=ticket:${id}">${texts.writeFaq}</a>
</div>
${faqEntry !== undefined && html`<p class="desk-note">${texts.faqWritten} <a href="/desk/faq/${faqEntry}">${faqEntry}</a></p>`}`;
}

function button(step: string, title: string, context: { ticket: Ticket; exchange: DeskExchange }): Html {
  return html`<form method="post" action="/desk/tickets/${context.ticket.id}/${step}">${hidden(context)}
<button type="submit" class="quiet">${title}</button></form>`;
}

function hidden({ ticket, exchange }: { ticket: Ticket; exchange: DeskExchange }): Html {
  return html`${exchange.csrfField}<input type="hidden" name="revision" value="${ticket.revision}">`;
}

function answerForm(ticket: Ticket, exchange: DeskExchange): Html {
  const texts = TICKET_TEXTS[exchange.language].desk;
  const showsName = exchange.form.get("showName") === "yes";
  const hint = texts.answerHint(languageName(ticket.language, exchange.language));
  return html`<section class="desk-card"><h2>${texts.answer}</h2>
<form class="desk-form" method="post" action="/desk/tickets/${ticket.id}/answer">${hidden({ ticket, exchange })}
<div class="field"><label for="answer">${texts.answerLabel}</label>
<textarea id="answer" name="answer" rows="10" maxlength="${MAX_ANSWER_CHARS}" required aria-describedby="answer-hint" lang="${ticket.language}">
${exchange.form.get("answer") ?? ""}</textarea>
<small class="hint" id="answer-hint">${hint}</small></div>
<div class="field"><label for="sources">${texts.sources}</label>
<textarea id="sources" name="sources" rows="3" aria-describedby="sources-hint">
${exchange.form.get("sources") ?? ""}</textarea>
<small class="hint" id="sources-hint">${texts.sourcesHint}</small></div>
<div class="field"><label for="showName">${texts.showName}</label>
<select id="showName" name="showName">${option("no", texts.showNameChoices.no, !showsName)}${option("yes", texts.showNameChoices.yes, showsName)}</select></div>
<div class="desk-actions"><button type="submit">${texts.send}</button></div>
</form></section>`;
}

function option(value: string, title: string, isChosen: boolean): Html {
  return isChosen
    ? html`<option value="${value}" selected>${title}</option>`
    : html`<option value="${value}">${title}</option>`;
}

function closeForm(ticket: Ticket, exchange: DeskExchange): Html {
  const texts = TICKET_TEXTS[exchange.language].desk;
  return html`<details class="desk-card"${exchange.form.has("reason") && html` open`}><summary>${texts.close}</summary>
<form class="desk-form" method="post" action="/desk/tickets/${ticket.id}/close">${hidden({ ticket, exchange })}
<div class="field"><label for="reason">${texts.reason}</label>
<textarea id="reason" name="reason" rows="3" maxlength="${MAX_QUESTION_CHARS}" required aria-describedby="reason-hint" lang="${ticket.language}">
${exchange.form.get("reason") ?? ""}</textarea>
<small class="hint" id="reason-hint">${texts.reasonHint}</small></div>
<div class="desk-actions"><button type="submit" class="danger">${texts.close}</button></div>
</form></details>`;
}

function noteForm(ticket: Ticket, exchange: DeskExchange): Html {
  const texts = TICKET_TEXTS[exchange.language].desk;
  return html`<details class="desk-card"${exchange.form.has("note") && html` open`}><summary>${texts.note}</summary>
<form class="desk-form" method="post" action="/desk/tickets/${ticket.id}/note">${hidden({ ticket, exchange })}
<div class="field"><label for="note">${texts.noteLabel}</label>
<textarea id="note" name="note" rows="3" maxlength="${MAX_QUESTION_CHARS}" required>
${exchange.form.get("note") ?? ""}</textarea></div>
<div class="desk-actions"><button type="submit" class="quiet">${texts.noteSend}</button></div>
</form></details>`;
}

function eraseForm(ticket: Ticket, exchange: DeskExchange): Html {
  const texts = TICKET_TEXTS[exchange.language].desk;
  return html`<details class="desk-card"><summary>${texts.erase}</summary>
<form class="desk-form" method="post" action="/desk/tickets/${ticket.id}/erase">${hidden({ ticket, exchange })}
<p>${texts.eraseHint}</p>
<div class="desk-actions"><button type="submit" class="danger">${texts.erase}</button></div>
</form></details>`;
}

/** An answer that came after somebody else's is shown, so that it is not lost. */
function lateWords({ form, language }: DeskExchange): Html {
  const words = form.get("answer") || form.get("reason") || "";
  if (words === "") return html``;
  const texts = TICKET_TEXTS[language].desk;
  return html`<section class="desk-card"><h2>${texts.yourWords}</h2><div class="field"><label for="late">${texts.yourWords}</label>
<textarea id="late" rows="10" readonly>
${words}</textarea></div></section>`;
}
