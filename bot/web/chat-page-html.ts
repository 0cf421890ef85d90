import type { Language } from "../../knowledge/languages.ts";
import { escapeHtml, jsonForScript } from "./escape-html.ts";
import {
  accountLinks,
  eraseDialogHtml,
  feedbackFormHtml,
  functionButtons,
  languageButtons,
  markedText,
  menuHtml,
} from "./page-functions-html.ts";
import { PAGE_TEXTS } from "./page-texts.ts";
import type { PageTexts } from "./page-texts-shape.ts";

/** What the chat page needs to know of this response. */
export interface ChatPageOptions {
  language: Language;
  /** Nonce of the Content-Security-Policy, base64. */
  nonce: string;
  /** Address of the folder of our own files, without a slash at the end. */
  assetsUrl: string;
  /** Address of the Web Chat script; `undefined` while it is not there, then the page says so and reloads. */
  webChatUrl: string | undefined;
  /** Whether people can sign in on this page. @default {false} */
  hasSignIn?: boolean;
  /** Origins whose pages the panel believes; given when the page is the inside of that panel. @default {a page of its own} */
  embeddingOrigins?: readonly string[] | undefined;
}

/** In this order: later ones build on earlier ones. */
const STYLE_SHEETS = [
  "page.css",
  "chat-page.css",
  "page-functions.css",
  "chat-page-narrow.css",
  "web-chat.css",
  "web-chat-cards.css",
  "embedded.css",
];

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
  const { language, webChatUrl, embeddingOrigins } = options;
  const texts = PAGE_TEXTS[language];
  const isEmbedded = embeddingOrigins !== undefined;
  const isDisabled = webChatUrl === undefined;
  const parts = { language, isDisabled, hasSignIn: options.hasSignIn === true && !isEmbedded };
  return `<!doctype html>
<html lang="${language}">
${head(options, texts)}
<body${isEmbedded ? ' class="is-embedded"' : ""}>
<header class="bar">
  <div class="brand"><img src="${options.assetsUrl}/icon.svg" alt="" width="36" height="36"><h1>Sivuvirta</h1></div>
  <p class="tagline" ${markedText("tagline", language)}</p>
  <div class="bar-end">
    ${accountLinks(parts)}
    <div class="languages" role="group" data-label="languages" aria-label="${escapeHtml(texts.languages)}">
      ${languageButtons(parts)}
    </div>
    ${menuHtml(parts)}
    ${isEmbedded ? closeButton(texts) : ""}
  </div>
</header>
<main class="columns">
${isEmbedded ? "" : sidePart(texts, parts)}
  <section class="chat" data-label="chat" aria-label="${escapeHtml(texts.chat)}">
    <p class="ai-notice"><strong aria-hidden="true">AI</strong><span ${markedText("aiNotice", language)}</span>
      <a id="privacy" href="/privacy?lang=${language}"${isEmbedded ? ' target="_blank" rel="noopener"' : ""} ${markedText("privacy", language)}</a></p>
    <p class="status" id="status" role="status">${escapeHtml(isDisabled ? texts.unavailable : texts.connecting)}</p>
    <div class="web-chat" id="web-chat"></div>
    ${feedbackFormHtml(parts)}
    <noscript><p class="status">${escapeHtml(texts.noScript)}</p></noscript>
  </section>
</main>
${eraseDialogHtml(parts)}
</body>
</html>
`;
}

function head(options: ChatPageOptions, texts: PageTexts): string {
  const { nonce, assetsUrl, webChatUrl, embeddingOrigins: hosts } = options;
  const settings = { ...(hosts ? { hosts } : {}), hasSignIn: options.hasSignIn === true && !hosts };
  const scripts = `<script type="application/json" id="page-texts">${jsonForScript(PAGE_TEXTS)}</script>
  <script type="application/json" id="page-settings">${jsonForScript(settings)}</script>
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

function closeButton(texts: PageTexts): string {
  return `<button type="button" class="menu-button" id="close" data-label="close" aria-label="${escapeHtml(texts.close)}"><span class="cross"></span></button>`;
}

/** The column beside the chat: what one may ask, and what the page can do. */
function sidePart(texts: PageTexts, parts: Parameters<typeof functionButtons>[0]): string {
  const { language, isDisabled } = parts;
  const state = isDisabled ? " disabled" : "";
  return `  <section class="side">
    <details class="samples" open>
      <summary><h2 ${markedText("samplesHeading", language)}</h2></summary>
      <ul>
${texts.samples.map((sample, index) => sampleItem(sample, { index, state })).join("\n")}
      </ul>
    </details>
    <footer class="foot">
      ${functionButtons(parts)}
    </footer>
  </section>`;
}

function sampleItem(
  { asker, question }: PageTexts["samples"][number],
  { index, state }: { index: number; state: string },
): string {
  return `        <li><span class="asker" data-asker="${index}">${escapeHtml(asker)}</span>
          <button type="button" class="sample" data-sample="${index}"${state}>${escapeHtml(question)}</button></li>`;
}
