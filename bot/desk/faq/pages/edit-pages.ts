import type { DeskAnswer, DeskExchange } from "../../web/desk-section.ts";
import { dateAnswers } from "../date-answers.ts";
import { draftOf, emptyDraft, readDraft } from "../faq-draft.ts";
import { type FaqContent, shownQuestion } from "../faq-entry.ts";
import type { SaveOutcome } from "../faq-outcome.ts";
import { draftContext } from "../knowledge-context.ts";
import { parseDraft } from "../parse-draft.ts";
import { answerPreview } from "./answer-preview.ts";
import { conflictPage } from "./conflict-page.ts";
import { entryForm, type FormOptions } from "./form-page.ts";
import { entryPath, FAQ_PATH, type PageContext, textsOf } from "./page-context.ts";

/** Longest name of what an entry is written from. */
const MAX_FROM_CHARS = 100;
/** A form that did not pass. */
const UNPROCESSABLE = 422;

/** The empty form, or one that a ticket or a question of the queue fills. */
export async function newPage(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const from = readFrom(exchange.query);
  const filled = from === undefined ? undefined : await context.prefill?.(from, exchange);
  const main = entryForm(exchange, { ...newForm(context, from), draft: emptyDraft(filled) });
  return { kind: "page", title: textsOf(exchange).form.newTitle, main };
}

/** Saves a new entry, or shows the form again with what stands in the way. */
export async function sendNew(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const from = readFrom(exchange.form);
  const draft = readDraft((field) => exchange.form.get(field));
  const form = { ...newForm(context, from), draft };
  const title = textsOf(exchange).form.newTitle;
  const { actor } = exchange;
  const action = exchange.form.get("do");
  if (action === "preview") return previewPage(exchange, { form, title });
  const outcome = await context.desk.add({ draft, actor, isSure: action === "anyway", from });
  return answerSave(exchange, { outcome, form, title, change: "add" });
}

/** The form of an entry. */
export async function editPage(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const { desk } = context;
  const item = await desk.find(exchange.params.id ?? "");
  if (item === undefined) return { kind: "missing" };
  await desk.noteReading(item, exchange.actor);
  const form = editForm(context, { id: item.id, token: item.token, from: readFrom(exchange.query) });
  const main = entryForm(exchange, { ...form, draft: draftOf(item.content) });
  return { kind: "page", title: textsOf(exchange).form.editTitle, main };
}

/** Saves a changed entry, or shows the form again with what stands in the way. */
export async function sendEdit(exchange: DeskExchange, context: PageContext): Promise<DeskAnswer> {
  const { id = "" } = exchange.params;
  const from = readFrom(exchange.form);
  const token = exchange.form.get("token") ?? "";
  const draft = readDraft((field) => exchange.form.get(field));
  const form = { ...editForm(context, { id, token, from }), draft };
  const title = textsOf(exchange).form.editTitle;
  const action = exchange.form.get("do");
  if (action === "preview") {
    return previewPage(exchange, { form, title, before: (await context.desk.find(id))?.content });
  }
  const { actor } = exchange;
  const outcome = await context.desk.edit({ id, token, draft, actor, isSure: action === "anyway", from });
  return answerSave(exchange, { outcome, form, title, change: "edit" });
}

function newForm(context: PageContext, from: string | undefined): Omit<FormOptions, "draft"> {
  return { context, from, action: `${FAQ_PATH}/new`, back: FAQ_PATH };
}

function editForm(
  context: PageContext,
  { id, token, from }: { id: string; token: string; from: string | undefined },
): Omit<FormOptions, "draft"> {
  const path = entryPath(id);
  return { context, from, token, action: `${path}/edit`, back: path };
}

async function answerSave(
  exchange: DeskExchange,
  options: { outcome: SaveOutcome; form: FormOptions; title: string; change: "add" | "edit" },
): Promise<DeskAnswer> {
  const { outcome, form, title, change } = options;
  const again = (more: Partial<FormOptions>): DeskAnswer => ({
    kind: "page",
    title,
    main: entryForm(exchange, { ...form, ...more }),
    status: UNPROCESSABLE,
  });
  switch (outcome.kind) {
    case "missing":
      return { kind: "missing" };
    case "invalid":
      return again({ problems: outcome.problems });
    case "similar":
      return again({ near: outcome.near });
    case "conflict": {
      const { draft: mine, from, context } = form;
      return conflictPage(exchange, { conflict: outcome, mine, from, context });
    }
    default: {
      const item = await form.context.desk.find(outcome.id);
      const question = item === undefined ? outcome.id : shownQuestion(item.content, exchange.language);
      const { done } = textsOf(exchange);
      const sentence = done[outcome.kind === "unchanged" ? "unchanged" : change](question);
      return { kind: "redirect", to: entryPath(outcome.id), done: sentence };
    }
  }
}

function previewPage(
  exchange: DeskExchange,
  { form, title, before }: { form: FormOptions; title: string; before?: FaqContent | undefined },
): DeskAnswer {
  const { context, draft } = form;
  const { language } = exchange;
  const view = context.currentView();
  const parsed = parseDraft(draft, draftContext(view));
  if ("problems" in parsed) {
    return { kind: "page", title, main: entryForm(exchange, { ...form, problems: parsed.problems }) };
  }
  const { today } = context.desk;
  const content = dateAnswers(parsed.content, { before, today });
  const preview = answerPreview(content, { view, language, today });
  return { kind: "page", title, main: entryForm(exchange, { ...form, preview }) };
}

function readFrom(fields: URLSearchParams): string | undefined {
  const from = fields.get("from") ?? "";
  return /^[a-z]+:[\w-]+$/.test(from) && from.length <= MAX_FROM_CHARS ? from : undefined;
}
