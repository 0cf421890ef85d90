import fc from "fast-check";
import { FORM_KINDS } from "../../../bot/turn.ts";
import { brokenJson, oddValues } from "./json.ts";
import { texts } from "./texts.ts";

/** What the buttons and forms of our cards hand over, one of each kind. */
export const CARD_VALUES: readonly Record<string, unknown>[] = [
  { form: "partners", what: "fly ash", amount: "22000", unit: "t", place: "Kemi", state: "powder" },
  {
    form: "ticket",
    do: "send",
    question: "Who takes gypsum?",
    contact: "eva@park.example",
    sendTopic: "true",
  },
  { form: "ticket", do: "add", ticket: "1", question: "And by when?" },
  { form: "ticket", do: "show" },
  {
    form: "submission",
    kind: "stream",
    name: "lime mud",
    company: "Harbour Oy",
    category: "slag",
    physicalForm: "solid",
    amount: "1200,5",
    unit: "t",
    period: "year",
    park: "harbour-park",
    municipality: "Kajaani",
    hazardous: "no",
    status: "available",
    price: "10 €/t",
    contact: "Veera, +358 40 123 4567",
    visibility: "public",
    available: "2026-12-24",
    identityFor: "coordinator",
  },
  { form: "submission", kind: "need", industry: "cement and lime", name: "fly ash", unit: "t", amount: "5" },
  { form: "submission", do: "withdraw", record: "SS901" },
  { form: "alert", do: "add", what: "ash", place: "Kemi", least: "1000" },
  { form: "alert", do: "remove", alert: "1" },
  {
    form: "introduction",
    do: "send",
    target: "x",
    company: "Okapi Oy",
    message: "We would like to meet.",
    contact: "a@b.example",
  },
  { form: "erase", do: "yes" },
];

const FIELDS = [...new Set(CARD_VALUES.flatMap(Object.keys))].filter((name) => name !== "form");

/** A form with any words in any of its fields. */
const filled = fc
  .tuple(
    fc.constantFrom(...FORM_KINDS),
    fc.dictionary(
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FIELDS) }, { weight: 1, arbitrary: texts }),
      fc.oneof(texts, texts, fc.integer(), fc.double(), fc.boolean()),
      { maxKeys: 10 },
    ),
  )
  .map(([form, fields]): unknown => ({ ...fields, form }));

/** The `value` of a message: what was filled in on a card, or what somebody made of it. */
export const cardValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: brokenJson(CARD_VALUES) },
  { weight: 3, arbitrary: filled },
  { weight: 1, arbitrary: fc.constantFrom(...CARD_VALUES) },
  { weight: 1, arbitrary: oddValues },
);
