import type { Language } from "../../../knowledge/languages.ts";
import { type Html, html } from "./html.ts";

/** Rows of a long list that one page shows. */
const MOST_ON_A_PAGE = 50;

const TEXTS: Record<
  Language,
  { page: (page: number, pages: number) => string; previous: string; next: string }
> = {
  fi: { page: (page, pages) => `Sivu ${page}/${pages}`, previous: "Edellinen sivu", next: "Seuraava sivu" },
  sv: { page: (page, pages) => `Sida ${page} av ${pages}`, previous: "Föregående sida", next: "Nästa sida" },
  en: { page: (page, pages) => `Page ${page} of ${pages}`, previous: "Previous page", next: "Next page" },
};

/**
 * Takes the rows of one page out of a long list.
 *
 * @param query `page` counts from 1; whatever is no page of the list shows the nearest one.
 * @param options.path Address of the list, without its query.
 * @returns The rows, and links to the pages beside it; no links where one page shows all.
 *
 * @example
 * ```ts
 * const { shown, links } = pageOf(rows, { query: exchange.query, path: "/desk/streams", language });
 * ```
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { query, path, language }: { query: URLSearchParams; path: string; language: Language },
): { shown: Row[]; links: Html | undefined } {
  const pages = Math.max(1, Math.ceil(rows.length / MOST_ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get("page"))) || 1));
  const shown = rows.slice((page - 1) * MOST_ON_A_PAGE, page * MOST_ON_A_PAGE);
  if (pages === 1) return { shown, links: undefined };
  const texts = TEXTS[language];
  const to = (target: number) => {
    const wanted = new URLSearchParams(query);
    wanted.set("page", String(target));
    return `${path}?${wanted}`;
  };
  const words = texts.page(page, pages);
  const links = html`<nav class="desk-pager" aria-label="${words}">${
    page > 1 && html`<a href="${to(page - 1)}" rel="prev">${texts.previous}</a>`
  } <span>${words}</span> ${page < pages && html`<a href="${to(page + 1)}" rel="next">${texts.next}</a>`}</nav>`;
  return { shown, links };
}
