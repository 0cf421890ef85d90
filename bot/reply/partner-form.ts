import { FORMS } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import { STREAM_FORMS } from "../../knowledge/schema.ts";
import type { AdaptiveCard, CardElement } from "./adaptive-card.ts";
import { buildCard } from "./build-card.ts";
import { capitalised } from "./capitalised.ts";
import { PARTNER_FORM_TEXTS } from "./partner-form-texts.ts";

/** Fields of the form by their ids; the stuff's physical state is not "form", which names the form itself. */
export const PARTNER_FIELDS = [
  "direction",
  "what",
  "amount",
  "unit",
  "place",
  "physicalForm",
  "hazardous",
] as const;

/** What is filled in already; also the shape of what comes back, where empty fields are absent. */
export type PartnerFormValues = Partial<Record<(typeof PARTNER_FIELDS)[number], string>>;

/** Units that an amount a year is given in. */
const UNITS = ["t", "kg", "m3", "MWh", "GWh"] as const;
const MAX_CHARS = 300;

/**
 * Builds the form that asks for a partner: who gives, what, how much, where. Only the stuff must be told.
 *
 * It comes back as `{ form: "partners", direction: "give" | "take", what, amount, unit, place, physicalForm, hazardous }`,
 * all of them texts.
 *
 * @param options.values What is known, so that nobody types it twice. @default {nothing}
 *
 * @example
 * ```ts
 * buildPartnerForm({ language: "sv", values: { what: "flygaska" } }).actions?.[0]?.title; // "Sök partner"
 * ```
 */
export function buildPartnerForm(options: { language: Language; values?: PartnerFormValues }): AdaptiveCard {
  const { language, values = {} } = options;
  const texts = PARTNER_FORM_TEXTS[language];
  return buildCard({
    title: texts.title,
    subtitle: texts.subtitle,
    body: [
      directionInput(language, values),
      {
        type: "Input.Text",
        id: "what",
        label: texts.what,
        placeholder: texts.whatExample,
        isRequired: true,
        errorMessage: texts.whatMissing,
        maxLength: MAX_CHARS,
        ...(values.what === undefined ? {} : { value: values.what }),
      },
      amountInputs(language, values),
      {
        type: "Input.Text",
        id: "place",
        label: texts.place,
        placeholder: texts.placeExample,
        maxLength: MAX_CHARS,
        ...(values.place === undefined ? {} : { value: values.place }),
      },
      choice({
        id: "physicalForm",
        label: texts.physicalForm,
        placeholder: texts.choose,
        choices: STREAM_FORMS.map((value) => ({ title: capitalised(FORMS[language][value]), value })),
        value: values.physicalForm,
      }),
      choice({
        id: "hazardous",
        label: texts.hazardous,
        placeholder: texts.choose,
        choices: (["no", "yes", "unknown"] as const).map((value) => ({ title: texts.answers[value], value })),
        value: values.hazardous,
      }),
    ],
    actions: [{ type: "Action.Submit", title: texts.submit, data: { form: "partners" } }],
  });
}

function directionInput(language: Language, { direction }: PartnerFormValues): CardElement {
  const texts = PARTNER_FORM_TEXTS[language];
  return {
    type: "Input.ChoiceSet",
    id: "direction",
    label: texts.direction,
    style: "expanded",
    isRequired: true,
    errorMessage: texts.directionMissing,
    choices: (["give", "take"] as const).map((value) => ({ title: texts.directions[value], value })),
    value: direction === "take" ? "take" : "give",
  };
}

/** Amount and unit stand side by side, also on a phone. With a smallest amount Web Chat would refuse an empty field. */
function amountInputs(language: Language, values: PartnerFormValues): CardElement {
  const texts = PARTNER_FORM_TEXTS[language];
  const amount = Number(values.amount || Number.NaN);
  const number: CardElement = {
    type: "Input.Number",
    id: "amount",
    label: texts.amount,
    placeholder: texts.amountExample,
    ...(Number.isFinite(amount) ? { value: amount } : {}),
  };
  const unit = choice({
    id: "unit",
    label: texts.unit,
    placeholder: texts.choose,
    choices: UNITS.map((value) => ({ title: value === "m3" ? "m³" : value, value })),
    value: UNITS.find((value) => value === values.unit) ?? "t",
  });
  return {
    type: "ColumnSet",
    columns: [
      { type: "Column", width: 3, items: [number] },
      { type: "Column", width: 2, items: [unit] },
    ],
  };
}

function choice(input: {
  id: string;
  label: string;
  placeholder: string;
  choices: readonly { title: string; value: string }[];
  value: string | undefined;
}): CardElement {
  const { value, choices, ...rest } = input;
  const isKnown = choices.some((one) => one.value === value);
  return { type: "Input.ChoiceSet", ...rest, style: "compact", choices, ...(isKnown ? { value } : {}) };
}
