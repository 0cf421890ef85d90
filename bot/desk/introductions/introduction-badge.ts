import type { Language } from "../../../knowledge/languages.ts";
import { type Html, html } from "../web/html.ts";
import type { IntroductionState } from "./introduction.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

const TONES: Record<IntroductionState, string> = {
  asked: " is-warning",
  contacted: " is-warning",
  agreed: " is-good",
  declined: "",
  expired: "",
  withdrawn: "",
  stopped: " is-danger",
};

/** State of an introduction as a small label. */
export function introductionBadge(state: IntroductionState, language: Language): Html {
  return html`<span class="desk-badge${TONES[state]}">${INTRODUCTION_TEXTS[language].states[state]}</span>`;
}
