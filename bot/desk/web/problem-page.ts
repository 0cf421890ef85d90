import type { Language } from "../../../knowledge/languages.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import type { DeskProblem, DeskWords } from "./desk-texts-shape.ts";
import { type Html, html } from "./html.ts";

/** Status of each problem. */
export const PROBLEM_STATUS: Record<DeskProblem, number> = {
  closed: 403,
  shut: 403,
  notCoordinator: 403,
  usedLink: 403,
  elsewhere: 403,
  missing: 404,
  method: 405,
  large: 413,
  unreadable: 415,
  foreign: 403,
  busy: 429,
  failed: 500,
};

/** What a problem page shows below its heading. */
export function problemMain(
  { advice }: DeskWords,
  { id, language }: { id?: string | undefined; language: Language },
): Html {
  const reference = DESK_TEXTS[language].reference;
  return html`<p>${advice}</p>
  ${id !== undefined && html`<p>${reference}: <code>${id}</code></p>`}`;
}
