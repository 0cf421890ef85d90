import type { Language } from "../../../knowledge/languages.ts";
import { type Html, html } from "../web/html.ts";
import type { AuditActor } from "./audit-choices.ts";
import type { KeptAuditEntry } from "./audit-log.ts";
import { presentAction, presentActor, presentEntry, presentSubject } from "./present-entry.ts";
import { AUDIT_TEXTS } from "./texts.ts";

/** Which entries are asked for; an empty text leaves a filter out. */
export interface AuditFilter {
  /** Part of the action before the dot, or a whole action. */
  action: string;
  actor: string;
  subject: string;
}

/** What the page shows. */
export interface AuditPage {
  language: Language;
  retentionDays: number;
  filter: AuditFilter;
  actors: readonly AuditActor[];
  things: readonly string[];
  entries: readonly KeptAuditEntry[];
  /** Whether these are not the newest. */
  isLater: boolean;
  /** Id to go on from; absent on the last page. */
  next: number | undefined;
}

const PATH = "/desk/audit";

/** Writes the list of entries, with its filters and pages. */
export function auditMain(page: AuditPage): Html {
  const { language, retentionDays, filter, entries } = page;
  const texts = AUDIT_TEXTS[language];
  const file = `${PATH}/download${queryOf(filter)}`;
  return html`<p>${texts.intro(retentionDays)}</p>
  ${filterHtml(page)}
  ${entries.length === 0 ? html`<p class="desk-empty">${texts.empty}</p>` : tableHtml(entries, language)}
  ${pagerHtml(page)}
  ${entries.length > 0 && html`<p class="desk-actions"><a class="button quiet" href="${file}">${texts.download}</a></p>`}`;
}

function filterHtml({ language, filter, actors, things }: AuditPage): Html {
  const { columns, anyAction, anybody, subjectHint, ...texts } = AUDIT_TEXTS[language];
  const isFiltered = Object.values(filter).some((value) => value !== "");
  // A filter that came by a link may name what cannot be chosen.
  const actions = [...new Set([...things, ...(filter.action === "" ? [] : [filter.action])])];
  const people = actors.some(({ id }) => id === filter.actor)
    ? actors
    : [...actors, { id: filter.actor, name: filter.actor }];
  return html`<form class="desk-filter" method="get" action="${PATH}">
    <div class="field"><label for="action">${columns.action}</label><select id="action" name="action">
      ${optionHtml("", { text: anyAction, chosen: filter.action })}
      ${actions.map((action) => optionHtml(action, { text: presentAction(action, language), chosen: filter.action }))}
    </select></div>
    <div class="field"><label for="actor">${columns.who}</label><select id="actor" name="actor">
      ${optionHtml("", { text: anybody, chosen: filter.actor })}
      ${people
        .filter(({ id }) => id !== "")
        .map((actor) => optionHtml(actor.id, { text: presentActor(actor, language), chosen: filter.actor }))}
    </select></div>
    <div class="field"><label for="subject">${columns.subject}</label><input id="subject" name="subject" value="${filter.subject}" placeholder="${subjectHint}" maxlength="200"></div>
    <div class="desk-actions"><button>${texts.filter}</button>${isFiltered && html`<a class="button quiet" href="${PATH}">${texts.clear}</a>`}</div>
  </form>`;
}

function optionHtml(value: string, { text, chosen }: { text: string; chosen: string }): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>
      `;
}

function tableHtml(entries: readonly KeptAuditEntry[], language: Language): Html {
  const { columns } = AUDIT_TEXTS[language];
  return html`<table class="desk-table">
    <thead><tr><th scope="col">${columns.at}</th><th scope="col">${columns.who}</th><th scope="col">${columns.action}</th><th scope="col">${columns.subject}</th><th scope="col">${columns.detail}</th></tr></thead>
    <tbody>
    ${entries.map((entry) => rowHtml(entry, language))}
    </tbody>
  </table>`;
}

function rowHtml(entry: KeptAuditEntry, language: Language): Html {
  const { columns } = AUDIT_TEXTS[language];
  const { at, who, rank, via, action, subject, detail } = presentEntry(entry, language);
  const { actor } = entry;
  return html`<tr>
      <td data-label="${columns.at}"><time datetime="${new Date(entry.at).toISOString()}">${at}</time></td>
      <td data-label="${columns.who}"><div><a href="${PATH}${queryOf({ actor })}">${who}</a><br><small>${rank}, ${via}</small></div></td>
      <td data-label="${columns.action}">${action}</td>
      <td data-label="${columns.subject}"><a href="${PATH}${queryOf({ subject })}">${presentSubject(subject, language)}</a></td>
      <td data-label="${columns.detail}">${detail}</td>
    </tr>
    `;
}

function pagerHtml({ language, filter, isLater, next }: AuditPage): Html | false {
  const { newest, older, columns } = AUDIT_TEXTS[language];
  if (!isLater && next === undefined) return false;
  return html`<nav class="desk-pager" aria-label="${columns.at}">
    ${isLater && html`<a class="button quiet" href="${PATH}${queryOf(filter)}">${newest}</a>`}
    ${
      next !== undefined &&
      html`<a class="button quiet" rel="next" href="${PATH}${queryOf({ ...filter, before: String(next) })}">${older}</a>`
    }
  </nav>`;
}

function queryOf(fields: Partial<AuditFilter> & { before?: string }): string {
  const set = Object.entries(fields).filter(([, value]) => value !== "");
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}
