import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type Dialog, type DialogAnswer, type DialogRequest, submitDialogAction } from "../dialogs/dialog.ts";
import { checkOffer, type OfferProblems } from "./check-offer.ts";
import { type CurrentRow, rowValues } from "./current-row.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { type OfferField, type OfferValues, toOfferValues } from "./offer-fields.ts";
import { FORM_ORDER, isAsked, offerInput, presentValue } from "./offer-form.ts";
import { parseRevision } from "./parse-revision.ts";
import type { Names, Submission } from "./submission.ts";
import { REVIEW_DIALOG } from "./submission-card.ts";
import type { SubmissionDesk } from "./submission-desk.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** The window in Teams in which a submission is approved, edited before that, or returned. */
export function createReviewDialog(base: DeskBase, desk: SubmissionDesk): Dialog {
  return {
    name: REVIEW_DIALOG,
    open: async (request) => {
      const submission = await submissionOf(request, desk);
      if (submission === undefined) return gone(request);
      const subject = `submission:${submission.id}`;
      await base.audit.add({ actor: request.actor, action: "submission.read", subject });
      return show(submission, { request, base, desk, values: await desk.mergedValues(submission) });
    },
    submit: (request) => decide(request, { base, desk }),
  };
}

interface ShowContext {
  request: DialogRequest;
  base: DeskBase;
  desk: SubmissionDesk;
  values: OfferValues;
  problems?: OfferProblems;
  message?: string;
}

type Parts = Pick<ShowContext, "base" | "desk">;

async function decide(request: DialogRequest, parts: Parts): Promise<DialogAnswer> {
  const { fields } = request;
  const submission = await submissionOf(request, parts.desk);
  if (submission === undefined) return gone(request);
  const values = toOfferValues({ ...fields, kind: submission.kind });
  const context = { ...parts, request, values };
  return fields.decision === "return" ? returnIt(submission, context) : approve(submission, context);
}

async function returnIt(submission: Submission, context: ShowContext): Promise<DialogAnswer> {
  const { request, desk } = context;
  const texts = OFFER_TEXTS[request.language].desk;
  const words = (request.fields.words ?? "").trim().slice(0, 1000);
  if (words === "") return show(submission, { ...context, message: texts.wordsMissing });
  const outcome = await desk.returnSubmission(asSeen(submission, request), words, request.actor);
  if (outcome.kind === "done") return { kind: "message", text: texts.doneReturned };
  return show(submission, { ...context, message: texts.conflict });
}

async function approve(submission: Submission, context: ShowContext): Promise<DialogAnswer> {
  const { request, base, desk } = context;
  const { fields, actor } = request;
  const texts = OFFER_TEXTS[request.language].desk;
  const { values, problems } = checkOffer(context.values, {
    view: base.currentView(),
    reader: "coordinator",
    now: base.now(),
  });
  if (Object.keys(problems).length > 0)
    return show(submission, { ...context, values, problems, message: texts.problemHead });
  const names: Names = Object.fromEntries(
    LANGUAGES.flatMap((one) => {
      const name = fields[`name-${one}`]?.trim() ?? "";
      return name === "" ? [] : [[one, name.slice(0, 120)]];
    }),
  );
  const rowRevision = parseRevision(fields.rowRevision);
  const approved = { values, names, language: submission.language, rowRevision, actor };
  const outcome = await desk.approve(asSeen(submission, request), approved);
  if (outcome.kind === "done") return { kind: "message", text: texts.doneApproved(outcome.value.id) };
  return show(submission, { ...context, values, message: texts.conflict });
}

/** The submission with the revision that the coordinator saw. */
function asSeen(submission: Submission, { fields }: DialogRequest): Submission {
  return { ...submission, revision: parseRevision(fields.revision) };
}

function gone({ language }: DialogRequest): DialogAnswer {
  return { kind: "message", text: OFFER_TEXTS[language].desk.gone };
}

/** The submission of the request while it waits. */
async function submissionOf(
  { fields }: DialogRequest,
  desk: SubmissionDesk,
): Promise<Submission | undefined> {
  const found = await desk.store.find(fields.submission ?? "");
  return found?.state === "waiting" ? found : undefined;
}

async function show(submission: Submission, context: ShowContext): Promise<DialogAnswer> {
  const { request, desk, values, message } = context;
  const texts = OFFER_TEXTS[request.language];
  const current = await desk.currentRow(submission);
  const merged = await desk.mergedValues(submission);
  const hidden = {
    submission: String(submission.id),
    revision: String(submission.revision),
    rowRevision: String(current.revision),
  };
  const title = texts.desk.reviewTitle(submission.id);
  const card = buildCard({
    title: values.name ?? title,
    subtitle: submission.record ?? texts.kinds[submission.kind],
    body: [
      ...(message === undefined ? [] : [textBlock(message, { color: "Attention", weight: "Bolder" })]),
      ...fieldsOf(submission, { ...context, current, merged }),
    ],
    actions: [
      submitDialogAction(texts.desk.approve, REVIEW_DIALOG, { ...hidden, decision: "approve" }),
      submitDialogAction(texts.desk.returnIt, REVIEW_DIALOG, { ...hidden, decision: "return" }),
    ],
  });
  return { kind: "card", title, card };
}

/** What changes, what is alike, and the fields to edit. */
function fieldsOf(
  submission: Submission,
  context: ShowContext & { current: CurrentRow; merged: OfferValues },
): CardElement[] {
  const { request, base, current, merged, values, problems = {} } = context;
  const { language } = request;
  const texts = OFFER_TEXTS[language].desk;
  const shared = { language, view: base.currentView(), reader: "coordinator" as const };
  const fields = FORM_ORDER.filter((field) => field !== "kind" && isAsked(field, values));
  const others = LANGUAGES.filter((one) => one !== submission.language);
  return [
    ...changes(submission, {
      current,
      merged,
      language,
      present: (field, value) => presentValue(field, value, shared),
    }),
    ...duplicates(submission, { ...shared, heading: texts.duplicates }),
    ...fields.flatMap((field) => offerInput(field, { ...shared, values, problems })),
    ...others.map(
      (one): CardElement => ({
        type: "Input.Text",
        id: `name-${one}`,
        label: texts.nameIn[one],
        maxLength: 120,
      }),
    ),
    { type: "Input.Text", id: "words", label: texts.returnWords, isMultiline: true, maxLength: 1000 },
  ];
}

/** What the row holds and what the member told, where they differ. */
function changes(
  submission: Submission,
  context: {
    current: CurrentRow;
    merged: OfferValues;
    language: DialogRequest["language"];
    present: (field: OfferField, value: string | undefined) => string;
  },
): CardElement[] {
  const { current, merged, language, present } = context;
  if (submission.record === undefined) return [];
  const now = rowValues(current, submission.language);
  const facts = FORM_ORDER.filter((field) => field !== "kind" && now[field] !== merged[field]).map(
    (field) => ({
      title: OFFER_TEXTS[language].labels[field],
      value: `${present(field, now[field])} → ${present(field, merged[field])}`,
    }),
  );
  return facts.length === 0 ? [] : [{ type: "FactSet", facts }];
}

function duplicates(
  submission: Submission,
  context: {
    language: DialogRequest["language"];
    view: ReturnType<DeskBase["currentView"]>;
    heading: string;
  },
): CardElement[] {
  const { language, view, heading } = context;
  const found = findDuplicates(submission.values, {
    view,
    language: submission.language,
    besides: submission.record,
  });
  const list = found.map((row) => `${row.id} ${row[`name_${language}`]}`).join("; ");
  return found.length === 0 ? [] : [textBlock(`${heading}: ${list}`, { isSubtle: true })];
}
