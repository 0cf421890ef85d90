import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard } from "../../reply/build-card.ts";
import type { AlertFields } from "./read-watched.ts";
import { ALERT_TEXTS } from "./texts.ts";

const UNITS = ["t", "kg", "m3", "MWh", "GWh"] as const;
const MAX_CHARS = 200;

/**
 * Builds the form for an alert: stuff, place, smallest amount and its unit. It comes back as
 * `{ form: "alert", what, place, amount, unit }`, all of them texts.
 *
 * @param options.values What is known already. @default nothing
 */
export function buildAlertForm(options: { language: Language; values?: AlertFields }): AdaptiveCard {
  const { language, values = {} } = options;
  const texts = ALERT_TEXTS[language].form;
  return buildCard({
    title: texts.title,
    subtitle: texts.subtitle,
    body: [
      textInput({ id: "what", label: texts.what, placeholder: texts.whatExample, value: values.what }),
      textInput({ id: "place", label: texts.place, placeholder: texts.placeExample, value: values.place }),
      {
        type: "ColumnSet",
        columns: [
          {
            type: "Column",
            width: 3,
            items: [
              {
                type: "Input.Number",
                id: "amount",
                label: texts.amount,
                placeholder: texts.amountExample,
                ...(Number.isFinite(Number(values.amount || Number.NaN))
                  ? { value: Number(values.amount) }
                  : {}),
              },
            ],
          },
          { type: "Column", width: 2, items: [unitInput(texts.unit, values.unit)] },
        ],
      },
    ],
    actions: [{ type: "Action.Submit", title: texts.submit, data: { form: "alert" } }],
  });
}

function textInput(input: {
  id: string;
  label: string;
  placeholder: string;
  value: string | undefined;
}): CardElement {
  const { value, ...rest } = input;
  return {
    type: "Input.Text",
    ...rest,
    maxLength: MAX_CHARS,
    ...(value === undefined ? {} : { value: value.slice(0, MAX_CHARS) }),
  };
}

function unitInput(label: string, value: string | undefined): CardElement {
  return {
    type: "Input.ChoiceSet",
    id: "unit",
    label,
    style: "compact",
    choices: UNITS.map((unit) => ({ title: unit === "m3" ? "m³" : unit, value: unit })),
    value: UNITS.find((unit) => unit === value) ?? "t",
  };
}
