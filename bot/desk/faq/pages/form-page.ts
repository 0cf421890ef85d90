import { LANGUAGES, type Language, READERS } from "../../../../knowledge/languages.ts";
import { capitalised } from "../../../reply/capitalised.ts";
import type { DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { type FaqDraft, type FaqField, textField } from "../faq-draft.ts";
import { MAX_ANSWER_CHARS, MAX_QUESTION_CHARS } from "../faq-entry.ts";
import type { NearEntry } from "../faq-outcome.ts";
import type { FaqProblem } from "../parse-draft.ts";
import { areaField, lineField, selectField } from "./fields.ts";
import { entryPath, listParks, type PageContext, textsOf } from "./page-context.ts";

/** What a form shows. */
export interface FormOptions {
  context: PageContext;
  draft: FaqDraft;
  /** Address it is sent to. */
  action: string;
  /** Where "cancel" leads. */
  back: string;
  /** Of the form of the entry that is edited; absent: it is new. */
  token?: string;
  from?: string | undefined;
  problems?: readonly FaqProblem[];
  near?: readonly NearEntry[];
  preview?: Html | undefined;
  /** Stands above the fields. */
  above?: Html;
  /** Words of the button that saves. */
  save?: string;
}

/** The form of an entry: its languages beside each other, then what they share. */
export function entryForm(exchange: DeskExchange, options: FormOptions): Html {
  const texts = textsOf(exchange);
  const { problems = [], near = [], token, from, action, back, above, preview } = options;
  const save = options.save ?? texts.form.save;
  return html`${problems.length > 0 && problemSummary(exchange, problems)}${near.length > 0 && nearEntries(exchange, near)}${above}${
    preview !== undefined && html`<section><h2>${texts.form.previewTitle}</h2>${preview}</section>`
  }
  <p>${texts.form.lead}</p>
  <form class="desk-form is-wide" method="post" action="${action}">
    ${exchange.csrfField}
    ${token !== undefined && html`<input type="hidden" name="token" value="${token}">`}
    ${from !== undefined && html`<input type="hidden" name="from" value="${from}">`}
    <div class="desk-columns">${LANGUAGES.map((language) => languageFields(language, { exchange, options }))}</div>
    ${commonFields(exchange, options)}
    <div class="desk-actions"><button name="do" value="save">${save}</button>${
      near.length > 0 &&
      html`<button class="quiet" name="do" value="anyway">${texts.form.saveAnyway}</button>`
    }<button class="quiet" name="do" value="preview">${texts.form.preview}</button><a class="button quiet" href="${back}">${texts.form.cancel}</a></div>
  </form>`;
}

/** Name of a field with its language, such as "Answer (Finnish)". */
export function fieldName(field: FaqField, exchange: Pick<DeskExchange, "language">): string {
  const texts = textsOf(exchange);
  const [name = "", language] = field.split("_");
  const label = texts.fields[name as keyof typeof texts.fields];
  return language === undefined ? label : `${label} (${texts.languages[language as Language]})`;
}

function languageFields(
  language: Language,
  { exchange, options }: { exchange: DeskExchange; options: FormOptions },
): Html {
  const texts = textsOf(exchange);
  const { draft } = options;
  const [question, variants, answer] = (["question", "variants", "answer"] as const).map((field) =>
    textField(field, language),
  ) as [FaqField, FaqField, FaqField];
  const of = (field: FaqField) => ({
    id: field,
    value: draft[field],
    lang: language,
    ...problem(field, { exchange, options }),
  });
  const isMissing = draft[answer].trim() === "";
  return html`<fieldset><legend>${capitalised(texts.languages[language])}${
    isMissing && html` <span class="desk-badge is-warning">${texts.form.missing}</span>`
  }</legend>
    ${lineField({ ...of(question), label: texts.fields.question, max: MAX_QUESTION_CHARS })}
    ${areaField({ ...of(variants), label: texts.fields.variants, hint: texts.hints.variants, rows: 3 })}
    ${areaField({ ...of(answer), label: texts.fields.answer, hint: texts.hints.answer, rows: 10, max: MAX_ANSWER_CHARS })}
  </fieldset>`;
}

function commonFields(exchange: DeskExchange, options: FormOptions): Html {
  const texts = textsOf(exchange);
  const { draft, context } = options;
  const of = (field: FaqField) => ({
    id: field,
    label: fieldName(field, exchange),
    value: draft[field],
    ...problem(field, { exchange, options }),
  });
  const parks = listParks(context.currentView(), exchange.language);
  const choices = [
    { value: "", title: texts.noPark },
    ...parks.map(({ id, name }) => ({ value: id, title: name })),
  ];
  return html`${areaField({ ...of("sources"), hint: texts.hints.sources, rows: 3 })}
    ${lineField({ ...of("tags"), hint: texts.hints.tags })}
    ${selectField({ ...of("park"), choices })}
    ${selectField({ ...of("visibility"), choices: READERS.map((rank) => ({ value: rank, title: texts.ranks[rank] })) })}
    ${lineField({ ...of("year"), hint: texts.hints.year, type: "number" })}
    ${lineField({ ...of("validUntil"), hint: texts.hints.validUntil, type: "date" })}`;
}

function problem(
  field: FaqField,
  { exchange, options }: { exchange: DeskExchange; options: FormOptions },
): { problem?: string } {
  const found = options.problems?.find((one) => one.field === field);
  return found === undefined ? {} : { problem: textsOf(exchange).problems[found.code] };
}

function problemSummary(exchange: DeskExchange, problems: readonly FaqProblem[]): Html {
  const texts = textsOf(exchange);
  const items = problems.map(
    ({ field, code }) =>
      html`<li><a href="#${field}">${fieldName(field, exchange)}</a>: ${texts.problems[code]}</li>`,
  );
  return html`<div class="desk-problem" role="alert"><p>${texts.problemsTitle}</p><ul>${items}</ul></div>`;
}

function nearEntries(exchange: DeskExchange, near: readonly NearEntry[]): Html {
  const texts = textsOf(exchange);
  const items = near.map(
    ({ id, question, score }) =>
      html`<li><a href="${entryPath(id)}">${question}</a> (${Math.round(score * 100)} %)</li>`,
  );
  return html`<div class="desk-problem" role="alert"><p><strong>${texts.form.nearTitle}</strong></p><p>${texts.form.nearLead}</p><ul>${items}</ul></div>`;
}
