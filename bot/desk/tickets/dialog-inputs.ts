import type { CardElement } from "../../reply/adaptive-card.ts";
import { textBlock } from "../../reply/build-card.ts";
import { languageName } from "../../texts.ts";
import type { DialogRequest } from "../dialogs/dialog.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { MAX_QUESTION_CHARS, type Ticket } from "./ticket.ts";

/** Longest field that comes back from a form in Teams, in characters. */
const MAX_FIELD_CHARS = 2000;

/** Fields of an answer: words, sources, whether the asker sees the name; what was typed before stands in them. */
export function answerInputs({ language, fields }: DialogRequest, ticket: Ticket): CardElement[] {
  const texts = TICKET_TEXTS[language].desk;
  return [
    textBlock(texts.answerHint(languageName(ticket.language, language)), { isSubtle: true }),
    {
      type: "Input.Text",
      id: "answer",
      label: texts.answerLabel,
      isMultiline: true,
      isRequired: true,
      errorMessage: texts.problems.answer,
      maxLength: MAX_FIELD_CHARS,
      ...typed(fields.answer),
    },
    {
      type: "Input.Text",
      id: "sources",
      label: texts.sources,
      placeholder: texts.sourcesHint,
      isMultiline: true,
      maxLength: MAX_FIELD_CHARS,
      ...typed(fields.sources),
    },
    {
      type: "Input.ChoiceSet",
      id: "showName",
      label: texts.showName,
      style: "expanded",
      choices: (["no", "yes"] as const).map((value) => ({ title: texts.showNameChoices[value], value })),
      value: fields.showName === "yes" ? "yes" : "no",
    },
  ];
}

/** The reason for the asker; nothing where they have an answer. */
export function closeInputs({ language, fields }: DialogRequest, ticket: Ticket): CardElement[] {
  const texts = TICKET_TEXTS[language].desk;
  if (ticket.state === "answered") return [];
  return [
    textBlock(texts.reasonHint, { isSubtle: true }),
    {
      type: "Input.Text",
      id: "reason",
      label: texts.reason,
      isMultiline: true,
      isRequired: true,
      errorMessage: texts.problems.reason,
      maxLength: MAX_QUESTION_CHARS,
      ...typed(fields.reason),
    },
  ];
}

function typed(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}
