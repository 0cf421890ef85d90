import { FORMS, formOfCategory, recordName, STATUSES } from "../../../indexer/index.ts";
import { type Language, mayRead, READERS, type Reader } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS, STREAM_CATEGORIES, STREAM_FORMS, STREAM_STATUSES } from "../../../knowledge/schema.ts";
import { presentDay } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { OfferProblems } from "./check-offer.ts";
import { FIELD_OF_GROUP, type OfferField, type OfferValues, UNITS } from "./offer-fields.ts";
import { presentMunicipality } from "./present-municipality.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** What a form changes; nothing for a new offer. */
export interface OfferTarget {
  /** Id of the row. */
  record?: string;
  /** Revision of the live row; 0 for a row of the files. */
  recordRevision?: number;
  /** A submission of the member that was returned, and its revision. */
  submission?: number;
  revision?: number;
}

export interface OfferFormOptions {
  language: Language;
  view: KnowledgeView;
  reader: Reader;
  values: OfferValues;
  problems?: OfferProblems;
  target?: OfferTarget;
}

const MAX_CHARS = 500;

/** Parts of the form and their fields, in their order. */
export const FORM_PARTS = [
  ["stuff", ["kind", "name", "category", "physicalForm", "company", "industry"]],
  ["amount", ["amount", "unit", "period", "from", "until"]],
  ["place", ["park", "municipality"]],
  ["details", ["wasteCode", "hazardous", "status", "uses", "composition", "price", "contact", "note"]],
  [
    "access",
    ["visibility", "identityFor", "quantityFor", "priceFor", "compositionFor", "contactFor", "validUntil"],
  ],
] as const satisfies readonly (readonly [string, readonly OfferField[]])[];

const LONG: ReadonlySet<OfferField> = new Set(["uses", "composition", "note"]);
const REQUIRED: ReadonlySet<OfferField> = new Set(["kind", "name", "company", "visibility"]);
const REQUIRED_OF_STREAM: ReadonlySet<OfferField> = new Set(["category", "physicalForm"]);
/** What only an offer of a stream is asked for, and only a need. */
const ONLY_STREAM: ReadonlySet<OfferField> = new Set([
  "wasteCode",
  "hazardous",
  "status",
  "uses",
  "composition",
  "compositionFor",
]);
const ONLY_NEED: ReadonlySet<OfferField> = new Set(["industry"]);

/**
 * Builds the form of an offer or need, filled with what is known; what is wrong stands above its field.
 *
 * It comes back as `{ form: "submission", … }` with the fields of {@link OfferValues}, and what it changes.
 */
export function buildOfferForm(options: OfferFormOptions): AdaptiveCard {
  const { language, values, target = {} } = options;
  const texts = OFFER_TEXTS[language];
  const kind = values.kind === "need" ? "need" : "stream";
  const hidden = Object.entries(target).map(([key, value]) => [key, String(value)]);
  return buildCard({
    title: target.record === undefined ? texts.formTitle[kind] : texts.updateTitle(target.record),
    subtitle: texts.formSubtitle,
    body: FORM_PARTS.flatMap(([part, fields]) => [
      textBlock(texts.parts[part], { weight: "Bolder", spacing: "Large" }),
      ...fields.filter((field) => isAsked(field, values)).flatMap((field) => offerInput(field, options)),
    ]),
    actions: [
      {
        type: "Action.Submit",
        title: texts.submit,
        data: { form: "submission", ...Object.fromEntries(hidden) },
      },
    ],
  });
}

/** Fields that the form shows for an offer of this kind; without a kind, all. */
export function isAsked(field: OfferField, values: OfferValues): boolean {
  if (values.kind === "need") return !ONLY_STREAM.has(field);
  if (values.kind === "stream") return !ONLY_NEED.has(field);
  return true;
}

/** The input of a field, with what is wrong above it. */
export function offerInput(field: OfferField, options: OfferFormOptions): CardElement[] {
  const { problems = {}, language } = options;
  const problem = problems[field];
  const input = inputOf(field, options);
  if (problem === undefined) return [input];
  return [textBlock(`⚠ ${OFFER_TEXTS[language].problems[problem]}`, { color: "Attention" }), input];
}

function inputOf(field: OfferField, options: OfferFormOptions): CardElement {
  const { language, values } = options;
  const texts = OFFER_TEXTS[language];
  const choices = offerChoices(field, options);
  const value = values[field];
  const isNeeded = REQUIRED.has(field) || (values.kind === "stream" && REQUIRED_OF_STREAM.has(field));
  const needed = isNeeded ? { isRequired: true, errorMessage: texts.problems.missing } : {};
  if (choices !== undefined) {
    const isKnown = choices.some((choice) => choice.value === value);
    return {
      type: "Input.ChoiceSet",
      id: field,
      label: texts.labels[field],
      style: field === "kind" ? "expanded" : "compact",
      placeholder: field.endsWith("For") ? texts.asRow : choosing(field, options),
      choices,
      ...needed,
      ...(isKnown ? { value } : {}),
    };
  }
  return {
    type: "Input.Text",
    id: field,
    label: texts.labels[field],
    placeholder: texts.examples[field] ?? "",
    maxLength: MAX_CHARS,
    ...(LONG.has(field) ? { isMultiline: true } : {}),
    ...needed,
    ...(value === undefined
      ? {}
      : { value: field === "municipality" ? presentMunicipality(value, options) : value }),
  };
}

/** An empty choice; what is usual of such stuff is said and not chosen, since nobody told it. */
function choosing(field: OfferField, { language, values }: OfferFormOptions): string {
  const texts = OFFER_TEXTS[language];
  const usual = field === "physicalForm" ? formOfCategory(values.category ?? "") : undefined;
  const form = STREAM_FORMS.find((one) => one === usual);
  return form === undefined ? texts.choose : texts.chooseUsual(FORMS[language][form]);
}

/** The choices of a field with their words; nothing for a field of free text. */
export function offerChoices(
  field: OfferField,
  context: { language: Language; view: KnowledgeView; reader: Reader },
): { title: string; value: string }[] | undefined {
  const { language, view, reader } = context;
  const texts = OFFER_TEXTS[language];
  const list = <Value extends string>(values: readonly Value[], name: (value: Value) => string) =>
    values.map((value) => ({ title: capitalised(name(value)), value }));
  const { parks = [], receiverClasses = [] } = view.index.tables;
  switch (field) {
    case "kind":
      return list(["stream", "need"] as const, (kind) => texts.kinds[kind]);
    case "category":
      return list(STREAM_CATEGORIES, (category) => view.categoryLabel(category, language));
    case "physicalForm":
      return list(STREAM_FORMS, (form) => FORMS[language][form]);
    case "unit":
      return UNITS.map((value) => ({ title: value === "m3" ? "m³" : value, value }));
    case "period":
      return list(["year", "once"] as const, (period) => texts.periods[period]);
    case "hazardous":
      return list(["no", "yes", "unknown"] as const, (answer) => texts.answers[answer]);
    case "status":
      return list(STREAM_STATUSES, (status) => STATUSES[language][status]);
    case "visibility":
      return list(READERS, (rank) => texts.ranks[rank]);
    case "park":
      return parks
        .filter((park) => mayRead(reader, park.visibility))
        .map((park) => ({ title: recordName(park, language), value: park.id }));
    case "industry":
      return receiverClasses.map((row) => ({ title: capitalised(row[language]), value: row.receiver_class }));
    default:
      return FIELD_GROUPS.some((group) => FIELD_OF_GROUP[group] === field)
        ? list(READERS, (rank) => texts.ranks[rank])
        : undefined;
  }
}

/** A value in words: the name of a choice, else the text itself. */
export function presentValue(
  field: OfferField,
  value: string | undefined,
  context: { language: Language; view: KnowledgeView; reader: Reader },
): string {
  if (value === undefined) return "–";
  if (field === "municipality") return presentMunicipality(value, context);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return presentDay(value, context.language);
  return offerChoices(field, context)?.find((choice) => choice.value === value)?.title ?? value;
}

/** All fields in the order of the form. */
export const FORM_ORDER: readonly OfferField[] = FORM_PARTS.flatMap(([, fields]) => [...fields]);
