import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import { type Html, html } from "../web/html.ts";
import { REASONS } from "./asked-question.ts";
import type { QuestionGroup, Wording } from "./question-queue.ts";
import { QUEUE_DAYS, type QueueChoice, queueAddress } from "./queue-filter.ts";
import { QUESTION_TEXTS } from "./texts.ts";

const GROUPS_ON_PAGE = 20;
/** Of a larger group the most frequent wordings are shown; all of it leaves the queue together. */
const MOST_SHOWN = 25;

/** What the page shows beside the groups. */
export interface QueuePage {
  language: Language;
  csrfField: Html;
  choice: QueueChoice;
  /** 1 for the first; beyond the last shows the last. */
  page: number;
}

/** The queue as a page: how it is narrowed, the groups, and the way to the others. */
export function presentQueue(groups: readonly QuestionGroup[], shown: QueuePage): Html {
  const { language, choice } = shown;
  const texts = QUESTION_TEXTS[language].queue;
  const pages = Math.max(1, Math.ceil(groups.length / GROUPS_ON_PAGE));
  const page = Math.min(Math.max(1, shown.page), pages);
  const first = (page - 1) * GROUPS_ON_PAGE;
  const questions = groups.reduce((sum, group) => sum + group.questions.length, 0);
  return html`<p class="desk-note">${texts.intro}</p>
${presentFilter(choice, language)}
${
  groups.length === 0
    ? html`<p class="desk-empty">${texts.empty}</p>`
    : html`<p>${texts.found(groups.length, questions)}</p>`
}
${groups.slice(first, first + GROUPS_ON_PAGE).map((group) => presentGroup(group, shown))}
${pages > 1 && presentPager({ page, pages, choice, language })}`;
}

function presentFilter(choice: QueueChoice, language: Language): Html {
  const { queue, figures } = QUESTION_TEXTS[language];
  const texts = queue.filter;
  const field = (
    id: keyof QueueChoice,
    options: { label: string; choices: readonly (readonly [value: string, title: string])[] },
  ) => html`
<div class="field"><label for="queue-${id}">${options.label}</label>
<select id="queue-${id}" name="${id}">
<option value="">${texts.all}</option>${options.choices.map(
    ([value, title]) =>
      html`<option value="${value}"${String(choice[id]) === value && html` selected`}>${title}</option>`,
  )}
</select></div>`;
  return html`<form class="desk-filter" method="get" action="/desk/queue" aria-label="${texts.title}">
${field("reason", { label: texts.reason, choices: REASONS.map((one) => [one, queue.reasons[one]]) })}
${field("language", { label: texts.language, choices: LANGUAGES.map((one) => [one, figures.languages[one]]) })}
${field("days", { label: texts.days, choices: QUEUE_DAYS.map((one) => [String(one), queue.lastDays(one)]) })}
<div class="desk-actions"><button>${texts.show}</button></div>
</form>`;
}

function presentGroup(group: QuestionGroup, { language, csrfField, choice }: QueuePage): Html {
  const texts = QUESTION_TEXTS[language].queue;
  const { id, questions, wordings } = group;
  const [title] = wordings;
  const heading = title?.text || texts.withoutWords;
  const reasons = REASONS.filter((reason) => questions.some((question) => question.reasons.includes(reason)));
  const hidden = wordings.length - MOST_SHOWN;
  const leave = (path: "done" | "unneeded", words: string) => html`
<form method="post" action="/desk/queue/${path}">${csrfField}
<input type="hidden" name="questions" value="${questions.map((question) => question.id).join(",")}">
<input type="hidden" name="back" value="${queueAddress(choice)}">
<button class="quiet">${words}<span class="desk-heard">: ${heading}</span></button></form>`;
  return html`
<section class="desk-card" aria-labelledby="group-${id}">
<h2 id="group-${id}"${title?.text && html` lang="${title.language}"`}>${heading}</h2>
<p><span class="desk-badge">${texts.asked(questions.length)}</span>${reasons.map(
    (reason) => html` <span class="desk-badge is-warning">${texts.reasons[reason]}</span>`,
  )}</p>
${presentWordings(wordings.slice(0, MOST_SHOWN), language)}
${hidden > 0 && html`<p class="desk-note">${texts.more(hidden)}</p>`}
<div class="desk-actions"><a class="button" href="/desk/faq/new?from=question:${id}">${texts.write}<span class="desk-heard">: ${heading}</span></a>${leave("done", texts.done)}${leave("unneeded", texts.unneeded)}</div>
</section>`;
}

function presentWordings(wordings: readonly Wording[], language: Language): Html {
  const { queue, figures } = QUESTION_TEXTS[language];
  const { columns } = queue;
  const [only, ...others] = wordings;
  // The heading has said the words already.
  if (only !== undefined && others.length === 0) return presentOnly(only, language);
  return html`<table class="desk-table">
<thead><tr><th scope="col">${columns.question}</th><th scope="col">${columns.language}</th><th scope="col" class="is-number">${columns.count}</th><th scope="col">${columns.date}</th><th scope="col">${columns.reason}</th></tr></thead>
<tbody>${wordings.map(
    (wording) => html`
<tr><td data-label="${columns.question}">${presentWords(wording, queue.withoutWords)}${wording.comments.map(
      (comment) => html`<p class="desk-note">${queue.comment} ${comment}</p>`,
    )}</td><td data-label="${columns.language}">${figures.languages[wording.language]}</td><td class="is-number" data-label="${columns.count}">${wording.count}</td><td data-label="${columns.date}"><time datetime="${new Date(wording.latest).toISOString()}">${presentDate(wording.latest, language)}</time></td><td data-label="${columns.reason}">${wording.reasons.map((reason) => queue.reasons[reason]).join(", ")}</td></tr>`,
  )}</tbody>
</table>`;
}

function presentOnly({ language: spoken, latest, comments }: Wording, language: Language): Html {
  const { queue, figures } = QUESTION_TEXTS[language];
  return html`<p>${figures.languages[spoken]} · ${queue.columns.date}: <time datetime="${new Date(latest).toISOString()}">${presentDate(latest, language)}</time></p>${comments.map(
    (comment) => html`<p class="desk-note">${queue.comment} ${comment}</p>`,
  )}`;
}

function presentWords({ text, language }: Wording, withoutWords: string): Html {
  return text === "" ? html`<em>${withoutWords}</em>` : html`<span lang="${language}">${text}</span>`;
}

function presentPager(context: {
  page: number;
  pages: number;
  choice: QueueChoice;
  language: Language;
}): Html {
  const { page, pages, choice, language } = context;
  const texts = QUESTION_TEXTS[language].queue.pages;
  return html`<nav class="desk-pager" aria-label="${texts.page(page, pages)}">
${page > 1 && html`<a rel="prev" href="${queueAddress(choice, page - 1)}">${texts.previous}</a>`}
<span>${texts.page(page, pages)}</span>
${page < pages && html`<a rel="next" href="${queueAddress(choice, page + 1)}">${texts.next}</a>`}
</nav>`;
}
