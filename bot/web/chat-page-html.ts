import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { escapeHtml, jsonForScript } from "./escape-html.ts";
import { PAGE_TEXTS, type PageTexts } from "./page-texts.ts";

/** What the chat page needs to know of this response. */
export interface ChatPageOptions {
  language: Language;
  /** Nonce of the Content-Security-Policy, base64. */
  nonce: string;
  /** Address of the folder of our own files, without a slash at the end. */
  assetsUrl: string;
  /** Address of the Web Chat script; `undefined` while it is not there, then the page says so and reloads. */
  webChatUrl: string | undefined;
}

/** In this order: later ones build on earlier ones. */
const STYLE_SHEETS = [
  "page.css",
  "chat-page.css",
  "chat-page-narrow.css",
  "web-chat.css",
  "web-chat-cards.css",
];

/** Names of {@link PageTexts} that hold one text. */
type TextKey = { [Key in keyof PageTexts]: PageTexts[Key] extends string ? Key : never }[keyof PageTexts];

/**
 * Writes the chat page.
 *
 * Elements with `data-text` change their words when the visitor changes the language; the words of all three
 * languages travel with the page.
 *
 * @param options See {@link ChatPageOptions}.
 * @returns A whole HTML document.
 */
export function chatPageHtml(options: ChatPageOptions): string {
  const texts = PAGE_TEXTS[options.language];
  const text = (key: TextKey) => `data-text="${key}">${escapeHtml(texts[key])}`;
  return `<!doctype html>
<html lang="${options.language}">
${head(options, texts)}
<body>
<header class="bar">
  <div class="brand"><img src="${options.assetsUrl}/icon.svg" alt="" width="36" height="36"><h1>Sivuvirta</h1></div>
  <p class="tagline" ${text("tagline")}</p>
  <div class="languages" role="group" data-label="languages" aria-label="${escapeHtml(texts.languages)}">
${LANGUAGES.map((language) => languageButton(language, options)).join("\n")}
  </div>
</header>
<main class="columns">
  <section class="side">
    <details class="samples" open>
      <summary><h2 ${text("samplesHeading")}</h2></summary>
      <ul>
${texts.samples.map((sample, index) => sampleItem(sample, { index, state: stateOf(options) })).join("\n")}
      </ul>
    </details>
    <footer class="foot">
      <button type="button" class="quiet" id="new-conversation"${stateOf(options)} ${text("newConversation")}</button>
    </footer>
  </section>
  <section class="chat" data-label="chat" aria-label="${escapeHtml(texts.chat)}">
    <p class="ai-notice"><strong aria-hidden="true">AI</strong><span ${text("aiNotice")}</span>
      <a id="privacy" href="/privacy?lang=${options.language}" ${text("privacy")}</a></p>
    <p class="status" id="status" role="status">${statusHtml(options, texts)}</p>
    <div class="web-chat" id="web-chat"></div>
    <noscript><p class="status">${escapeHtml(texts.noScript)}</p></noscript>
  </section>
</main>
</body>
</html>
`;
}

function head({ nonce, assetsUrl, webChatUrl }: ChatPageOptions, texts: PageTexts): string {
  const scripts = `<script type="application/json" id="page-texts">${jsonForScript(PAGE_TEXTS)}</script>
  <script nonce="${nonce}" defer src="${webChatUrl}"></script>
  <script nonce="${nonce}" type="module" src="${assetsUrl}/chat-page.js"></script>`;
  return `<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(texts.title)}</title>
  <meta name="description" content="${escapeHtml(texts.tagline)}">
  <link rel="icon" href="${assetsUrl}/icon.svg" type="image/svg+xml">
  ${STYLE_SHEETS.map((name) => `<link rel="stylesheet" href="${assetsUrl}/${name}" nonce="${nonce}">`).join("\n  ")}
  ${webChatUrl ? scripts : '<meta http-equiv="refresh" content="15">'}
</head>`;
}

function statusHtml({ webChatUrl }: ChatPageOptions, texts: PageTexts): string {
  return escapeHtml(webChatUrl ? texts.connecting : texts.unavailable);
}

function languageButton(language: Language, options: ChatPageOptions): string {
  const pressed = `aria-pressed="${language === options.language}"`;
  const name = escapeHtml(PAGE_TEXTS[language].languageName);
  return `    <button type="button" lang="${language}" data-language="${language}" ${pressed}${stateOf(options)}>${name}</button>`;
}

function sampleItem(
  { asker, question }: PageTexts["samples"][number],
  { index, state }: { index: number; state: string },
): string {
  return `        <li><span class="asker" data-asker="${index}">${escapeHtml(asker)}</span>
          <button type="button" class="sample" data-sample="${index}"${state}>${escapeHtml(question)}</button></li>`;
}

/** Buttons do nothing while the page has no script. */
function stateOf({ webChatUrl }: ChatPageOptions): string {
  return webChatUrl ? "" : " disabled";
}
