import { recordName } from "../../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { dayOf, presentDay } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { amountOf } from "../../skills/streams/present-cells.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import type { OfferProblems } from "./check-offer.ts";
import { type CurrentRow, rowValues } from "./current-row.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { OfferField, OfferValues } from "./offer-fields.ts";
import { offerFieldsHtml } from "./offer-fields-html.ts";
import { FORM_ORDER, isAsked, presentValue } from "./offer-form.ts";
import type { Names, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** What the page shows beside the submission, after a form that did not go through. */
export interface ReviewState {
  values: OfferValues;
  names: Names;
  problems: OfferProblems;
  /** Something beside the fields went wrong. */
  message?: string;
}

/** One submission beside the row it changes, with the forms that approve or return it. */
export function reviewPage(
  submission: Submission,
  context: {
    exchange: DeskExchange;
    current: CurrentRow;
    /** What the row would hold with the submission. */
    merged: OfferValues;
    view: KnowledgeView;
    state: ReviewState;
  },
): Html {
  const { exchange, current, merged, state, view } = context;
  const { language } = exchange;
  const texts = OFFER_TEXTS[language].desk;
  const isOpen = submission.state === "waiting";
  const facts = html`${problemHtml(state, language)}
${factsHtml(submission, language)}`;
  // What was decided is compared with nothing: the row has gone on since.
  if (!isOpen)
    return html`${facts}
<p class="desk-empty">${texts.gone}</p>${toldHtml(submission, { language, view })}`;
  return html`${facts}
${submission.record !== undefined && comparisonHtml(submission, { current, merged, language, view })}
${submission.kind === "stream" && duplicatesHtml(submission, { language, view })}
${formsHtml(submission, { ...context, language })}`;
}

function problemHtml({ message, problems }: ReviewState, language: Language): Html {
  const texts = OFFER_TEXTS[language];
  const entries = Object.entries(problems) as [OfferField, keyof typeof texts.problems][];
  if (message === undefined && entries.length === 0) return html``;
  return html`<div class="desk-problem" role="alert"><p>${message ?? texts.desk.problemHead}</p>${
    entries.length > 0 &&
    html`<ul>${entries.map(([field, problem]) => html`<li><a href="#${field}">${texts.labels[field]}</a>: ${texts.problems[problem]}</li>`)}</ul>`
  }</div>`;
}

function factsHtml(submission: Submission, language: Language): Html {
  const texts = OFFER_TEXTS[language];
  const { personName = "–", created, state, kind, record } = submission;
  const row = record ?? texts.desk.newRow[kind];
  return html`<dl class="desk-facts"><dt>${texts.desk.row}</dt><dd>${row}</dd><dt>${texts.desk.from}</dt><dd>${personName}</dd>
<dt>${texts.desk.sent}</dt><dd>${presentDay(dayOf(created), language)}</dd><dt>${texts.desk.state}</dt><dd>${texts.states[state]}</dd></dl>`;
}

/** What the member told. */
function toldHtml(
  { values }: Submission,
  { language, view }: { language: Language; view: KnowledgeView },
): Html {
  const texts = OFFER_TEXTS[language];
  const present = (field: OfferField) =>
    presentValue(field, values[field], { language, view, reader: "coordinator" });
  const fields = FORM_ORDER.filter((field) => field !== "kind" && values[field] !== undefined);
  return html`<section class="desk-card"><h2>${texts.desk.told}</h2><dl class="desk-facts">${fields.map(
    (field) => html`<dt>${texts.labels[field]}</dt><dd>${present(field)}</dd>`,
  )}</dl></section>`;
}

/** Field by field: what the row holds, and what the member told. */
function comparisonHtml(
  submission: Submission,
  context: { current: CurrentRow; merged: OfferValues; language: Language; view: KnowledgeView },
): Html {
  const { current, merged, language, view } = context;
  const texts = OFFER_TEXTS[language];
  const now = rowValues(current, submission.language);
  const fields = FORM_ORDER.filter(
    (field) => field !== "kind" && isAsked(field, merged) && (now[field] ?? merged[field]) !== undefined,
  );
  const changed = fields.filter((field) => now[field] !== merged[field]);
  const same = fields.filter((field) => now[field] === merged[field]);
  const present = (field: OfferField, value: string | undefined) =>
    presentValue(field, value, { language, view, reader: "coordinator" });
  const isOwner = current.live?.person === undefined || current.live.person === submission.person;
  const isMoved = (submission.baseRevision ?? 0) !== current.revision;
  return html`<section class="desk-card"><h2>${texts.desk.change}</h2>
${!isOwner && html`<p class="desk-note">${texts.desk.notOwner}</p>`}${isMoved && html`<p class="desk-note">${texts.desk.rowChanged}</p>`}
<table class="desk-table"><thead><tr><th scope="col">${texts.desk.field}</th><th scope="col">${texts.desk.now}</th><th scope="col">${texts.desk.told}</th></tr></thead>
<tbody>${changed.map(
    (field) =>
      html`<tr><th scope="row">${texts.labels[field]}</th><td data-label="${texts.desk.now}">${present(field, now[field])}</td><td data-label="${texts.desk.told}"><strong>${present(field, merged[field])}</strong></td></tr>`,
  )}</tbody></table>
${
  same.length > 0 &&
  html`<details><summary>${texts.desk.same(same.length)}</summary><dl class="desk-facts">${same.map(
    (field) => html`<dt>${texts.labels[field]}</dt><dd>${present(field, merged[field])}</dd>`,
  )}</dl></details>`
}</section>`;
}

function duplicatesHtml(
  submission: Submission,
  { language, view }: { language: Language; view: KnowledgeView },
): Html {
  const texts = OFFER_TEXTS[language].desk;
  const found = findDuplicates(submission.values, {
    view,
    language: submission.language,
    besides: submission.record,
  });
  if (found.length === 0) return html`<p class="desk-note">${texts.noDuplicates}</p>`;
  return html`<section class="desk-card"><h2>${texts.duplicates}</h2><ul>${found.map(
    (row) =>
      html`<li><a href="/records/streams/${row.id}">${row.id}</a> ${recordName(row, language)}: ${amountOf(row, language)}${
        row[`producer_${language}`] !== undefined && html`, ${row[`producer_${language}`]}`
      }</li>`,
  )}</ul></section>`;
}

function formsHtml(
  submission: Submission,
  context: {
    exchange: DeskExchange;
    view: KnowledgeView;
    state: ReviewState;
    current: CurrentRow;
    language: Language;
  },
): Html {
  const { exchange, view, state, current, language } = context;
  const texts = OFFER_TEXTS[language].desk;
  const to = `/desk/streams/submissions/${submission.id}`;
  const revisions = html`<input type="hidden" name="revision" value="${submission.revision}"><input type="hidden" name="rowRevision" value="${current.revision}">`;
  // The name's own language is the field above.
  const names = LANGUAGES.filter((one) => one !== submission.language).map(
    (one) =>
      html`<div class="field"><label for="name-${one}">${texts.nameIn[one]}</label><input id="name-${one}" name="name-${one}" value="${state.names[one] ?? ""}" maxlength="120"></div>`,
  );
  return html`<section class="desk-card"><h2>${texts.approve}</h2><form class="desk-form" method="post" action="${to}/approve">${exchange.csrfField}${revisions}
${offerFieldsHtml(state.values, { language, view, problems: state.problems })}
<p class="desk-note">${texts.namesHint}</p>${names}
<div class="desk-actions"><button type="submit">${texts.approve}</button></div></form></section>
<section class="desk-card"><h2>${texts.returnIt}</h2><form class="desk-form" method="post" action="${to}/return">${exchange.csrfField}${revisions}
<div class="field"><label for="words">${texts.returnWords}</label><textarea id="words" name="words" rows="4" maxlength="1000" required></textarea></div>
<div class="desk-actions"><button class="quiet" type="submit">${texts.returnIt}</button></div></form></section>`;
}
