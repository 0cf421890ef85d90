import { FIELD_GROUPS } from "../../../knowledge/schema.ts";
import { type Html, html } from "../web/html.ts";
import type { Introduction } from "./introduction.ts";
import { otherSideText } from "./introduction-notices.ts";
import { candidateNames, readKnownFields } from "./known-fields.ts";
import type { PageOptions } from "./page-options.ts";
import { MAX_RELEASED_CHARS } from "./read-release.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** What a coordinator can do with an open introduction: note that the other side was asked, record its yes or no. */
export function introductionForms(introduction: Introduction, options: PageOptions): Html {
  return html`${contactedForm(introduction, options)}${agreeForm(introduction, options)}${declineForm(introduction, options)}`;
}

function formStart({ id, revision }: Introduction, { exchange }: PageOptions, step: string): Html {
  return html`<form class="desk-form" method="post" action="/desk/introductions/${id}/${step}">${exchange.csrfField}<input type="hidden" name="revision" value="${revision}">`;
}

function contactedForm(introduction: Introduction, options: PageOptions): Html {
  const texts = INTRODUCTION_TEXTS[options.exchange.language].desk;
  return html`<section class="desk-card"><h2>${texts.askThem}</h2>
<p>${texts.contactedHint}</p>
<div class="field"><label for="to-tell">${texts.contactText}</label>
<textarea id="to-tell" rows="6" readonly>${otherSideText(introduction, introduction.language)}</textarea></div>
${
  introduction.state === "asked" &&
  html`${formStart(introduction, options, "contacted")}<p class="desk-actions"><button>${texts.contacted}</button></p></form>`
}</section>`;
}

function agreeForm(introduction: Introduction, options: PageOptions): Html {
  const { exchange, whole } = options;
  const { language, form } = exchange;
  const { desk: texts, groups } = INTRODUCTION_TEXTS[language];
  const company = form.get("company") ?? undefined;
  const known = readKnownFields(introduction.target, {
    whole,
    language: introduction.language,
    ...(company === undefined ? {} : { company }),
  });
  const isSent = form.has("revision");
  const fields = FIELD_GROUPS.map((group) => {
    const words = form.get(`words-${group}`) ?? known[group] ?? "";
    const isTicked = isSent && form.get(`release-${group}`) === "yes";
    return html`<fieldset><legend>${groups[group]}</legend>
<div class="field"><input type="checkbox" id="release-${group}" name="release-${group}" value="yes"${isTicked && html` checked`}><label for="release-${group}">${texts.release}: ${groups[group]}</label></div>
<div class="field"><label for="words-${group}">${texts.words}: ${groups[group]}</label>
<textarea id="words-${group}" name="words-${group}" rows="2" maxlength="${MAX_RELEASED_CHARS}">${words}</textarea></div></fieldset>`;
  });
  return html`<section class="desk-card"><h2>${texts.agree}</h2>
<p>${texts.agreeHint}</p>
${formStart(introduction, options, "agree")}
${companyChoice(introduction, options)}
${fields}
<p class="desk-actions"><button>${texts.agree}</button></p></form></section>`;
}

function companyChoice({ target }: Introduction, { exchange, whole }: PageOptions): Html {
  const { language, form } = exchange;
  const names = candidateNames(target.candidates ?? [], { whole, language });
  if (names.length < 2) return html``;
  const chosen = form.get("company");
  const choices = names.map(
    ({ id, name }) => html`<option value="${id}"${id === chosen && html` selected`}>${name}</option>`,
  );
  return html`<div class="field"><label for="company">${INTRODUCTION_TEXTS[language].desk.whichCompany}</label>
<select id="company" name="company">${choices}</select></div>`;
}

function declineForm(introduction: Introduction, options: PageOptions): Html {
  const { form, language } = options.exchange;
  const texts = INTRODUCTION_TEXTS[language].desk;
  return html`<details class="desk-card"${form.has("reason") && html` open`}><summary>${texts.decline}</summary>
<p>${texts.declineHint}</p>
${formStart(introduction, options, "decline")}
<div class="field"><label for="reason">${texts.reason}</label>
<textarea id="reason" name="reason" rows="3" maxlength="${MAX_RELEASED_CHARS}">${form.get("reason") ?? ""}</textarea></div>
<p class="desk-actions"><button class="danger">${texts.decline}</button></p></form></details>`;
}
