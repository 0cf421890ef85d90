import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { fieldVisibilityOf, type OfferValues } from "./offer-fields.ts";
import { type Cells, MEMBER_SOURCE } from "./stream-cells.ts";
import { type Names, yearsAfter } from "./submission.ts";

/** Texts that are told in one language and stand in all three, and their columns. */
const TEXTS = {
  uses: "uses",
  composition: "composition",
  price: "price",
  note: "note",
  company: "producer",
} as const;

/**
 * Makes the cells of an approved stream. What is told in one language stands in all three; where a text is as it was, the
 * other languages stay as they were.
 *
 * @param options.values As the coordinator approved them.
 * @param options.before Cells of the row that it changes.
 * @param options.today Day of the approval, `2026-03-01`.
 */
export function buildCells(options: {
  id: string;
  values: OfferValues;
  names: Names;
  language: Language;
  before?: Cells;
  today: string;
  owner: string;
}): { cells: Cells; names: Record<Language, string>; copied: Language[] } {
  const { id, values, language, before = {}, today, owner } = options;
  const { names, copied } = namesOf({ ...options, before });
  const cells: Cells = {
    ...before,
    id,
    kind: values.period === "once" ? "stock" : keptKind(before.kind),
    ...Object.fromEntries(LANGUAGES.map((one) => [`name_${one}`, names[one]])),
    ...textCells(values, { language, before }),
    park: values.park ?? "",
    municipality: values.municipality ?? "",
    category: values.category ?? "",
    form: values.physicalForm ?? "",
    quantity: values.amount ?? "",
    unit: values.amount === undefined ? "" : (values.unit ?? ""),
    waste_code: values.wasteCode ?? "",
    hazardous: values.hazardous ?? "unknown",
    status: values.status ?? "unknown",
    sources: joinSources(before.sources),
    year: today.slice(0, 4),
    visibility: values.visibility ?? "member",
    field_visibility: fieldVisibilityOf(values),
    contact: values.contact ?? "",
    available_from: values.from ?? "",
    available_until: values.until ?? "",
    verified: today,
    expires: values.validUntil ?? yearsAfter(today, 1),
    owner,
  };
  return { cells, names, copied };
}

/** Names by hand first, then those the row had where the name stays, then the one that was told. */
function namesOf(options: { values: OfferValues; names: Names; language: Language; before: Cells }): {
  names: Record<Language, string>;
  copied: Language[];
} {
  const { values, language, before } = options;
  const told = values.name ?? "";
  const isSame = before[`name_${language}`] === told;
  const nameIn = (one: Language) => options.names[one] ?? (isSame ? before[`name_${one}`] : undefined);
  const copied = LANGUAGES.filter((one) => one !== language && nameIn(one) === undefined);
  const [fi, sv, en] = [nameIn("fi") ?? told, nameIn("sv") ?? told, nameIn("en") ?? told];
  return { names: { fi, sv, en }, copied };
}

/** A plan that is updated stays one; a stock told as yearly becomes a flow. */
function keptKind(kind = "flow"): string {
  return kind === "stock" || kind === "" ? "flow" : kind;
}

function textCells(values: OfferValues, { language, before }: { language: Language; before: Cells }): Cells {
  const cells: Cells = {};
  for (const [field, column] of Object.entries(TEXTS) as [keyof typeof TEXTS, string][]) {
    const value = values[field] ?? "";
    const isSame = (before[`${column}_${language}`] ?? "") === value;
    for (const one of LANGUAGES)
      cells[`${column}_${one}`] = isSame ? (before[`${column}_${one}`] ?? "") : value;
  }
  return cells;
}

/** The member's word comes first: figures are theirs. */
function joinSources(before = ""): string {
  const others = before.split(";").map((id) => id.trim());
  return [MEMBER_SOURCE.id, ...others.filter((id) => id !== "" && id !== MEMBER_SOURCE.id)].join("; ");
}
