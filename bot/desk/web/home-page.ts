import type { Language } from "../../../knowledge/languages.ts";
import type { DeskSection } from "./desk-section.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import { type Html, html } from "./html.ts";

/** A section, and how much waits there as far as it counts that. */
export interface CountedSection {
  section: DeskSection;
  waiting: number | undefined;
}

/** The home page: every section as a card. */
export function homeMain(sections: readonly CountedSection[], language: Language): Html {
  const texts = DESK_TEXTS[language];
  return html`<p>${texts.homeIntro}</p>
  <ul class="desk-home">
    ${sections.map(
      ({ section: { path, title, about }, waiting }) => html`<li class="desk-card">
      <h2><a href="/desk/${path}">${title[language]}</a></h2>
      ${about && html`<p>${about[language]}</p>`}
      ${waiting !== undefined && countHtml(waiting, language)}
    </li>
    `,
    )}
  </ul>`;
}

function countHtml(waiting: number, language: Language): Html {
  const texts = DESK_TEXTS[language];
  return waiting > 0
    ? html`<p><span class="desk-badge is-warning">${texts.waiting(waiting)}</span></p>`
    : html`<p class="desk-note">${texts.nothingWaiting}</p>`;
}
