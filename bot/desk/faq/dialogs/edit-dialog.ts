import { LANGUAGES } from "../../../../knowledge/languages.ts";
import type { CardElement } from "../../../reply/adaptive-card.ts";
import { textBlock } from "../../../reply/build-card.ts";
import type { Dialog, DialogAnswer, DialogRequest } from "../../dialogs/dialog.ts";
import { draftOf, emptyDraft, type FaqDraft, readDraft } from "../faq-draft.ts";
import { shownQuestion } from "../faq-entry.ts";
import type { FaqConflict, SaveOutcome } from "../faq-outcome.ts";
import { fieldName } from "../pages/form-page.ts";
import { listParks, type PageContext } from "../pages/page-context.ts";
import { FAQ_TEXTS } from "../texts.ts";
import { chooseCard } from "./choose-card.ts";
import { type FormCardOptions, formCard, readCardDraft, warning } from "./form-card.ts";

/** `faq.new`: a new entry, filled from where it comes from. */
export function createNewDialog(context: PageContext): Dialog {
  const name = "faq.new";
  const begin = async (request: DialogRequest): Promise<CardForm> => {
    const { from } = request.fields;
    const filled = from === undefined ? undefined : await context.prefill?.(from, request);
    const base = emptyDraft(filled);
    return { name, kind: "new", base, carried: from === undefined ? {} : { from } };
  };
  return {
    name,
    async open(request) {
      const form = await begin(request);
      return showForm(request, { form, context, draft: form.base });
    },
    submit: async (request) => submitForm(request, { form: await begin(request), context }),
  };
}

/** `faq.edit`: an entry that the button named, or one that is looked for. */
export function createEditDialog(context: PageContext): Dialog {
  const name = "faq.edit";
  const choose = async (request: DialogRequest): Promise<DialogAnswer> => {
    const { titles } = FAQ_TEXTS[request.language].dialogs;
    const { desk } = context;
    return chooseCard(request, {
      name,
      title: titles.edit,
      items: await desk.list(),
      today: desk.today,
      state: "all",
    });
  };
  const openEntry = async (request: DialogRequest, id: string): Promise<DialogAnswer> => {
    const item = await context.desk.find(id);
    if (item === undefined) return { kind: "message", text: FAQ_TEXTS[request.language].dialogs.gone };
    await context.desk.noteReading(item, request.actor);
    const base = draftOf(item.content);
    const form: CardForm = { name, kind: "edit", base, carried: { id, token: item.token } };
    return showForm(request, { form, context, draft: base });
  };
  return {
    name,
    open: (request) =>
      request.fields.id === undefined ? choose(request) : openEntry(request, request.fields.id),
    async submit(request) {
      const { step, chosen, id, token = "" } = request.fields;
      if (step === "choose" && chosen !== undefined) return openEntry(request, chosen);
      if (id === undefined) return choose(request);
      const base = await context.desk.draftAt(id, token);
      if (base === undefined) return { kind: "message", text: FAQ_TEXTS[request.language].dialogs.gone };
      return submitForm(request, { form: { name, kind: "edit", base, carried: { id, token } }, context });
    },
  };
}

/** A form on its way through the steps of a dialog. */
interface CardForm {
  name: string;
  kind: "new" | "edit";
  /** What it began with. */
  base: FaqDraft;
  carried: Record<string, string>;
}

type ShowOptions = { form: CardForm; context: PageContext; draft: FaqDraft } & Partial<
  Pick<FormCardOptions, "notes" | "canInsist">
>;

function showForm({ language, fields }: DialogRequest, options: ShowOptions): DialogAnswer {
  const { form, context, draft, notes = [], canInsist = false } = options;
  const wanted = fields.step === "language" ? fields.to : fields.shown;
  const filled = LANGUAGES.filter((one) => draft[`question_${one}`] !== "");
  const usual = filled.includes(language) ? language : (filled[0] ?? language);
  return formCard({
    name: form.name,
    title: FAQ_TEXTS[language].dialogs.titles[form.kind],
    language,
    shown: LANGUAGES.find((one) => one === wanted) ?? usual,
    base: form.base,
    draft,
    parks: listParks(context.currentView(), language),
    carried: form.carried,
    notes,
    canInsist,
  });
}

async function submitForm(
  request: DialogRequest,
  options: { form: CardForm; context: PageContext },
): Promise<DialogAnswer> {
  const { form, context } = options;
  const { step, from } = request.fields;
  const { actor } = request;
  const sent = readCardDraft(request.fields, form.base);
  const draft = readDraft((field) => sent[field]);
  if (step === "language") return showForm(request, { form, context, draft });
  const isSure = step === "anyway";
  const { id = "", token = "" } = form.carried;
  const outcome =
    form.kind === "new"
      ? await context.desk.add({ draft, actor, isSure, from })
      : await context.desk.edit({ id, token, draft, actor, isSure, from });
  return answerOutcome(request, { outcome, form, context, draft });
}

async function answerOutcome(
  request: DialogRequest,
  options: { outcome: SaveOutcome; form: CardForm; context: PageContext; draft: FaqDraft },
): Promise<DialogAnswer> {
  const { outcome, ...shown } = options;
  const { form, context } = shown;
  const texts = FAQ_TEXTS[request.language];
  switch (outcome.kind) {
    case "missing":
      return { kind: "message", text: texts.dialogs.gone };
    case "invalid": {
      const lines = outcome.problems.map(({ field, code }) =>
        warning(`${fieldName(field, request)}: ${texts.problems[code]}`),
      );
      return showForm(request, { ...shown, notes: [warning(texts.problemsTitle), ...lines] });
    }
    case "similar": {
      const lines = outcome.near.map(({ question }) => textBlock(`– ${question}`));
      const notes = [warning(texts.form.nearTitle), textBlock(texts.form.nearLead), ...lines];
      return showForm(request, { ...shown, notes, canInsist: true });
    }
    case "conflict": {
      const base = draftOf(outcome.theirs.content);
      const merged = { ...form, base, carried: { ...form.carried, token: outcome.theirs.token } };
      const notes = conflictNotes(request, { conflict: outcome, mine: shown.draft });
      return showForm(request, { form: merged, context, draft: outcome.merged, notes });
    }
    default: {
      const item = await context.desk.find(outcome.id);
      const question = item === undefined ? outcome.id : shownQuestion(item.content, request.language);
      const kind = outcome.kind === "unchanged" ? "unchanged" : form.kind === "new" ? "add" : "edit";
      return { kind: "message", text: texts.done[kind](question) };
    }
  }
}

/** Both versions of what two people changed; the form below holds mine. */
function conflictNotes(
  { language }: DialogRequest,
  { conflict, mine }: { conflict: FaqConflict; mine: FaqDraft },
): CardElement[] {
  const { form, entry } = FAQ_TEXTS[language];
  const theirs = draftOf(conflict.theirs.content);
  const name = conflict.theirs.changedBy?.name || entry.unknownPerson;
  const side = (title: string, value: string) => [
    textBlock(title, { isSubtle: true, spacing: "Small" }),
    textBlock(value === "" ? `(${form.empty})` : value, { spacing: "None" }),
  ];
  const fields = conflict.clashes.flatMap((field) => [
    textBlock(fieldName(field, { language }), { weight: "Bolder" }),
    ...side(form.theirs, theirs[field]),
    ...side(form.yours, mine[field]),
  ]);
  const lead = [warning(form.conflictLead(name)), textBlock(form.conflictMerged)];
  return fields.length === 0 ? lead : [...lead, textBlock(form.conflictClash), ...fields];
}
