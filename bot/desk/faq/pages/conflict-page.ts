import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { compareWords } from "../compare-words.ts";
import { draftOf, type FaqDraft, type FaqField } from "../faq-draft.ts";
import type { FaqConflict } from "../faq-outcome.ts";
import { shownValue } from "./differences.ts";
import { entryForm, fieldName } from "./form-page.ts";
import { entryPath, type PageContext, textsOf } from "./page-context.ts";

/** Shows both versions of an entry that two people changed, and a form that holds both changes put together. */
export function conflictPage(
  exchange: DeskExchange,
  options: { conflict: FaqConflict; mine: FaqDraft; from: string | undefined; context: PageContext },
): DeskAnswer {
  const { conflict, mine, from, context } = options;
  const { theirs, merged, clashes } = conflict;
  const texts = textsOf(exchange);
  const name = theirs.changedBy?.name || texts.entry.unknownPerson;
  const both = clashes.map((field) =>
    clash(field, { mine, theirs: draftOf(theirs.content), exchange, context }),
  );
  const above = html`<div class="desk-problem" role="alert"><p>${texts.form.conflictLead(name)}</p><p>${texts.form.conflictMerged}</p>${
    both.length > 0 && html`<p>${texts.form.conflictClash}</p>`
  }</div>${both}`;
  const path = entryPath(theirs.id);
  const main = entryForm(exchange, {
    context,
    draft: merged,
    action: `${path}/edit`,
    back: path,
    token: theirs.token,
    from,
    above,
    save: texts.form.saveMerged,
  });
  return { kind: "page", title: texts.form.conflictTitle, main, status: 409 };
}

function clash(
  field: FaqField,
  options: { mine: FaqDraft; theirs: FaqDraft; exchange: DeskExchange; context: PageContext },
): Html {
  const { mine, theirs, exchange, context } = options;
  const { form } = textsOf(exchange);
  const [there, here] = [theirs, mine].map((draft) => shownValue(field, { draft, exchange, context }));
  const pieces = compareWords(there ?? "", here ?? "");
  const side = (title: string, own: "removed" | "added") => {
    const words = pieces
      .filter(({ kind }) => kind === "same" || kind === own)
      .map(({ kind, text }) => (kind === "same" ? html`${text}` : html`<mark>${text}</mark>`));
    return html`<section class="desk-card"><h3>${title}</h3><p class="desk-diff">${words.length === 0 ? `(${form.empty})` : words}</p></section>`;
  };
  return html`<h2>${fieldName(field, exchange)}</h2><div class="desk-columns">${side(form.theirs, "removed")}${side(form.yours, "added")}</div>`;
}
