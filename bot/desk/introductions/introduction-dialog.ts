import { FIELD_GROUPS } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { type Dialog, type DialogAnswer, type DialogRequest, submitDialogAction } from "../dialogs/dialog.ts";
import { tidyText } from "../tickets/present-words.ts";
import type { IntroductionResult } from "./change-introduction.ts";
import { type Introduction, isOpen } from "./introduction.ts";
import { introductionElements, REVIEW_DIALOG } from "./introduction-card.ts";
import type { IntroductionDesk, IntroductionStep } from "./introduction-desk.ts";
import { conflictWords, readNumber } from "./introduction-section.ts";
import { candidateNames, readKnownFields } from "./known-fields.ts";
import { MAX_RELEASED_CHARS, readRelease } from "./read-release.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

interface DialogParts {
  desk: IntroductionDesk;
  whole: () => KnowledgeView;
}

const OUTCOMES = ["contacted", "agreed", "declined"] as const;

/** The window in Teams on one introduction; expects the field `introduction` of the card. */
export function createIntroductionDialog(parts: DialogParts): Dialog {
  return {
    name: REVIEW_DIALOG,
    open: async (request) => show(request, { parts }),
    submit: async (request) => submit(request, parts),
  };
}

async function submit(request: DialogRequest, parts: DialogParts): Promise<DialogAnswer> {
  const { fields, language, actor } = request;
  const texts = INTRODUCTION_TEXTS[language].desk;
  const field = (id: string) => fields[id] ?? "";
  const id = readNumber(field("introduction")) ?? 0;
  const step: IntroductionStep = { id, revision: readNumber(field("revision")) ?? 0, actor };
  const outcome = OUTCOMES.find((name) => name === field("outcome")) ?? "contacted";
  const result = await take(outcome, { step, field, desk: parts.desk });
  if (result === "release") return show(request, { parts, problem: texts.needsRelease });
  switch (result.kind) {
    case "missing":
      return { kind: "message", text: texts.missing };
    case "done":
      return { kind: "message", text: texts.done[outcome] };
    case "stopped":
      return { kind: "message", text: texts.stopped };
    case "conflict":
      return show(request, { parts, problem: conflictWords(result.introduction, language) });
  }
}

function take(
  outcome: (typeof OUTCOMES)[number],
  context: { step: IntroductionStep; field: (id: string) => string; desk: IntroductionDesk },
): Promise<IntroductionResult> | "release" {
  const { step, field, desk } = context;
  if (outcome === "contacted") return desk.contacted(step);
  if (outcome === "declined") return desk.decline(step, tidyText(field("reason"), MAX_RELEASED_CHARS));
  const ticked = field("release").split(",");
  const released = readRelease((id) =>
    id.startsWith("release-") ? (ticked.includes(id.slice("release-".length)) ? "yes" : "") : field(id),
  );
  if (released === undefined) return "release";
  const company = field("company");
  return desk.agree(step, { released, ...(company === "" ? {} : { company }) });
}

async function show(
  request: DialogRequest,
  context: { parts: DialogParts; problem?: string },
): Promise<DialogAnswer> {
  const { parts, problem } = context;
  const { language, actor, fields } = request;
  const texts = INTRODUCTION_TEXTS[language].desk;
  const id = readNumber(fields.introduction ?? "");
  const introduction = id === undefined ? undefined : await parts.desk.read(id, actor);
  if (introduction === undefined) return { kind: "message", text: texts.missing };
  const isDone = introduction.isErased === true || !isOpen(introduction);
  const sent = { introduction: String(introduction.id), revision: String(introduction.revision) };
  const card = buildCard({
    title: texts.heading(introduction.id),
    subtitle: INTRODUCTION_TEXTS[language].states[introduction.state],
    body: [
      ...(problem === undefined ? [] : [textBlock(problem, { color: "Attention" })]),
      ...introductionElements(introduction, language),
      ...(isDone ? typedWords(fields) : inputs(introduction, { request, whole: parts.whole() })),
    ],
    actions: isDone ? [] : [submitDialogAction(texts.send, REVIEW_DIALOG, sent)],
  });
  return { kind: "card", title: texts.heading(introduction.id), card };
}

/** What somebody typed who came too late, so that it is not lost. */
function typedWords(fields: DialogRequest["fields"]): CardElement[] {
  return Object.entries(fields)
    .filter(([id, text]) => /^(?:words-|reason$)/.test(id) && text !== "")
    .map(([, text]) => textBlock(text));
}

interface InputContext {
  request: DialogRequest;
  whole: KnowledgeView;
}

function inputs(introduction: Introduction, context: InputContext): CardElement[] {
  const { request, whole } = context;
  const { language, fields } = request;
  const { desk: texts, groups } = INTRODUCTION_TEXTS[language];
  const known = readKnownFields(introduction.target, { whole, language: introduction.language });
  return [
    ...choices(introduction, context),
    ...FIELD_GROUPS.map((group) =>
      textInput(`words-${group}`, {
        label: `${texts.words}: ${groups[group]}`,
        value: fields[`words-${group}`] ?? known[group] ?? "",
      }),
    ),
    textInput("reason", { label: texts.reason, value: fields.reason ?? "" }),
  ];
}

function textInput(id: string, { label, value }: { label: string; value: string }): CardElement {
  return {
    type: "Input.Text",
    id,
    label,
    isMultiline: true,
    maxLength: MAX_RELEASED_CHARS,
    ...(value === "" ? {} : { value }),
  };
}

/** What happened, which company it was, what it allows. */
function choices({ target }: Introduction, { request, whole }: InputContext): CardElement[] {
  const { language, fields } = request;
  const { desk: texts, groups } = INTRODUCTION_TEXTS[language];
  const companies = candidateNames(target.candidates ?? [], { whole, language });
  const outcomes = { contacted: texts.contacted, agreed: texts.agree, declined: texts.decline };
  const choice = (
    id: string,
    input: {
      label: string;
      options: readonly { title: string; value: string }[];
      isMany?: boolean;
      value?: string | undefined;
    },
  ): CardElement => ({
    type: "Input.ChoiceSet",
    id,
    label: input.label,
    style: "expanded",
    wrap: true,
    ...(input.isMany === true ? { isMultiSelect: true } : {}),
    choices: input.options,
    ...(input.value === undefined ? {} : { value: input.value }),
  });
  return [
    choice("outcome", {
      label: texts.outcome,
      options: OUTCOMES.map((value) => ({ title: outcomes[value], value })),
      value: fields.outcome ?? "contacted",
    }),
    ...(companies.length < 2
      ? []
      : [
          choice("company", {
            label: texts.whichCompany,
            options: companies.map(({ id, name }) => ({ title: name, value: id })),
            value: fields.company,
          }),
        ]),
    choice("release", {
      label: texts.release,
      options: FIELD_GROUPS.map((group) => ({ title: groups[group], value: group })),
      isMany: true,
      value: fields.release,
    }),
  ];
}
