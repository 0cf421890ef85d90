import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import { cutText } from "../../records/cut-text.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { oneLine } from "./present-words.ts";
import { readTicketNumber } from "./read-step.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { TICKET_STATES, type Ticket } from "./ticket.ts";
import type { TicketQuery } from "./ticket-store.ts";

const PAGE_SIZE = 50;
const AGES_IN_DAYS = [1, 3, 7, 30];
const DAY_IN_MS = 86_400_000;
/** Longest question in the list, in characters. */
const MAX_LISTED_CHARS = 140;

/** The list's filters as they stand in its address; one that is not known counts as not set. */
interface Filters {
  state: string;
  assignee: string;
  language: string;
  age: string;
}

/** Reads the filters of the list from its address: those waiting for an answer, unless told otherwise. */
export function readTicketQuery({ query, actor }: DeskExchange, now: number): TicketQuery {
  const { state, assignee, language, age } = readFilters(query);
  const before = readTicketNumber(query.get("before") ?? "");
  const known = TICKET_STATES.find((one) => one === state);
  return {
    ...(state === "all" ? {} : { states: known === undefined ? ["open", "assigned"] : [known] }),
    ...(assignee === "me" ? { assignee: actor.id } : assignee === "nobody" ? { assignee: "" } : {}),
    ...(language === "" ? {} : { language: language as Language }),
    ...(age === "" ? {} : { createdBefore: now - Number(age) * DAY_IN_MS }),
    ...(before === undefined ? {} : { before }),
    // One more tells whether there are older ones.
    limit: PAGE_SIZE + 1,
  };
}

function readFilters(query: URLSearchParams): Filters {
  const choose = (name: string, choices: readonly string[]) =>
    choices.find((choice) => choice === query.get(name)) ?? "";
  return {
    state: choose("state", ["all", ...TICKET_STATES]),
    assignee: choose("assignee", ["me", "nobody"]),
    language: choose("language", LANGUAGES),
    age: choose("age", AGES_IN_DAYS.map(String)),
  };
}

/** Writes the list: filters, tickets with the beginnings of their questions, the way to older ones. */
export function ticketListPage(tickets: readonly Ticket[], exchange: DeskExchange): Html {
  const { language } = exchange;
  const texts = TICKET_TEXTS[language].desk;
  const filters = readFilters(exchange.query);
  const shown = tickets.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const older = new URLSearchParams({ ...filters, before: String(last?.id ?? "") });
  return html`${filterForm(filters, language)}
${shown.length === 0 ? html`<p class="desk-empty">${texts.empty}</p>` : ticketTable(shown, language)}
${tickets.length > PAGE_SIZE && html`<p class="desk-pager"><a href="/desk/tickets?${older.toString()}">${texts.older}</a></p>`}`;
}

function filterForm(filters: Filters, language: Language): Html {
  const texts = TICKET_TEXTS[language].desk;
  const states = TICKET_STATES.map((state) => [state, texts.states[state]] as const);
  const ages = AGES_IN_DAYS.map((days) => [String(days), texts.age(days)] as const);
  return html`<form class="desk-filter" method="get" action="/desk/tickets">
${choice("state", { label: texts.filters.state, chosen: filters.state, choices: [["", texts.waiting], ...states, ["all", texts.any]] })}
${choice("assignee", {
  label: texts.filters.assignee,
  chosen: filters.assignee,
  choices: [
    ["", texts.any],
    ["me", texts.mine],
    ["nobody", texts.nobody],
  ],
})}
${choice("language", {
  label: texts.filters.language,
  chosen: filters.language,
  choices: [["", texts.any], ...LANGUAGES.map((one) => [one, texts.languages[one]] as const)],
})}
${choice("age", { label: texts.filters.age, chosen: filters.age, choices: [["", texts.any], ...ages] })}
<div class="desk-actions"><button type="submit">${texts.filters.apply}</button></div>
</form>`;
}

function choice(
  name: string,
  field: { label: string; chosen: string; choices: readonly (readonly [string, string])[] },
): Html {
  const options = field.choices.map(([value, title]) =>
    value === field.chosen
      ? html`<option value="${value}" selected>${title}</option>`
      : html`<option value="${value}">${title}</option>`,
  );
  return html`<div class="field"><label for="filter-${name}">${field.label}</label>
<select id="filter-${name}" name="${name}">${options}</select></div>`;
}

function ticketTable(tickets: readonly Ticket[], language: Language): Html {
  const { columns } = TICKET_TEXTS[language].desk;
  return html`<table class="desk-table">
<thead><tr><th scope="col">${columns.number}</th><th scope="col">${columns.question}</th><th scope="col">${columns.state}</th><th scope="col">${columns.assignee}</th><th scope="col">${columns.language}</th><th scope="col">${columns.created}</th></tr></thead>
<tbody>${tickets.map((ticket) => ticketRow(ticket, language))}</tbody>
</table>`;
}

function ticketRow(ticket: Ticket, language: Language): Html {
  const texts = TICKET_TEXTS[language].desk;
  const { columns } = texts;
  const question = ticket.isErased ? texts.erased : cutText(oneLine(ticket.question), MAX_LISTED_CHARS);
  return html`<tr>
<td data-label="${columns.number}">${ticket.id}</td>
<td data-label="${columns.question}"><a href="/desk/tickets/${ticket.id}"${ticket.isErased ? "" : html` lang="${ticket.language}"`}>${question}</a></td>
<td data-label="${columns.state}">${stateBadge(ticket, language)}</td>
<td data-label="${columns.assignee}">${assigneeOf(ticket, language)}</td>
<td data-label="${columns.language}">${texts.languages[ticket.language]}</td>
<td data-label="${columns.created}"><time datetime="${new Date(ticket.created).toISOString()}">${presentDate(ticket.created, language)}</time></td>
</tr>`;
}

/** Name of whoever works on a ticket, or the word for nobody. */
export function assigneeOf({ assignee, assigneeName }: Ticket, language: Language): string {
  const { aCoordinator, nobody } = TICKET_TEXTS[language].desk;
  return assigneeName || (assignee ? aCoordinator : nobody);
}

/** State of a ticket as a small label. */
export function stateBadge({ state }: Ticket, language: Language): Html {
  const text = TICKET_TEXTS[language].desk.states[state];
  const tone = { open: " is-warning", assigned: "", answered: " is-good", closed: "" }[state];
  return html`<span class="desk-badge${tone}">${text}</span>`;
}
