import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import { TEXTS } from "../../texts.ts";
import type { ShownForm } from "./form-store.ts";
import { quoteWords } from "./present-words.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { MAX_QUESTION_CHARS } from "./ticket.ts";

const MAX_EMAIL_CHARS = 254;
/** Longest name of a turn among the choices, in characters. */
const MAX_CHOICE_CHARS = 90;

/** What the form is shown with. */
export interface TicketFormOptions {
  /** Random; comes back with the form. */
  key: string;
  /** Everything that is sent, unless the asker changes it or leaves it out. */
  form: ShownForm;
  /** Language of the form itself. */
  language: Language;
  /** Answers by e-mail are possible. */
  sendsMail: boolean;
  isShared: boolean;
  /** Whom to reach at once. */
  contacts: readonly AnswerLine[];
  /** What was filled in before, when the form comes again. */
  values?: Readonly<Record<string, string>>;
  /** What is wrong with it. */
  problem?: string;
}

/**
 * Shows what would be sent to a person, in words and as a form; nothing is sent yet.
 *
 * The form comes back as `{ form: "ticket", do: "send", key, question, share?, language, contact?, email? }`; `share` names
 * what goes along: `name` and positions of turns. Its other button sends `{ form: "ticket", do: "cancel", key }`.
 */
export function presentTicketForm(options: TicketFormOptions): ReplyDraft {
  const { language, form, isShared, contacts, problem } = options;
  const texts = TICKET_TEXTS[language].chat;
  const question = options.values?.question ?? form.question;
  const lines: AnswerLine[] = [
    ...(problem === undefined ? [] : [{ frame: `**${problem}**` }]),
    { frame: texts.formIntro },
    ...(isShared ? [{ frame: texts.formShared }] : []),
    { frame: question === "" ? texts.questionEmpty : `**${texts.question}:** ${quoteWords(question)}` },
    ...(form.name === undefined ? [] : [{ frame: texts.yourName(quoteWords(form.name)) }]),
    ...turnLines(options),
    ...(contacts.length > 0 ? [{ frame: TEXTS[language].handoff }, ...contacts] : []),
  ];
  return { ...composeReply({ language, intent: "handoff", lines }), cards: [buildForm(options)] };
}

function turnLines({ form, language }: TicketFormOptions): AnswerLine[] {
  const texts = TICKET_TEXTS[language].chat;
  if (form.turns.length === 0) return [{ frame: texts.noTurns }];
  const turns = form.turns.map(({ asked, answered }) => ({
    frame: `- ${texts.turnAsked}: ${quoteWords(asked)} ${texts.turnAnswered}: ${quoteWords(answered)}`,
  }));
  return [{ frame: texts.turns }, ...turns];
}

function buildForm(options: TicketFormOptions): AdaptiveCard {
  const { key, language, sendsMail, problem } = options;
  const texts = TICKET_TEXTS[language].chat;
  // Without this a question that is still missing would keep the form from being cancelled.
  const cancel = {
    type: "Action.Submit" as const,
    title: texts.cancel,
    data: { form: "ticket", do: "cancel", key },
    associatedInputs: "none",
  };
  return buildCard({
    title: texts.formTitle,
    body: [
      ...(problem === undefined ? [] : [textBlock(problem, { color: "Attention" })]),
      ...(options.isShared ? [textBlock(texts.formShared)] : []),
      questionInput(options),
      ...turnBlocks(options),
      ...shareInput(options),
      languageInput(options),
      ...(sendsMail ? contactInputs(options) : []),
    ],
    actions: [
      { type: "Action.Submit", title: texts.send, data: { form: "ticket", do: "send", key } },
      cancel,
    ],
  });
}

function questionInput({ language, form, values }: TicketFormOptions): CardElement {
  const texts = TICKET_TEXTS[language].chat;
  return {
    type: "Input.Text",
    id: "question",
    label: texts.question,
    // Web Chat reads new cards out without labels: there the placeholder names the field.
    placeholder: texts.question,
    isMultiline: true,
    isRequired: true,
    errorMessage: texts.questionMissing,
    maxLength: MAX_QUESTION_CHARS,
    value: values?.question ?? form.question,
  };
}

function turnBlocks({ language, form }: TicketFormOptions): CardElement[] {
  const texts = TICKET_TEXTS[language].chat;
  if (form.turns.length === 0) return [];
  return [
    textBlock(texts.turns, { weight: "Bolder", spacing: "Medium" }),
    ...form.turns.flatMap(({ asked, answered }) => [
      textBlock(`${texts.turnAsked}: ${asked}`, { spacing: "Small" }),
      textBlock(`${texts.turnAnswered}: ${answered}`, { isSubtle: true, spacing: "None" }),
    ]),
  ];
}

/** One box to tick for the name and for each turn, all ticked at first. */
function shareInput({ language, form, values }: TicketFormOptions): CardElement[] {
  const texts = TICKET_TEXTS[language].chat;
  const choices = [
    ...(form.name === undefined ? [] : [{ title: texts.yourName(form.name), value: "name" }]),
    ...form.turns.map(({ asked }, at) => ({
      title: `${texts.turnAsked}: ${asked}`.slice(0, MAX_CHOICE_CHARS),
      value: String(at),
    })),
  ];
  if (choices.length === 0) return [];
  const all = choices.map(({ value }) => value).join(",");
  return [
    {
      type: "Input.ChoiceSet",
      id: "share",
      label: texts.share,
      style: "expanded",
      isMultiSelect: true,
      wrap: true,
      choices,
      value: values === undefined ? all : (values.share ?? ""),
    },
  ];
}

function languageInput({ language, form, values }: TicketFormOptions): CardElement {
  const texts = TICKET_TEXTS[language].chat;
  return {
    type: "Input.ChoiceSet",
    id: "language",
    label: texts.answerLanguage,
    style: "compact",
    choices: LANGUAGES.map((value) => ({ title: texts.languages[value], value })),
    value: values?.language ?? form.language,
  };
}

function contactInputs({ language, values }: TicketFormOptions): CardElement[] {
  const texts = TICKET_TEXTS[language].chat;
  return [
    {
      type: "Input.ChoiceSet",
      id: "contact",
      label: texts.contact,
      style: "expanded",
      wrap: true,
      choices: (["chat", "email"] as const).map((value) => ({ title: texts.contacts[value], value })),
      value: values?.contact ?? "chat",
    },
    {
      type: "Input.Text",
      id: "email",
      label: texts.email,
      placeholder: texts.emailExample,
      style: "Email",
      maxLength: MAX_EMAIL_CHARS,
      ...(values?.email === undefined ? {} : { value: values.email }),
    },
  ];
}
