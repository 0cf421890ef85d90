import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { escapeHtml } from "./escape-html.ts";
import { PAGE_TEXTS } from "./page-texts.ts";
import type { PageTexts } from "./page-texts-shape.ts";

/** What the parts below depend on. */
export interface PageFunctionsOptions {
  language: Language;
  /** While the chat is not there, buttons do nothing. */
  isDisabled: boolean;
  /** Whether people can sign in on this page. */
  hasSignIn: boolean;
}

/** Names of {@link PageTexts} that hold one text. */
export type TextKey = {
  [Key in keyof PageTexts]: PageTexts[Key] extends string ? Key : never;
}[keyof PageTexts];

/** What the page can do with a conversation, and the text that names it. */
const FUNCTIONS = [
  ["new", "newConversation"],
  ["download", "download"],
  ["erase", "erase"],
] as const;

/**
 * Writes the end of a tag and its words, marked so that they follow the language of the page.
 *
 * @param key Which text.
 * @param language Language to begin with.
 */
export function markedText(key: TextKey, language: Language): string {
  return `data-text="${key}">${escapeHtml(PAGE_TEXTS[language][key])}`;
}

/** Writes the buttons for a new conversation, its download and its deletion. */
export function functionButtons({ language, isDisabled }: PageFunctionsOptions): string {
  const disabled = isDisabled ? " disabled" : "";
  return FUNCTIONS.map(
    ([action, key]) =>
      `<button type="button" class="quiet" data-action="${action}"${disabled} ${markedText(key, language)}</button>`,
  ).join("\n      ");
}

/**
 * Writes one button for each language.
 *
 * Where room lacks, the two letters stand for the name, which screen readers go on hearing.
 */
export function languageButtons({ language, isDisabled }: PageFunctionsOptions): string {
  return LANGUAGES.map((own) => {
    const attributes = `lang="${own}" data-language="${own}" aria-pressed="${own === language}"`;
    const name = `<span class="code">${own.toUpperCase()}</span> <span class="name">${PAGE_TEXTS[own].languageName}</span>`;
    return `<button type="button" ${attributes}${isDisabled ? " disabled" : ""}>${name}</button>`;
  }).join("\n      ");
}

/** Writes the links of the sign-in; a script shows those that fit. */
export function accountLinks({ language, hasSignIn }: PageFunctionsOptions): string {
  if (!hasSignIn) return "";
  return `<p class="account">
      <a data-account="out" href="/sign-in?return=/" ${markedText("signIn", language)}</a>
      <span data-account="in" hidden><span data-role></span> <a href="/sign-out" ${markedText("signOut", language)}</a></span>
    </p>`;
}

/** Writes the menu, which holds the functions where there is no room beside the chat. */
export function menuHtml(options: PageFunctionsOptions): string {
  const { language } = options;
  const label = `data-label="menu" aria-label="${escapeHtml(PAGE_TEXTS[language].menu)}"`;
  return `<button type="button" class="menu-button" popovertarget="menu" ${label}${options.isDisabled ? " disabled" : ""}><span class="dots"></span></button>
  <div id="menu" class="menu" popover role="group" ${label}>
      ${functionButtons(options)}
      <div class="languages menu-languages" role="group" data-label="languages" aria-label="${escapeHtml(PAGE_TEXTS[language].languages)}">
      ${languageButtons(options)}
      </div>
      ${accountLinks(options)}
  </div>`;
}

/** Writes the question before everything is deleted. */
export function eraseDialogHtml({ language }: PageFunctionsOptions): string {
  return `<dialog id="erase" class="question" aria-labelledby="erase-title" aria-describedby="erase-what">
  <h2 id="erase-title" ${markedText("eraseTitle", language)}</h2>
  <p id="erase-what" ${markedText("eraseWhat", language)}</p>
  <p ${markedText("eraseAdvice", language)}</p>
  <p class="question-failed" id="erase-failed" role="alert"></p>
  <div class="buttons">
    <button type="button" class="quiet" id="erase-cancel" ${markedText("cancel", language)}</button>
    <button type="button" class="danger" id="erase-confirm" ${markedText("eraseConfirm", language)}</button>
  </div>
</dialog>`;
}

/** Writes the form that asks for words after a thumb, not yet shown. */
export function feedbackFormHtml({ language }: PageFunctionsOptions): string {
  return `<form id="feedback" class="feedback" aria-labelledby="feedback-question" tabindex="-1" hidden>
      <label id="feedback-question" for="feedback-words" ${markedText("likeQuestion", language)}</label>
      <p class="hint" id="feedback-hint" ${markedText("feedbackHint", language)}</p>
      <textarea id="feedback-words" rows="2" maxlength="2000" aria-describedby="feedback-hint"></textarea>
      <div class="buttons">
        <button type="submit" class="filled" ${markedText("feedbackSend", language)}</button>
        <button type="button" class="quiet" id="feedback-skip" ${markedText("feedbackSkip", language)}</button>
      </div>
    </form>
    <p class="feedback-status" id="feedback-status" role="status"></p>`;
}
