import { expect, test } from "vitest";
import type { CardElement } from "../../../bot/reply/adaptive-card.ts";
import { buildPartnerForm, PARTNER_FIELDS } from "../../../bot/reply/partner-form.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";

/** All inputs of a card, those in columns included. */
function inputsOf(elements: readonly CardElement[]): CardElement[] {
  return elements.flatMap((element) => [
    ...(element.type.startsWith("Input.") ? [element] : []),
    ...inputsOf([element.columns ?? [], element.items ?? []].flat() as CardElement[]),
  ]);
}

const valuesOf = (elements: readonly CardElement[]) =>
  Object.fromEntries(inputsOf(elements).map(({ id, value }) => [id, value]));

test.each(LANGUAGES)("every field has a label, and what can be wrong is told (%s)", (language) => {
  const { body, actions } = buildPartnerForm({ language });
  const inputs = inputsOf(body);
  expect(inputs.map(({ id }) => id)).toEqual([...PARTNER_FIELDS]);
  for (const input of inputs) {
    expect(input.label).toMatch(/^\p{L}/u);
    if (input.isRequired) expect(input.errorMessage).toMatch(/\.$/);
  }
  expect(actions).toEqual([{ type: "Action.Submit", title: expect.any(String), data: { form: "partners" } }]);
});

test("the languages share no words but units", () => {
  const labels = LANGUAGES.map((language) =>
    inputsOf(buildPartnerForm({ language }).body).map(({ label }) => label),
  );
  expect(new Set(labels.flat()).size).toBe(PARTNER_FIELDS.length * LANGUAGES.length - 1);
});

test("what is known is filled in, and what is no choice is not", () => {
  const values = {
    direction: "take",
    what: "lentotuhka",
    amount: "22000",
    unit: "GWh",
    place: "Kokkola",
    physicalForm: "solid",
    hazardous: "unknown",
  };
  const { body } = buildPartnerForm({ language: "fi", values });
  expect(valuesOf(body)).toEqual({ ...values, amount: 22000 });
  const wrong = { ...values, direction: "x", amount: "plenty", unit: "x", physicalForm: "x", hazardous: "x" };
  expect(valuesOf(buildPartnerForm({ language: "fi", values: wrong }).body)).toEqual({
    direction: "give",
    what: "lentotuhka",
    amount: undefined,
    unit: "t",
    place: "Kokkola",
    physicalForm: undefined,
    hazardous: undefined,
  });
});
