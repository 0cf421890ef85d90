import type { Language } from "../../../knowledge/languages.ts";
import { presentTime } from "../../calendar.ts";
import type { DeskExchange } from "../web/desk-section.ts";
import { type Html, html } from "../web/html.ts";
import { ASKER_FIELDS, type Introduction, isOpen } from "./introduction.ts";
import { introductionBadge } from "./introduction-badge.ts";
import { introductionForms } from "./introduction-forms.ts";
import { ASKER } from "./introduction-keeper.ts";
import { otherSideText } from "./introduction-notices.ts";
import { candidateNames } from "./known-fields.ts";
import type { PageOptions } from "./page-options.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** Writes the page of an introduction: both sides, what may be told, what can be done, what has happened. */
export function introductionPage(introduction: Introduction, options: PageOptions): Html {
  const { exchange, problem } = options;
  const texts = INTRODUCTION_TEXTS[exchange.language].desk;
  return html`<p><a href="/desk/introductions">${texts.back}</a></p>
${problem !== undefined && html`<p class="desk-problem" role="alert">${problem}</p>`}
${introduction.isErased === true ? html`<p class="desk-note">${texts.erased}</p>` : bothSides(introduction, options)}
${introduction.isErased !== true && isOpen(introduction) && introductionForms(introduction, options)}
${problem !== undefined && !isOpen(introduction) && typedWords(exchange)}
<section class="desk-card"><h2>${texts.history}</h2>
<ol>${introduction.events.map((event) => eventHtml(event, exchange.language))}</ol></section>`;
}

function bothSides(introduction: Introduction, options: PageOptions): Html {
  return html`${askerHtml(introduction, options.exchange.language)}${targetHtml(introduction, options)}${releasedHtml(introduction, options.exchange.language)}`;
}

/** What the asker told; what may not be passed on is marked. */
function askerHtml({ asker, state, language: spoken }: Introduction, language: Language): Html {
  const { desk: texts, askerFields } = INTRODUCTION_TEXTS[language];
  const words = {
    who: [asker.name, asker.company].filter((part) => part !== "").join(", "),
    stream: asker.stream,
    amount: asker.amount,
    contact: asker.contact,
  };
  const rows = ASKER_FIELDS.filter((field) => words[field] !== "").map((field) => {
    const isAllowed = asker.allowed.includes(field);
    return html`<dt>${askerFields[field]}</dt><dd>${words[field]} <span class="desk-badge ${isAllowed ? "is-good" : "is-danger"}">${isAllowed ? texts.mayTell : texts.mayNotTell}</span></dd>`;
  });
  return html`<section class="desk-card"><h2>${texts.asks}</h2>
<dl class="desk-facts">
<dt>${texts.columns.state}</dt><dd>${introductionBadge(state, language)}</dd>
<dt>${texts.language}</dt><dd>${texts.languages[spoken]}</dd>
${rows}
${asker.message !== "" && html`<dt>${askerFields.message}</dt><dd>${asker.message}</dd>`}
</dl></section>`;
}

function targetHtml({ target, mailedTo }: Introduction, { exchange, whole }: PageOptions): Html {
  const { language } = exchange;
  const texts = INTRODUCTION_TEXTS[language].desk;
  const names = candidateNames(target.candidates ?? [], { whole, language });
  const candidates =
    names.length === 0
      ? html`<p>${texts.noCandidates}</p>`
      : html`<p>${texts.candidates}</p><ul>${names.map(({ name }) => html`<li>${name}</li>`)}</ul>`;
  return html`<section class="desk-card"><h2>${texts.target}</h2>
<p>${target.label}</p>
${target.kind === "hidden" && candidates}
${mailedTo !== undefined && html`<p class="desk-note">${texts.mailed(mailedTo)}</p>`}
</section>`;
}

function releasedHtml(introduction: Introduction, language: Language): Html {
  if (introduction.state !== "agreed") return html``;
  const { desk: texts, groups } = INTRODUCTION_TEXTS[language];
  const rows = (introduction.released ?? []).map(
    ({ group, text }) => html`<dt>${groups[group]}</dt><dd>${text}</dd>`,
  );
  return html`<section class="desk-card"><h2>${texts.releasedText}</h2><dl class="desk-facts">${rows}</dl>
<div class="field"><label for="other-side">${texts.otherSideText}</label>
<textarea id="other-side" rows="6" readonly>${otherSideText(introduction, introduction.language)}</textarea></div></section>`;
}

/** What somebody typed who came too late, so that it is not lost. */
function typedWords({ form }: DeskExchange): Html {
  const words = [...form].filter(([id, text]) => /^(?:words-|reason)/.test(id) && text !== "");
  return html`${words.map(([, text]) => html`<p class="desk-note">${text}</p>`)}`;
}

function eventHtml({ kind, actor, name, at }: Introduction["events"][number], language: Language): Html {
  const texts = INTRODUCTION_TEXTS[language].desk;
  const who =
    actor === ASKER.id ? texts.asker : actor === "system" ? texts.house : name || texts.aCoordinator;
  return html`<li>${presentTime(at, language)}: ${texts.events[kind]} (${who})</li>`;
}
