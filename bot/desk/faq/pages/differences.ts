import type { DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { compareWords } from "../compare-words.ts";
import type { FaqDraft, FaqField } from "../faq-draft.ts";
import { fieldName } from "./form-page.ts";
import { listParks, type PageContext, textsOf } from "./page-context.ts";

/** Shows how some fields of an entry differ, word by word; what went is struck out, what came is marked. */
export function differences(
  exchange: DeskExchange,
  options: { fields: readonly FaqField[]; before: FaqDraft; after: FaqDraft; context: PageContext },
): Html {
  const { fields, before, after, context } = options;
  const { history } = textsOf(exchange);
  const parts = fields.map((field) => {
    const [old, now] = [before, after].map((draft) => shownValue(field, { draft, exchange, context }));
    const pieces = compareWords(old ?? "", now ?? "").map(({ kind, text }) => {
      if (kind === "same") return html`${text}`;
      return kind === "added"
        ? html`<ins><span class="desk-heard">${history.added} </span>${text}</ins>`
        : html`<del><span class="desk-heard">${history.removed} </span>${text}</del>`;
    });
    return html`<dt>${fieldName(field, exchange)}</dt><dd class="desk-diff">${pieces}</dd>`;
  });
  return html`<dl class="desk-facts">${parts}</dl>`;
}

/** A field in words: the name of a park and not its id. */
export function shownValue(
  field: FaqField,
  { draft, exchange, context }: { draft: FaqDraft; exchange: DeskExchange; context: PageContext },
): string {
  const value = draft[field];
  if (field === "visibility") {
    const { ranks } = textsOf(exchange);
    return value in ranks ? ranks[value as keyof typeof ranks] : value;
  }
  if (field !== "park" || value === "") return value;
  const parks = listParks(context.currentView(), exchange.language);
  return parks.find(({ id }) => id === value)?.name ?? value;
}
