import type { Language } from "../../../knowledge/languages.ts";
import { CSRF_FIELD } from "./csrf-tokens.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import { type Html, html } from "./html.ts";

/** What was sent in a session that has ended. */
export interface LateForm {
  language: Language;
  /** Address it was sent to. */
  action: string;
  form: URLSearchParams;
  /** Field of the session of now; absent: nobody is signed in. */
  csrfField: Html | undefined;
  /** Where one signs in; absent: by the first-run link only. */
  signInPath: string | undefined;
}

/**
 * Shows a form that came too late again, so that nothing of what was written is lost: it can be read, copied and sent
 * anew. Only for forms that a page of our own sent.
 */
export function resendMain({ language, action, form, csrfField, signInPath }: LateForm): Html {
  const { ended, renewed, signIn, send, written } = DESK_TEXTS[language].resend;
  const fields = [...form].filter(([name]) => name !== CSRF_FIELD);
  const shown = fields.filter(([, value]) => value.trim() !== "");
  const isEnded = csrfField === undefined;
  return html`<p>${isEnded ? ended.advice : renewed.advice}</p>
  ${
    isEnded &&
    signInPath !== undefined &&
    html`<p><a href="${signInPath}" target="_blank" rel="noopener">${signIn}</a></p>`
  }
  <form class="desk-form" method="post" action="${action}">
    ${csrfField}
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <div class="desk-actions"><button>${send}</button></div>
  </form>
  ${
    shown.length > 0 &&
    html`<section class="desk-card"><h2>${written}</h2><dl class="desk-facts">${shown.map(
      ([name, value]) => html`<dt>${name}</dt><dd class="desk-written">${value}</dd>`,
    )}</dl></section>`
  }`;
}
