import { dayOf, presentDay } from "../../calendar.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { pageOf } from "../web/pager.ts";
import { presentAmount } from "./present-amount.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

const SOON_IN_MS = 30 * 86_400_000;

/** Submissions that wait, and the live rows with their expiry. */
export function offersListPage(
  content: { waiting: readonly Submission[]; live: readonly LiveRecord[] },
  { exchange, now, message }: { exchange: DeskExchange; now: number; message?: string },
): Html {
  const { language, query } = exchange;
  const texts = OFFER_TEXTS[language].desk;
  const isExpiring = query.get("show") === "expiring";
  const soon = dayOf(now + SOON_IN_MS);
  const rows = content.live
    .filter(({ state, expires = "" }) => state === "live" && (!isExpiring || expires <= soon))
    .toSorted((a, b) => (a.expires ?? "").localeCompare(b.expires ?? ""));
  const { shown, links } = pageOf(rows, { query, path: "/desk/streams", language });
  return html`${message !== undefined && html`<p class="desk-problem" role="alert">${message}</p>`}
<section><h2>${texts.waiting}</h2>${waitingTable(content.waiting, exchange)}</section>
<section><h2>${texts.live}</h2>
<form class="desk-filter" method="get" action="/desk/streams"><div class="field"><label for="show">${texts.filter}</label><select id="show" name="show"><option value="">${texts.all}</option><option value="expiring"${isExpiring ? html` selected` : html``}>${texts.expiringSoon}</option></select></div><div class="desk-actions"><button class="quiet" type="submit">${texts.filter}</button></div></form>
${liveTable(shown, { exchange, today: dayOf(now), soon })}${links}</section>`;
}

function waitingTable(waiting: readonly Submission[], { language }: DeskExchange): Html {
  const texts = OFFER_TEXTS[language];
  const { desk } = texts;
  if (waiting.length === 0) return html`<p class="desk-empty">${desk.noneWaiting}</p>`;
  return html`<table class="desk-table"><thead><tr><th scope="col">${desk.row}</th><th scope="col">${texts.labels.company}</th><th scope="col">${texts.labels.amount}</th><th scope="col">${desk.sent}</th><th scope="col">${desk.review}</th></tr></thead>
<tbody>${waiting.map(
    ({ id, values, kind, record, created }) =>
      html`<tr><th scope="row">${values.name ?? "–"} <span class="desk-badge">${record ?? desk.newRow[kind]}</span></th><td data-label="${texts.labels.company}">${values.company ?? "–"}</td><td data-label="${texts.labels.amount}">${presentAmount(values, language)}</td><td data-label="${desk.sent}"><time datetime="${dayOf(created)}">${presentDay(dayOf(created), language)}</time></td><td data-label="${desk.review}"><a class="button" href="/desk/streams/submissions/${id}">${desk.reviewTitle(id)}</a></td></tr>`,
  )}</tbody></table>`;
}

function liveTable(
  rows: readonly LiveRecord[],
  context: { exchange: DeskExchange; today: string; soon: string },
): Html {
  const { exchange, today, soon } = context;
  const { language } = exchange;
  const texts = OFFER_TEXTS[language];
  const { desk } = texts;
  if (rows.length === 0) return html`<p class="desk-empty">${desk.noneLive}</p>`;
  return html`<table class="desk-table"><thead><tr><th scope="col">${desk.row}</th><th scope="col">${texts.labels.company}</th><th scope="col">${desk.expires}</th><th scope="col">${desk.change}</th></tr></thead>
<tbody>${rows.map((record) => {
    const { id, names, values, expires = "" } = record;
    const kind = expires < today ? "is-danger" : expires <= soon ? "is-warning" : "is-good";
    const day = presentDay(expires, language);
    const words = expires < today ? texts.expiredOn(day) : texts.expiresOn(day);
    return html`<tr><th scope="row">${names[language]} <span class="desk-badge">${id}</span></th><td data-label="${texts.labels.company}">${values.company ?? "–"}</td><td data-label="${desk.expires}"><span class="desk-badge ${kind}">${words}</span></td><td data-label="${desk.change}">${liveForms(record, exchange)}</td></tr>`;
  })}</tbody></table>`;
}

function liveForms({ kind, id, revision }: LiveRecord, { csrfField, language }: DeskExchange): Html {
  const { desk } = OFFER_TEXTS[language];
  const to = `/desk/streams/live/${kind}/${id}`;
  const hidden = html`${csrfField}<input type="hidden" name="revision" value="${revision}">`;
  return html`<div class="desk-actions"><form method="post" action="${to}/renew">${hidden}<button class="quiet" type="submit" aria-label="${desk.renew}: ${id}">${desk.renew}</button></form></div>
<details><summary>${desk.withdraw}<span class="desk-heard">: ${id}</span></summary><form class="desk-form" method="post" action="${to}/withdraw">${hidden}<div class="field"><label for="words-${id}">${desk.withdrawWords}</label><input id="words-${id}" name="words" maxlength="300"></div><div class="desk-actions"><button class="danger" type="submit" aria-label="${desk.withdraw}: ${id}">${desk.withdraw}</button></div></form></details>`;
}
