import { LANGUAGES, type Language, READERS } from "../../../../knowledge/languages.ts";
import { presentDay, presentTime } from "../../../calendar.ts";
import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { shownQuestion } from "../faq-entry.ts";
import { type FaqItem, isOutdated } from "../faq-item.ts";
import { type FaqFilter, filterItems, LIST_STATES } from "../filter-items.ts";
import { selectField } from "./fields.ts";
import { entryPath, FAQ_PATH, listParks, type PageContext, textsOf } from "./page-context.ts";

const MOST_ON_A_PAGE = 50;

/** The list of all entries with its filters. */
export async function listPage(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const texts = textsOf(exchange);
  const items = await context.desk.list();
  const { today } = context.desk;
  const filter = readFilter(exchange.query);
  const found = filterItems(items, { filter, today });
  const pages = Math.max(1, Math.ceil(found.length / MOST_ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(exchange.query.get("page"))) || 1));
  const shown = found.slice((page - 1) * MOST_ON_A_PAGE, page * MOST_ON_A_PAGE);
  const rows = shown.map((item) => row(item, { exchange, today }));
  const table = html`<table class="desk-table">
    <thead><tr><th scope="col">${texts.list.question}</th><th scope="col">${texts.list.answers}</th><th scope="col">${texts.fields.tags}</th><th scope="col">${texts.fields.visibility}</th><th scope="col">${texts.list.validity}</th><th scope="col">${texts.list.changed}</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
  const main = html`<p>${texts.list.lead}</p>
  <div class="desk-actions"><a class="button" href="${FAQ_PATH}/new">${texts.list.add}</a>${
    context.knowledgeFolder !== undefined &&
    html`<a class="button quiet" href="${FAQ_PATH}/export">${texts.list.export}</a>`
  }</div>
  ${filterForm(exchange, { filter, items, context })}
  <p>${texts.list.found(found.length)}</p>
  ${shown.length === 0 ? html`<p class="desk-empty">${texts.list.empty}</p>` : table}
  ${pager(exchange, { page, pages })}`;
  return { kind: "page", title: texts.title, main };
}

/** Reads what the filters of a list were set to; whatever is no choice narrows nothing. */
function readFilter(query: URLSearchParams): FaqFilter {
  const chosen = (name: string) => query.get(name)?.trim() || undefined;
  const missing = chosen("missing");
  const search = chosen("q");
  const park = chosen("park");
  const tag = chosen("tag");
  const visibility = READERS.find((rank) => rank === query.get("visibility"));
  const languages = LANGUAGES.filter((language) => missing === "any" || language === missing);
  return {
    state: LIST_STATES.find((state) => state === query.get("state")) ?? "live",
    ...(search === undefined ? {} : { search }),
    ...(languages.length === 0 ? {} : { missing: languages }),
    ...(park === undefined ? {} : { park }),
    ...(tag === undefined ? {} : { tag }),
    ...(visibility === undefined ? {} : { visibility }),
  };
}

function filterForm(
  exchange: DeskExchange,
  { filter, items, context }: { filter: FaqFilter; items: readonly FaqItem[]; context: PageContext },
): Html {
  const texts = textsOf(exchange);
  const any = { value: "", title: "–" };
  const tags = [...new Set(items.flatMap(({ content }) => content.tags))].sort((one, other) =>
    one.localeCompare(other, exchange.language),
  );
  const parks = listParks(context.currentView(), exchange.language);
  const value = (name: string) => exchange.query.get(name) ?? "";
  return html`<form class="desk-filter" method="get" action="${FAQ_PATH}" role="search">
    <div class="field"><label for="q">${texts.list.search}</label><input id="q" name="q" type="search" value="${filter.search ?? ""}"></div>
    ${selectField({ id: "state", label: texts.list.state, value: filter.state, choices: LIST_STATES.map((state) => ({ value: state, title: texts.list.states[state] })) })}
    ${selectField({ id: "missing", label: texts.list.missing, value: value("missing"), choices: [{ value: "", title: "–" }, { value: "any", title: texts.list.anyMissing }, ...LANGUAGES.map((language) => ({ value: language, title: texts.languages[language] }))] })}
    ${selectField({ id: "park", label: texts.fields.park, value: filter.park ?? "", choices: [any, ...parks.map(({ id, name }) => ({ value: id, title: name }))] })}
    ${tags.length > 0 && selectField({ id: "tag", label: texts.list.tag, value: filter.tag ?? "", choices: [any, ...tags.map((tag) => ({ value: tag, title: tag }))] })}
    ${selectField({ id: "visibility", label: texts.fields.visibility, value: filter.visibility ?? "", choices: [any, ...READERS.map((rank) => ({ value: rank, title: texts.ranks[rank] }))] })}
    <div class="desk-actions"><button class="quiet">${texts.list.filter}</button></div>
  </form>`;
}

function row(item: FaqItem, { exchange, today }: { exchange: DeskExchange; today: string }): Html {
  const { language } = exchange;
  const texts = textsOf(exchange);
  const { content } = item;
  return html`<tr>
    <td data-label="${texts.list.question}"><a href="${entryPath(item.id)}">${shownQuestion(content, language)}</a>${stateBadges(item, { exchange, today })}</td>
    <td data-label="${texts.list.answers}">${languageBadges(item, exchange)}</td>
    <td data-label="${texts.fields.tags}">${content.tags.join(", ")}</td>
    <td data-label="${texts.fields.visibility}">${texts.ranks[content.visibility]}</td>
    <td data-label="${texts.list.validity}">${content.validUntil && html`<time datetime="${content.validUntil}">${presentDay(content.validUntil, language)}</time>`}</td>
    <td data-label="${texts.list.changed}">${item.changed && html`<time datetime="${new Date(item.changed).toISOString()}">${presentTime(item.changed, language)}</time>`}</td>
  </tr>`;
}

/** The languages that have an answer, and those that lack one. */
function languageBadges(item: FaqItem, exchange: DeskExchange): Html {
  const { form } = textsOf(exchange);
  const hasAnswer = (language: Language) => item.content.texts[language].answer !== "";
  const there = LANGUAGES.filter(hasAnswer).join(" ");
  const missing = LANGUAGES.filter((language) => !hasAnswer(language)).join(", ");
  return html`${there !== "" && html`<span class="desk-badge is-good">${there}</span>`}${
    missing !== "" && html` <span class="desk-badge is-warning">${missing}: ${form.missing}</span>`
  }`;
}

/** What is out of the ordinary about an entry; nothing for one that is in use. */
export function stateBadges(
  item: FaqItem,
  { exchange, today }: { exchange: DeskExchange; today: string },
): Html {
  const texts = textsOf(exchange);
  const isFileOther = item.file === "changed" || item.file === "gone";
  return html`${item.state === "retired" && html` <span class="desk-badge is-danger">${texts.entry.states.retired}</span>`}${
    isOutdated(item, today) &&
    html` <span class="desk-badge is-warning">${texts.entry.states.outdated}</span>`
  }${isFileOther && html` <span class="desk-badge is-warning">${texts.entry.files[item.file]}</span>`}`;
}

function pager(exchange: DeskExchange, { page, pages }: { page: number; pages: number }): Html | undefined {
  if (pages === 1) return undefined;
  const { list } = textsOf(exchange);
  const to = (target: number) => {
    const query = new URLSearchParams(exchange.query);
    query.set("page", String(target));
    return `${FAQ_PATH}?${query}`;
  };
  return html`<nav class="desk-pager" aria-label="${list.page(page, pages)}">${
    page > 1 && html`<a href="${to(page - 1)}" rel="prev">${list.previous}</a>`
  } <span>${list.page(page, pages)}</span> ${page < pages && html`<a href="${to(page + 1)}" rel="next">${list.next}</a>`}</nav>`;
}
