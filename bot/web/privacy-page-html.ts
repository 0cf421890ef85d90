import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { escapeHtml } from "./escape-html.ts";
import { PAGE_TEXTS } from "./page-texts.ts";
import { privacyTexts } from "./privacy-texts.ts";
import type { PrivacyFacts } from "./privacy-texts-shape.ts";

/** What the privacy page needs to know of this response. */
export interface PrivacyPageOptions extends PrivacyFacts {
  language: Language;
  /** Nonce of the Content-Security-Policy, base64. */
  nonce: string;
  /** Address of the folder of our own files, without a slash at the end. */
  assetsUrl: string;
}

/**
 * Writes the privacy page; it works without scripts.
 *
 * @param options See {@link PrivacyPageOptions}.
 * @returns A whole HTML document.
 */
export function privacyPageHtml(options: PrivacyPageOptions): string {
  const { language, assetsUrl } = options;
  const texts = privacyTexts(language, options);
  const sections = texts.sections.map(
    ({ heading, paragraphs }) =>
      `  <h2>${escapeHtml(heading)}</h2>\n${paragraphs.map((text) => `  <p>${escapeHtml(text)}</p>`).join("\n")}`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(texts.title)} – Sivuvirta</title>
  <link rel="icon" href="${assetsUrl}/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetsUrl}/page.css" nonce="${options.nonce}">
  <link rel="stylesheet" href="${assetsUrl}/document.css" nonce="${options.nonce}">
</head>
<body class="document">
<header class="bar">
  <a class="brand" href="/"><img src="${assetsUrl}/icon.svg" alt="" width="36" height="36">Sivuvirta</a>
  <nav class="languages" aria-label="${escapeHtml(PAGE_TEXTS[language].languages)}">
${LANGUAGES.map((other) => languageLink(other, language)).join("\n")}
  </nav>
</header>
<main class="prose">
  <h1>${escapeHtml(texts.title)}</h1>
${sections.join("\n")}
  <p><a href="/">${escapeHtml(texts.back)}</a></p>
</main>
</body>
</html>
`;
}

function languageLink(language: Language, current: Language): string {
  const mark = language === current ? ' aria-current="page"' : "";
  const name = escapeHtml(PAGE_TEXTS[language].languageName);
  return `    <a href="/privacy?lang=${language}" lang="${language}" hreflang="${language}"${mark}>${name}</a>`;
}
