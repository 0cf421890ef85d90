import { presentDay, presentTime } from "../../../calendar.ts";
import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { type Html, html } from "../../web/html.ts";
import { changedFields, draftOf } from "../faq-draft.ts";
import { type FaqContent, shownQuestion } from "../faq-entry.ts";
import type { FaqItem } from "../faq-item.ts";
import { answerPreview } from "./answer-preview.ts";
import { differences } from "./differences.ts";
import { stateBadges } from "./list-page.ts";
import { entryPath, FAQ_PATH, listParks, type PageContext, textsOf } from "./page-context.ts";

/** One entry: its answers as the bot gives them, what is known of it, and what can be done with it. */
export async function entryPage(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const { desk } = context;
  const item = await desk.find(exchange.params.id ?? "");
  if (item === undefined) return { kind: "missing" };
  await desk.noteReading(item, exchange.actor);
  const { language } = exchange;
  const { today } = desk;
  const texts = textsOf(exchange);
  const path = entryPath(item.id);
  const inFiles = await desk.inFiles(item.id);
  const main = html`<p>${stateBadges(item, { exchange, today })}</p>
  <div class="desk-actions"><a class="button" href="${path}/edit">${texts.entry.edit}</a><a class="button quiet" href="${path}/history">${texts.entry.history}</a>${actionForm(exchange, { item, action: item.state === "retired" ? "restore" : "retire" })}</div>
  ${fileNotice(exchange, { item, inFiles, context })}
  <h2>${texts.list.answers}</h2>
  ${answerPreview(item.content, { view: context.currentView(), language, today })}
  ${facts(exchange, { item, context })}
  <p><a href="${FAQ_PATH}">${texts.entry.back}</a></p>`;
  return { kind: "page", title: shownQuestion(item.content, language), main };
}

/** A button that does something to an entry as it was seen. */
function actionForm(
  exchange: DeskExchange,
  { item, action }: { item: FaqItem; action: "retire" | "restore" | "take-file" | "keep" },
): Html {
  const { entry } = textsOf(exchange);
  const titles = {
    retire: entry.retire,
    restore: entry.restore,
    "take-file": entry.takeFile,
    keep: entry.keep,
  };
  const style = action === "retire" ? "danger" : "quiet";
  return html`<form method="post" action="${entryPath(item.id, `/${action}`)}">${exchange.csrfField}<input type="hidden" name="token" value="${item.token}"><button class="${style}">${titles[action]}</button></form>`;
}

/** What stands in the files where somebody changed the entry there too. */
function fileNotice(
  exchange: DeskExchange,
  { item, inFiles, context }: { item: FaqItem; inFiles: FaqContent | undefined; context: PageContext },
): Html | undefined {
  if (item.file !== "changed" && item.file !== "gone") return undefined;
  const { entry } = textsOf(exchange);
  if (inFiles === undefined) {
    return html`<section class="desk-card"><h2>${entry.fileTitle}</h2><p>${entry.goneLead}</p><div class="desk-actions">${actionForm(exchange, { item, action: "keep" })}</div></section>`;
  }
  const [before, after] = [draftOf(item.content), draftOf(inFiles)];
  const fields = changedFields(before, after);
  return html`<section class="desk-card"><h2>${entry.fileTitle}</h2><p>${entry.fileLead}</p>${differences(exchange, { fields, before, after, context })}
  <div class="desk-actions">${actionForm(exchange, { item, action: "take-file" })}${actionForm(exchange, { item, action: "keep" })}</div></section>`;
}

function facts(exchange: DeskExchange, { item, context }: { item: FaqItem; context: PageContext }): Html {
  const { language } = exchange;
  const texts = textsOf(exchange);
  const { content } = item;
  const parks = listParks(context.currentView(), language);
  const name = item.changedBy?.name || texts.entry.unknownPerson;
  const rows: [string, string | undefined][] = [
    [texts.entry.id, item.id],
    [texts.fields.visibility, texts.ranks[content.visibility]],
    [texts.fields.park, parks.find(({ id }) => id === content.park)?.name ?? content.park],
    [texts.fields.tags, content.tags.join(", ") || undefined],
    [texts.fields.year, content.year === undefined ? undefined : String(content.year)],
    [texts.fields.validUntil, content.validUntil && presentDay(content.validUntil, language)],
    [
      texts.list.changed,
      item.changed === undefined
        ? undefined
        : texts.entry.changedBy(name, presentTime(item.changed, language)),
    ],
    [texts.entry.inFiles, item.origin === "file" ? texts.entry.onlyFile : texts.entry.files[item.file]],
  ];
  const variants = Object.values(content.texts).flatMap((text) => text.variants);
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return html`<dl class="desk-facts">${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}${
    variants.length > 0 &&
    html`<dt>${texts.fields.variants}</dt><dd><ul>${variants.map((variant) => html`<li>${variant}</li>`)}</ul></dd>`
  }</dl>`;
}
