/**
 * The language of the page: chosen by the visitor, else by the browser, and put into every marked element.
 * In: the texts the server sent along. Out: the current language; the page's words.
 */

const STORAGE_NAME = "sivuvirta.language";

/** @type {Record<string, any>} */
const texts = JSON.parse(document.getElementById("page-texts")?.textContent ?? "{}");

/**
 * @returns {string} `fi`, `sv` or `en`: the one of the address, else the one chosen earlier, else the browser's, else
 * the one of the page sent.
 */
export function firstLanguage() {
  const browserLanguages = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, recallLanguage(), ...browserLanguages, document.documentElement.lang];
  return wanted.find((language) => language && Object.hasOwn(texts, language)) ?? "en";
}

/**
 * @param {string} language One of the three.
 * @returns {any} The words of the page, as `PageTexts` in page-texts.ts.
 */
export function textsOf(language) {
  return texts[language];
}

/**
 * Puts the words of a language into the page.
 *
 * @param {string} language One of the three.
 */
export function showLanguage(language) {
  const words = texts[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of marked("text")) element.textContent = words[element.dataset.text];
  for (const element of marked("label")) element.setAttribute("aria-label", words[element.dataset.label]);
  for (const element of marked("asker")) element.textContent = words.samples[element.dataset.asker].asker;
  for (const element of marked("sample"))
    element.textContent = words.samples[element.dataset.sample].question;
  for (const element of marked("role")) element.textContent = words.signedIn[element.dataset.role] ?? "";
  for (const element of marked("language")) {
    element.setAttribute("aria-pressed", String(element.dataset.language === language));
  }
  document.getElementById("privacy")?.setAttribute("href", `/privacy?lang=${language}`);
}

/** @param {string} language Remembered over visits. */
export function rememberLanguage(language) {
  try {
    localStorage.setItem(STORAGE_NAME, language);
  } catch {
    // Storage is blocked in this browser: the choice holds until the next visit only.
  }
}

function recallLanguage() {
  try {
    return localStorage.getItem(STORAGE_NAME);
  } catch {
    return null;
  }
}

/**
 * @param {string} name Name of a data attribute.
 * @returns {NodeListOf<HTMLElement>}
 */
function marked(name) {
  return document.querySelectorAll(`[data-${name}]`);
}
