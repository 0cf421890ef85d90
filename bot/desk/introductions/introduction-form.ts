import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { oneLine } from "../tickets/present-words.ts";
import { ASKER_FIELDS, type IntroductionAsker } from "./introduction.ts";
import type { IntroductionFault } from "./introduction-texts.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

const MAX_LINE_CHARS = 200;
const MAX_MESSAGE_CHARS = 1000;

/** Fields of the form as they come back; all of them texts. */
export type IntroductionValues = Partial<
  Record<"company" | "name" | "contact" | "stream" | "amount" | "message" | "allowed" | "consent", string>
>;

/**
 * Builds the form of a request. It comes back as `{ form: "introduction", target, company, name, contact, stream, amount,
 * message, allowed, consent }`; `allowed` and `consent` hold the ticked values, parted by commas. Nothing is ticked
 * beforehand.
 *
 * @param options.target The opaque id of whom it is about.
 */
export function buildIntroductionForm(options: {
  language: Language;
  target: string;
  label: string;
  values: IntroductionValues;
  explanation: readonly string[];
}): AdaptiveCard {
  const { language, target, label, values, explanation } = options;
  const texts = INTRODUCTION_TEXTS[language].form;
  return buildCard({
    title: texts.title,
    subtitle: texts.subtitle(label),
    body: [
      ...explanation.map((text) => textBlock(text)),
      ...askerInputs(language, values),
      ...consentInputs(language, values),
    ],
    actions: [{ type: "Action.Submit", title: texts.submit, data: { form: "introduction", target } }],
  });
}

function askerInputs(language: Language, values: IntroductionValues): CardElement[] {
  const { form: texts, faults } = INTRODUCTION_TEXTS[language];
  return [
    line("company", { label: texts.company, value: values.company, missing: faults.company }),
    line("name", { label: texts.name, value: values.name, missing: faults.name }),
    line("contact", {
      label: texts.contact,
      value: values.contact,
      missing: faults.contact,
      placeholder: texts.contactHint,
    }),
    line("stream", { label: texts.stream, value: values.stream }),
    line("amount", { label: texts.amount, value: values.amount }),
    {
      ...line("message", { label: texts.message, value: values.message, placeholder: texts.messageHint }),
      isMultiline: true,
      maxLength: MAX_MESSAGE_CHARS,
    },
  ];
}

function consentInputs(language: Language, values: IntroductionValues): CardElement[] {
  const { form: texts, faults } = INTRODUCTION_TEXTS[language];
  return [
    {
      type: "Input.ChoiceSet",
      id: "allowed",
      label: texts.allowed,
      isMultiSelect: true,
      style: "expanded",
      wrap: true,
      choices: ASKER_FIELDS.map((value) => ({ title: texts.fields[value], value })),
      ...(values.allowed === undefined ? {} : { value: values.allowed }),
    },
    {
      type: "Input.ChoiceSet",
      id: "consent",
      label: texts.consentLabel,
      isMultiSelect: true,
      style: "expanded",
      wrap: true,
      isRequired: true,
      errorMessage: faults.consent,
      choices: [{ title: texts.consent, value: "yes" }],
    },
  ];
}

function line(
  id: string,
  input: { label: string; value?: string | undefined; missing?: string; placeholder?: string },
): CardElement {
  const { label, value, missing, placeholder } = input;
  return {
    type: "Input.Text",
    id,
    label,
    maxLength: MAX_LINE_CHARS,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(value === undefined || value === "" ? {} : { value }),
    ...(missing === undefined ? {} : { isRequired: true, errorMessage: missing }),
  };
}

/** Reads a sent form. @returns What the asker told, or what is missing. */
export function readIntroductionForm(
  fields: Readonly<Record<string, string>>,
): { asker: IntroductionAsker } | { faults: IntroductionFault[] } {
  const words = (id: string) => oneLine(fields[id] ?? "").slice(0, MAX_LINE_CHARS);
  const ticked = (fields.allowed ?? "").split(",").map((value) => value.trim());
  const asker: IntroductionAsker = {
    company: words("company"),
    name: words("name"),
    contact: words("contact"),
    stream: words("stream"),
    amount: words("amount"),
    message: oneLine(fields.message ?? ""),
    allowed: ASKER_FIELDS.filter((field) => ticked.includes(field)),
  };
  const faults: IntroductionFault[] = [
    ...(asker.company === "" ? (["company"] as const) : []),
    ...(asker.name === "" ? (["name"] as const) : []),
    ...(isContact(asker.contact) ? [] : (["contact"] as const)),
    ...(asker.message.length > MAX_MESSAGE_CHARS ? (["message"] as const) : []),
    ...((fields.consent ?? "").split(",").includes("yes") ? [] : (["consent"] as const)),
  ];
  return faults.length === 0 ? { asker } : { faults };
}

/** An e-mail address or a number that can be called. */
function isContact(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || text.replace(/\D/g, "").length >= 6;
}
