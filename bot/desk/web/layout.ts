import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { PAGE_TEXTS } from "../../web/page-texts.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import { type Html, html } from "./html.ts";

/** One entry of the navigation. */
export interface NavigationEntry {
  href: string;
  title: string;
  waiting?: number | undefined;
  isCurrent: boolean;
}

/** Who sees the page, and how that person leaves. */
export interface PersonOnPage {
  name: string;
  /** Address to which the button for signing out posts. */
  signOutPath: string;
  csrfField: Html;
}

/** What a page of the desk is made of. */
export interface DeskPage {
  language: Language;
  title: string;
  main: Html;
  /** Address of the folder of the style sheets, without a slash at the end. */
  assetsUrl: string;
  /** Where the links of the languages lead: path of the page, or of one that can be looked at. */
  path: string;
  query?: URLSearchParams;
  /** Empty for pages that people outside see. */
  navigation?: readonly NavigationEntry[];
  person?: PersonOnPage | undefined;
  /** What was done just before. */
  done?: string | undefined;
}

/**
 * Writes a page of the desk; it works without scripts.
 *
 * @returns A whole HTML document.
 */
export function deskPageHtml(page: DeskPage): Html {
  const { language, title, main, assetsUrl, navigation = [], done } = page;
  const texts = DESK_TEXTS[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <title>${title} – ${texts.desk} – Sivuvirta</title>
  <link rel="icon" href="${assetsUrl}/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetsUrl}/page.css">
  <link rel="stylesheet" href="${assetsUrl}/desk.css">
</head>
<body class="desk">
<a class="desk-skip" href="#main">${texts.skip}</a>
${headerHtml(page)}
<div class="desk-body">
${navigation.length > 0 && navigationHtml(navigation, language)}
<main id="main" class="desk-main" tabindex="-1">
  ${done !== undefined && html`<p class="desk-done" role="status">${done}</p>`}
  <h1>${title}</h1>
  ${main}
</main>
</div>
</body>
</html>
`;
}

function headerHtml({ language, assetsUrl, path, query, person }: DeskPage): Html {
  const texts = DESK_TEXTS[language];
  return html`<header class="desk-bar">
  <a class="desk-brand" href="/desk"><img src="${assetsUrl}/icon.svg" alt="" width="32" height="32"><span>Sivuvirta <span class="desk-brand-more">${texts.desk}</span></span></a>
  <nav class="desk-languages" aria-label="${PAGE_TEXTS[language].languages}">
    ${LANGUAGES.map((other) => languageLink(other, { language, path, query }))}
  </nav>
  <div class="desk-person">
    <a href="/">${texts.chat}</a>
    ${person && personHtml(person, language)}
  </div>
</header>`;
}

function languageLink(
  other: Language,
  { language, path, query }: Pick<DeskPage, "language" | "path" | "query">,
): Html {
  const wanted = new URLSearchParams(query);
  wanted.set("lang", other);
  const current = other === language && html` aria-current="true"`;
  return html`<a href="${path}?${wanted.toString()}" lang="${other}" hreflang="${other}"${current}><span class="desk-code" aria-hidden="true">${other.toUpperCase()}</span><span class="desk-name">${PAGE_TEXTS[other].languageName}</span></a>
    `;
}

function personHtml({ name, signOutPath, csrfField }: PersonOnPage, language: Language): Html {
  const texts = DESK_TEXTS[language];
  return html`<span class="desk-who">${texts.signedIn(name)}</span>
    <form method="post" action="${signOutPath}">${csrfField}<button class="quiet">${texts.signOut}</button></form>`;
}

function navigationHtml(entries: readonly NavigationEntry[], language: Language): Html {
  const { sections, waiting } = DESK_TEXTS[language];
  return html`<nav class="desk-nav" aria-label="${sections}">
  <ul>
    ${entries.map(
      ({
        href,
        title,
        waiting: count,
        isCurrent,
      }) => html`<li><a href="${href}"${isCurrent && html` aria-current="page"`}>${title}${
        !!count &&
        html` <span class="desk-count"><span aria-hidden="true">${count}</span><span class="desk-heard">${waiting(count)}</span></span>`
      }</a></li>
    `,
    )}
  </ul>
</nav>`;
}
