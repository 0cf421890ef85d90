import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import { type Html, html } from "../web/html.ts";
import type { FigureCell, FigureTable } from "./figure-table.ts";
import { plotFigures } from "./plot-figures.ts";
import { presentDayOrMonth } from "./present-day-or-month.ts";
import { PERIOD_DAYS, type PeriodChoice, periodQuery } from "./read-period.ts";
import { QUESTION_TEXTS } from "./texts.ts";

/** The page of figures: the period, then each table with its plot above it. */
export function presentFigures(
  tables: readonly FigureTable[],
  shown: PeriodChoice & { language: Language },
): Html {
  const { language, period, isWrong } = shown;
  const texts = QUESTION_TEXTS[language].figures;
  return html`<p class="desk-note">${texts.intro} ${texts.privacy}</p>
${isWrong && html`<div class="desk-problem" role="alert"><p>${texts.period.wrong}</p></div>`}
${presentPeriod(shown)}
<p>${texts.shown(presentDayOrMonth(period.from, language), presentDayOrMonth(period.to, language))} · <a href="/desk/figures/csv/all?${periodQuery(shown)}">${texts.csvAll}</a></p>
${tables.map((table) => presentTable(table, shown))}`;
}

function presentPeriod(shown: PeriodChoice & { language: Language }): Html {
  const { period, days, language } = shown;
  const texts = QUESTION_TEXTS[language].figures.period;
  const isChosen = (one: number) => one === days && html` aria-current="true"`;
  return html`<nav class="desk-actions" aria-label="${texts.title}">${PERIOD_DAYS.map(
    (one) =>
      html`<a class="button quiet" href="/desk/figures?days=${one}"${isChosen(one)}>${texts.days(one)}</a>`,
  )}</nav>
<form class="desk-filter" method="get" action="/desk/figures" aria-label="${texts.title}">
<div class="field"><label for="figures-from">${texts.from}</label><input id="figures-from" name="from" type="date" value="${period.from}" required></div>
<div class="field"><label for="figures-to">${texts.to}</label><input id="figures-to" name="to" type="date" value="${period.to}" required></div>
<div class="desk-actions"><button>${texts.show}</button></div>
</form>`;
}

function presentTable(table: FigureTable, shown: PeriodChoice & { language: Language }): Html {
  const { language } = shown;
  const texts = QUESTION_TEXTS[language].figures;
  const title = texts.titles[table.id];
  const { id, rows, nameColumn, columns } = table;
  const plot = plotFigures(table, { title, language });
  const numbers = html`<table class="desk-table">
<caption class="desk-heard">${title}</caption>
<thead><tr><th scope="col">${nameColumn}</th>${columns.map((column) => html`<th scope="col" class="is-number">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ name, cells }) => html`
<tr><th scope="row" data-label="${nameColumn}">${presentDayOrMonth(name, language)}</th>${cells.map(
      (cell, at) =>
        html`<td class="is-number" data-label="${columns[at] ?? ""}">${presentCell(cell, language)}</td>`,
    )}</tr>`,
  )}</tbody>
</table>`;
  const body = html`${plot}
${plot === undefined ? numbers : html`<details><summary>${texts.openTable}<span class="desk-heard">: ${title}</span></summary>${numbers}</details>`}
<p><a href="/desk/figures/csv/${id}?${periodQuery(shown)}">${texts.csv}<span class="desk-heard">: ${title}</span></a></p>`;
  return html`
<section class="desk-card" aria-labelledby="figures-${id}">
<h2 id="figures-${id}">${title}</h2>
${rows.length === 0 ? html`<p class="desk-empty">${texts.nothing}</p>` : body}
</section>`;
}

function presentCell(cell: FigureCell, language: Language): string {
  if (typeof cell === "number") return presentNumber(cell, language);
  return QUESTION_TEXTS[language].figures[cell];
}
