import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { SHEET_TEXTS } from "../exports/sheet-texts.ts";
import { ITEM_MARK, type RecordFact, type RecordSheet, type RecordSource } from "../records/record-sheet.ts";
import { RECORD_TEXTS } from "../records/record-texts.ts";
import { recordPath } from "../records/record-url.ts";
import { TEXTS } from "../texts.ts";
import { escapeHtml } from "./escape-html.ts";
import { PAGE_TEXTS } from "./page-texts.ts";
import { RECORD_PAGE_TEXTS } from "./record-page-texts.ts";

/** What a page needs to know of its response. */
export interface RecordPageOptions {
  language: Language;
  /** Nonce of the Content-Security-Policy, base64. */
  nonce: string;
  /** Address of the folder of our own files, without a slash at the end. */
  assetsUrl: string;
  /** Origin for addresses that others keep; without one they have no host. */
  publicUrl?: string | undefined;
}

/** Letters that a preview of a link shows of the record. */
const MOST_DESCRIPTION_CHARS = 300;

/**
 * Writes the page of one record; it works without scripts.
 *
 * @param sheet What the public may see of it, in the language of the page.
 * @returns A whole HTML document; everything of the sheet is escaped.
 */
export function recordPageHtml(sheet: RecordSheet, options: RecordPageOptions): string {
  const { language, publicUrl = "" } = options;
  const texts = RECORD_TEXTS[language];
  const path = (other: Language) => `${publicUrl}${recordPath(sheet, other)}`;
  const description = (sheet.summary ?? sheet.subtitle ?? "").slice(0, MOST_DESCRIPTION_CHARS);
  const head = `
  <meta name="description" content="${escapeHtml(description)}">
  <link rel="canonical" href="${escapeHtml(path(language))}">
${LANGUAGES.map((other) => `  <link rel="alternate" hreflang="${other}" href="${escapeHtml(path(other))}">`).join("\n")}
  <meta property="og:type" content="article">
  <meta property="og:site_name" content="Sivuvirta">
  <meta property="og:title" content="${escapeHtml(sheet.title)}">
  <meta property="og:description" content="${escapeHtml(description)}">
  <meta property="og:url" content="${escapeHtml(path(language))}">
  <meta property="og:locale" content="${PAGE_TEXTS[language].locale.replace("-", "_")}">`;
  const own = sheet.language === undefined ? "" : ` lang="${sheet.language}"`;
  const subtitle =
    sheet.subtitle === undefined ? "" : `\n  <p class="record-subtitle">${escapeHtml(sheet.subtitle)}</p>`;
  const main = `  <p class="record-kind">${escapeHtml(texts.kinds[sheet.kind])}</p>
  <h1${own}>${escapeHtml(sheet.title)}</h1>${subtitle}
${factsHtml(sheet.facts, language)}${paragraphsHtml(sheet.paragraphs ?? [], own)}${noteHtml(sheet.note, language)}
  <h2>${escapeHtml(texts.sources)}</h2>
  <ol class="record-sources">
${sheet.sources.map((source, at) => sourceHtml(source, { at, language })).join("\n")}
  </ol>`;
  return documentHtml({ title: sheet.title, head, main, path: recordPath(sheet) }, options);
}

/** Writes the page of an address at which the public finds nothing. */
export function noRecordPageHtml(path: string, options: RecordPageOptions): string {
  const { title, advice } = RECORD_PAGE_TEXTS[options.language].notFound;
  const main = `  <h1>${escapeHtml(title)}</h1>\n  <p>${escapeHtml(advice)}</p>`;
  return documentHtml({ title, head: '\n  <meta name="robots" content="noindex">', main, path }, options);
}

function documentHtml(
  content: { title: string; head: string; main: string; path: string },
  { language, nonce, assetsUrl }: RecordPageOptions,
): string {
  const { title, head, main, path } = content;
  const style = (name: string) => `  <link rel="stylesheet" href="${assetsUrl}/${name}" nonce="${nonce}">`;
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escapeHtml(title)} – Sivuvirta</title>${head}
  <link rel="icon" href="${assetsUrl}/icon.svg" type="image/svg+xml">
${["page.css", "document.css", "record-page.css"].map(style).join("\n")}
</head>
<body class="document">
<header class="bar">
  <a class="brand" href="/?lang=${language}"><img src="${assetsUrl}/icon.svg" alt="" width="36" height="36">Sivuvirta</a>
  <nav class="languages" aria-label="${escapeHtml(PAGE_TEXTS[language].languages)}">
${LANGUAGES.map((other) => languageLink(other, { language, path })).join("\n")}
  </nav>
</header>
<main class="prose">
${main}
  <p class="record-ask"><a href="/?lang=${language}">${escapeHtml(RECORD_PAGE_TEXTS[language].ask)}</a></p>
</main>
</body>
</html>
`;
}

function languageLink(other: Language, { language, path }: { language: Language; path: string }): string {
  const mark = other === language ? ' aria-current="page"' : "";
  const href = escapeHtml(`${path}?lang=${other}`);
  return `    <a href="${href}" lang="${other}" hreflang="${other}"${mark}>${escapeHtml(PAGE_TEXTS[other].languageName)}</a>`;
}

/** Facts that follow each other under one label stand below it together. */
function factsHtml(facts: readonly RecordFact[], language: Language): string {
  if (facts.length === 0) return "";
  const lines = facts.flatMap((fact, at) => [
    ...(facts[at - 1]?.label === fact.label ? [] : [`    <dt>${escapeHtml(fact.label)}</dt>`]),
    `    <dd>${valueHtml(fact, language)}${marksHtml(fact.sources ?? [])}</dd>`,
  ]);
  return `  <dl class="record-facts">\n${lines.join("\n")}\n  </dl>\n`;
}

function valueHtml({ value, url, record }: RecordFact, language: Language): string {
  const href = record === undefined ? url : recordPath(record, language);
  return href === undefined ? escapeHtml(value) : `<a href="${escapeHtml(href)}">${escapeHtml(value)}</a>`;
}

/** Numbers of the sources that a fact rests on; runs are drawn together. */
function marksHtml(positions: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const at of positions) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  const links = runs.map(([from, to]) => {
    const numbers = from === to ? `${from + 1}` : `${from + 1}–${to + 1}`;
    return `<a href="#source-${from + 1}">${numbers}</a>`;
  });
  return links.length === 0 ? "" : ` <sup class="record-marks">${links.join(", ")}</sup>`;
}

function paragraphsHtml(paragraphs: readonly string[], own: string): string {
  let isInList = false;
  const lines = paragraphs.map((paragraph) => {
    const isItem = paragraph.startsWith(ITEM_MARK);
    const text = escapeHtml(isItem ? paragraph.slice(ITEM_MARK.length) : paragraph);
    const border = isItem === isInList ? "" : isItem ? `  <ul${own}>\n` : "  </ul>\n";
    isInList = isItem;
    return `${border}${isItem ? `    <li>${text}</li>` : `  <p${own}>${text}</p>`}\n`;
  });
  return `${lines.join("")}${isInList ? "  </ul>\n" : ""}`;
}

function noteHtml(note: string | undefined, language: Language): string {
  if (note === undefined) return "";
  const label = escapeHtml(SHEET_TEXTS[language].columns.note);
  return `  <p class="record-note"><strong>${label}:</strong> ${escapeHtml(note)}</p>\n`;
}

function sourceHtml(source: RecordSource, { at, language }: { at: number; language: Language }): string {
  const { title, url, year } = source;
  const text = escapeHtml(TEXTS[language].accordingTo(title, year));
  const link = url === undefined ? text : `<a href="${escapeHtml(url)}" rel="noopener">${text}</a>`;
  return `    <li id="source-${at + 1}">${link}</li>`;
}
