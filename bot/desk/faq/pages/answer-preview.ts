import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { listMarks, removeMarks, splitBlocks } from "../../../../knowledge/source-marks.ts";
import { presentDay } from "../../../calendar.ts";
import type { KnowledgeView } from "../../../knowledge-view.ts";
import { capitalised } from "../../../reply/capitalised.ts";
import { type Html, html } from "../../web/html.ts";
import type { FaqContent } from "../faq-entry.ts";
import { isExpired } from "../faq-entry.ts";
import { entryContext } from "../knowledge-context.ts";
import { FAQ_TEXTS } from "../texts.ts";
import { toFaqEntries } from "../to-faq-entries.ts";

export interface PreviewOptions {
  view: KnowledgeView;
  /** Language of the page. */
  language: Language;
  /** Date as `2026-03-01`. */
  today: string;
}

type Source = { title: string; url?: string | undefined; year?: number | undefined };

/** Shows the answers of an entry in all languages as the bot will give them: words, marks, sources and date. */
export function answerPreview(content: FaqContent, options: PreviewOptions): Html {
  const texts = FAQ_TEXTS[options.language];
  const entries = toFaqEntries("preview", content, entryContext(options.view.index.tables, options.today));
  const parts = LANGUAGES.map((language) => {
    const entry = entries.find((candidate) => candidate.language === language);
    if (entry === undefined) {
      return html`<section class="desk-card"><h3>${capitalised(texts.languages[language])}</h3><p class="desk-empty">${texts.entry.noAnswer(texts.languages[language])}</p></section>`;
    }
    const { blocks, sources } = numberSources(entry, options.view);
    return html`<section class="desk-card" lang="${language}"><h3>${entry.question}</h3>${blocks}
      <p class="desk-note">${dateLine(content, { language, today: options.today })}</p>
      <h4>${FAQ_TEXTS[language].entry.sources}</h4><ol>${sources.map((source) => html`<li>${sourceLine(source)}</li>`)}</ol></section>`;
  });
  return html`<div class="desk-columns">${parts}</div>`;
}

/** Numbers the sources in the order they are first used, as the answer will. */
function numberSources(
  entry: ReturnType<typeof toFaqEntries>[number],
  view: KnowledgeView,
): { blocks: Html[]; sources: Source[] } {
  const sources: Source[] = [];
  const numberOf = (source: Source): number => {
    const known = sources.findIndex(({ title, url }) => title === source.title && url === source.url);
    return known >= 0 ? known + 1 : sources.push(source);
  };
  const blocks = splitBlocks(entry.answerWithMarks).map(({ text }) => {
    const marked = listMarks(text).flatMap((id): Source[] => {
      const found = view.index.findSource(id);
      return found === undefined ? [] : [{ title: found.title, url: found.source, year: found.year }];
    });
    const cited = marked.length > 0 ? marked : (entry.ownSources ?? []);
    const marks = [...new Set(cited.map(numberOf))].map((number) => `[${number}]`).join("");
    const item = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(text)?.[0];
    const words = plainWords(removeMarks(item === undefined ? text : text.slice(item.length)));
    return item === undefined ? html`<p>${words} ${marks}</p>` : html`<ul><li>${words} ${marks}</li></ul>`;
  });
  return { blocks, sources };
}

/** The bot says the words alone: emphasis and the addresses of links are not in its answer. */
function plainWords(text: string): string {
  return text
    .replace(/(?<!\^)\[([^\]^]+)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(.*?)\1/g, "$2")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** An answer that only the files had has no day, but perhaps a year. */
function dateLine(content: FaqContent, { language, today }: { language: Language; today: string }): string {
  const { entry } = FAQ_TEXTS[language];
  const { answered } = content.texts[language];
  const { year, validUntil } = content;
  const day = answered === undefined ? year && String(year) : presentDay(answered, language);
  const until = validUntil && presentDay(validUntil, language);
  return [
    day && entry.answerOf(day),
    until && (isExpired(content, today) ? entry.expired(until) : entry.validUntil(until)),
  ]
    .filter(Boolean)
    .join(" ");
}

function sourceLine({ title, url, year }: Source): Html {
  const isWeb = url !== undefined && /^https?:\/\//.test(url);
  return html`${isWeb ? html`<a href="${url}" rel="noopener noreferrer">${title}</a>` : title}${year !== undefined && !title.includes(String(year)) && ` (${year})`}`;
}
