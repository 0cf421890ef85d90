import { presentTime } from "../../../calendar.ts";
import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { changedFields, draftOf, emptyDraft } from "../faq-draft.ts";
import { shownQuestion } from "../faq-entry.ts";
import type { FaqRevision } from "../faq-store.ts";
import { differences } from "./differences.ts";
import { entryPath, type PageContext, textsOf } from "./page-context.ts";

/** Every form an entry had, newest first: who, when, and what changed. */
export async function historyPage(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const { desk } = context;
  const item = await desk.find(exchange.params.id ?? "");
  if (item === undefined) return { kind: "missing" };
  await desk.noteReading(item, exchange.actor);
  const texts = textsOf(exchange);
  const revisions = await desk.history(item.id);
  const question = shownQuestion(item.content, exchange.language);
  const main = html`${
    revisions.length === 0
      ? html`<p class="desk-empty">${texts.history.none}</p>`
      : revisions.map((revision, at) =>
          revisionCard(exchange, { revision, earlier: revisions[at + 1], context }),
        )
  }<p><a href="${entryPath(item.id)}">${question}</a></p>`;
  return { kind: "page", title: texts.history.title(question), main };
}

function revisionCard(
  exchange: DeskExchange,
  options: { revision: FaqRevision; earlier: FaqRevision | undefined; context: PageContext },
): Html {
  const { revision, earlier, context } = options;
  const texts = textsOf(exchange);
  const after = draftOf(revision.content);
  const empty = emptyDraft({ visibility: "" });
  // Of the first form everything is new, and nothing needs to be marked.
  const before = earlier === undefined ? empty : draftOf(earlier.content);
  const fields = changedFields(before, after);
  // What the files held was not written by whoever took the entry over.
  const who = revision.changedBy.name || texts.entry.unknownPerson;
  const when = presentTime(revision.changed, exchange.language);
  return html`<section class="desk-card">
    <h2>${texts.history.revision(revision.revision)}: ${texts.history.changes[revision.change]}</h2>
    <p class="desk-note">${revision.change === "file" ? when : texts.entry.changedBy(who, when)}</p>
    ${fields.length === 0 ? html`<p>${texts.history.same}</p>` : differences(exchange, { fields, before: earlier === undefined ? after : before, after, context })}
  </section>`;
}
