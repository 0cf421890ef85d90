import { findPlace, parseWasteCode } from "../../../indexer/index.ts";
import { mayRead, READERS, type Reader } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS, STREAM_CATEGORIES, STREAM_FORMS, STREAM_STATUSES } from "../../../knowledge/schema.ts";
import { dayOf } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { readNumber } from "../../understand/read-number.ts";
import { findCompanyByName } from "./find-company-by-name.ts";
import { FIELD_OF_GROUP, type OfferField, type OfferValues, UNITS } from "./offer-fields.ts";
import { toDate } from "./read-dates.ts";
import { yearsAfter } from "./submission.ts";
import type { FieldProblem } from "./texts-shape.ts";

/** What is wrong, by field; empty when all is well. */
export type OfferProblems = Partial<Record<OfferField, FieldProblem>>;

/** Longest validity, in years. */
const MOST_YEARS = 3;
const MOST_CHARS: Partial<Record<OfferField, number>> = { name: 120, company: 120, contact: 200, price: 200 };
const MOST_CHARS_ELSEWHERE = 500;

/** Choices by field. */
const CHOICES: Partial<Record<OfferField, readonly string[]>> = {
  kind: ["stream", "need"],
  category: STREAM_CATEGORIES,
  physicalForm: STREAM_FORMS,
  unit: UNITS,
  period: ["year", "once"],
  hazardous: ["yes", "no", "unknown"],
  status: STREAM_STATUSES,
  visibility: READERS,
  ...Object.fromEntries(FIELD_GROUPS.map((group) => [FIELD_OF_GROUP[group], READERS])),
};

/**
 * Checks a filled-in form field by field and puts each value in the form the table writes it.
 *
 * @param context.reader Parks above this rank are not known.
 * @param context.now Milliseconds since 1970.
 * @returns The tidied values, faulty ones as they were typed, and what is wrong with which.
 */
export function checkOffer(
  values: OfferValues,
  context: { view: KnowledgeView; reader: Reader; now: number },
): { values: OfferValues; problems: OfferProblems } {
  const tidied: OfferValues = { ...values };
  const problems: OfferProblems = {};
  for (const [field, value] of Object.entries(values) as [OfferField, string][]) {
    if (value.length > (MOST_CHARS[field] ?? MOST_CHARS_ELSEWHERE)) problems[field] = "tooLong";
    const choices = CHOICES[field];
    if (choices !== undefined && !choices.includes(value)) problems[field] = "unknownChoice";
  }
  checkNeeded(tidied, { problems, view: context.view });
  checkAmount(tidied, problems);
  checkDates(tidied, { problems, today: dayOf(context.now) });
  checkWasteCode(tidied, problems);
  checkPlace(tidied, { ...context, problems });
  checkAccess(tidied, problems);
  return { values: tidied, problems };
}

function checkNeeded(
  values: OfferValues,
  { problems, view }: { problems: OfferProblems; view: KnowledgeView },
): void {
  const isStream = values.kind !== "need";
  const needed: OfferField[] = ["kind", "name", "company", "visibility"];
  if (isStream) needed.push("category", "physicalForm");
  else if (findCompanyByName(values.company ?? "", view) === undefined) needed.push("industry");
  for (const field of needed) if (values[field] === undefined) problems[field] ??= "missing";
  if (values.name !== undefined && !/\p{L}{2}/u.test(values.name)) problems.name ??= "noName";
  const classes = view.index.tables.receiverClasses ?? [];
  const { industry } = values;
  if (industry !== undefined && !classes.some(({ receiver_class }) => receiver_class === industry))
    problems.industry = "unknownChoice";
}

const MOST_AMOUNT = 1e9;

function checkAmount(values: OfferValues, problems: OfferProblems): void {
  const { amount } = values;
  if (amount === undefined) return;
  const plain = /^\d+(?:\.\d+)?$/.test(amount) ? Number(amount) : readNumber(amount, "");
  if (plain === undefined || !(plain > 0) || plain > MOST_AMOUNT || !/^[\d\s.,\u00A0\u202F]+$/.test(amount))
    problems.amount ??= "noNumber";
  else values.amount = String(plain);
  if (values.unit === undefined) problems.unit ??= "noUnit";
  if (values.period === undefined && values.kind !== "need") problems.period ??= "noPeriod";
}

function checkDates(
  values: OfferValues,
  { problems, today }: { problems: OfferProblems; today: string },
): void {
  for (const [field, edge] of [
    ["from", "start"],
    ["until", "end"],
    ["validUntil", "end"],
  ] as const) {
    const text = values[field];
    if (text === undefined) continue;
    const date = isDateText(text) ? toDate(text, edge) : undefined;
    if (date === undefined) problems[field] ??= "noDate";
    else values[field] = field === "validUntil" && date.length === 4 ? `${date}-12-31` : date;
  }
  const { from, until, validUntil } = values;
  if (problems.until === undefined && until !== undefined) {
    if (lastDay(until) < today) problems.until = "past";
    else if (problems.from === undefined && from !== undefined && lastDay(until) < from)
      problems.until = "dateOrder";
  }
  if (problems.validUntil !== undefined || validUntil === undefined) return;
  if (validUntil <= today) problems.validUntil = "past";
  else if (validUntil > yearsAfter(today, MOST_YEARS)) problems.validUntil = "tooFar";
}

/** A date stands alone in its field; "in 2027 or so" is no date. */
function isDateText(text: string): boolean {
  return text.length <= 30 && !/\d{5}|\p{L}+ \p{L}+ \p{L}+/u.test(text);
}

function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date;
}

function checkWasteCode(values: OfferValues, problems: OfferProblems): void {
  if (values.wasteCode === undefined) return;
  const code = parseWasteCode(values.wasteCode);
  if (code === undefined) {
    problems.wasteCode ??= "wasteCode";
    return;
  }
  values.wasteCode = code.code;
  if (!code.isHazardous) return;
  if (values.hazardous === "no") problems.hazardous ??= "hazardConflict";
  else values.hazardous = "yes";
}

/** Park and municipality must fit the tables; one park only in a town need not be named. */
function checkPlace(
  values: OfferValues,
  context: { view: KnowledgeView; reader: Reader; problems: OfferProblems },
): void {
  const { view, reader, problems } = context;
  const parks = (view.index.tables.parks ?? []).filter((park) => mayRead(reader, park.visibility));
  const cells = { park: values.park ?? "", municipality: values.municipality ?? "", fallback: "" };
  const found = findPlace(cells, { parks, places: view.index.tables.places ?? [] });
  if ("code" in found) {
    const problem = PLACE_PROBLEMS[found.code] ?? "parkUnknown";
    // "Kemi" has no park of its own: it is known all the same, and the park is to be chosen.
    problems.park ??= problem;
    return;
  }
  if (found.unknownMunicipality !== undefined) problems.municipality ??= "townUnknown";
  values.park = found.park;
  if (found.municipality !== "") values.municipality = found.municipality;
}

const PLACE_PROBLEMS: Partial<Record<string, FieldProblem>> = {
  "park-missing": "parkMissing",
  "park-unknown": "parkUnknown",
  "park-several": "parkSeveral",
};

function checkAccess(values: OfferValues, problems: OfferProblems): void {
  const row = READERS.find((rank) => rank === values.visibility);
  if (row === undefined) return;
  for (const group of FIELD_GROUPS) {
    const field = FIELD_OF_GROUP[group];
    const rank = READERS.find((one) => one === values[field]);
    if (rank !== undefined && mayRead(rank, row) === false) problems[field] ??= "moreOpen";
  }
}
