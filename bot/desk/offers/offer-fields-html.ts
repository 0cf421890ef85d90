import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { type Html, html } from "../web/html.ts";
import type { OfferProblems } from "./check-offer.ts";
import type { OfferField, OfferValues } from "./offer-fields.ts";
import { FORM_PARTS, isAsked, offerChoices } from "./offer-form.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** Fields of an offer as a form of the desk, filled in. */
export function offerFieldsHtml(
  values: OfferValues,
  context: { language: Language; view: KnowledgeView; problems: OfferProblems },
): Html {
  // What kind it is has been told; a stream does not become a need at the desk.
  const shown = (field: OfferField) => field !== "kind" && isAsked(field, values);
  const { parts } = OFFER_TEXTS[context.language];
  return html`${FORM_PARTS.map(
    ([part, fields]) => html`<fieldset><legend>${parts[part]}</legend><div class="desk-columns">${fields
      .filter(shown)
      .map((field) => fieldHtml(field, { ...context, value: values[field] ?? "" }))}</div></fieldset>
`,
  )}`;
}

function fieldHtml(
  field: OfferField,
  context: { language: Language; view: KnowledgeView; problems: OfferProblems; value: string },
): Html {
  const { language, problems, value } = context;
  const texts = OFFER_TEXTS[language];
  const problem = problems[field];
  const described =
    problem === undefined ? html`` : html` aria-invalid="true" aria-describedby="${field}-problem"`;
  const choices = offerChoices(field, { ...context, reader: "coordinator" });
  const empty = field.endsWith("For") ? texts.asRow : texts.choose;
  const input =
    choices === undefined
      ? html`<input id="${field}" name="${field}" value="${value}" maxlength="500"${described}>`
      : html`<select id="${field}" name="${field}"${described}><option value="">${empty}</option>${choices.map(
          (choice) =>
            html`<option value="${choice.value}"${choice.value === value ? html` selected` : html``}>${choice.title}</option>`,
        )}</select>`;
  return html`<div class="field"><label for="${field}">${texts.labels[field]}</label>${
    problem !== undefined && html`<p class="desk-note" id="${field}-problem">${texts.problems[problem]}</p>`
  }${input}</div>`;
}
