import { LANGUAGES, type Language, mayRead, READERS, type Reader } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import { type CompanyRecord, companySchema, FIELD_GROUPS } from "../../../knowledge/schema.ts";
import { presentDay } from "../../calendar.ts";
import { FIELD_OF_GROUP, fieldVisibilityOf } from "./offer-fields.ts";
import { MEMBER_SOURCE } from "./stream-cells.ts";
import type { LiveRecord } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/**
 * Puts live needs into the table of companies: a company of the table gets the need's words among its inputs, another
 * becomes a row of its own, and so does one whose need fewer may see than the company.
 *
 * @param needs Live needs that have not expired.
 * @param companies The table without any of these needs.
 * @returns The rows that change or are new.
 */
export function toNeedCompanies(
  needs: readonly LiveRecord[],
  companies: readonly CompanyRecord[],
): CompanyRecord[] {
  const changed = new Map<string, CompanyRecord>();
  for (const need of needs) {
    const id = need.cells.company;
    const known = changed.get(id ?? "") ?? companies.find((row) => row.id === id);
    const record = known !== undefined && isAsOpen(need, known) ? withNeed(known, need) : ownRow(need, known);
    changed.set(record.id, record);
  }
  return [...changed.values()];
}

/** A row that everybody sees must not tell what only some may know. */
function isAsOpen({ values }: LiveRecord, company: CompanyRecord): boolean {
  const rank = values.visibility ?? "member";
  return mayRead(company.visibility, rank as CompanyRecord["visibility"]) && fieldVisibilityOf(values) === "";
}

function withNeed(company: CompanyRecord, need: LiveRecord): CompanyRecord {
  const { industry } = need.values;
  const classes = industry === undefined ? [] : [industry];
  const inputs = LANGUAGES.map((language) => {
    const before = company[`inputs_${language}`];
    const words = inputWords(need, language);
    return [`inputs_${language}`, before === undefined ? words : `${before}; ${words}`];
  });
  const note = noteOf(need);
  return {
    ...company,
    ...Object.fromEntries(inputs),
    receiver_classes: [...new Set([...company.receiver_classes, ...classes])],
    sources: [...new Set([...company.sources, MEMBER_SOURCE.id])],
    note_en: company.note_en === undefined ? note : `${company.note_en} ${note}`,
  };
}

function ownRow(need: LiveRecord, company: CompanyRecord | undefined): CompanyRecord {
  const { values, verified } = need;
  const { industry, park, municipality = "" } = values;
  const inLanguages = (column: string, text: (language: Language) => string) =>
    Object.fromEntries(LANGUAGES.map((language) => [`${column}_${language}`, text(language)]));
  const classes = [...(company?.receiver_classes ?? []), ...(industry === undefined ? [] : [industry])];
  return companySchema.parse({
    id: need.id,
    ...inLanguages("name", (language) => company?.[`name_${language}`] ?? values.company ?? need.id),
    parks: park ?? "",
    municipality,
    ...inLanguages(
      "industry",
      (language) =>
        company?.[`industry_${language}`] ?? OFFER_TEXTS[language].need.industry(need.names[language]),
    ),
    nace: company?.nace ?? "",
    receiver_classes: [...new Set(classes)].join("; "),
    ...inLanguages("products", () => ""),
    ...inLanguages("inputs", (language) => inputWords(need, language)),
    ...inLanguages("outputs", () => ""),
    ...inLanguages("services", () => ""),
    website: "",
    status: "running",
    sources: MEMBER_SOURCE.id,
    year: verified.slice(0, 4),
    visibility: values.visibility ?? "member",
    field_visibility: strictestOf(values, company),
    note_en: noteOf(need),
  });
}

/**
 * The groups that fewer may see than the row. What of the company fewer may see stays with them: its name and trade stand
 * in this row too.
 */
function strictestOf(values: LiveRecord["values"], company: CompanyRecord | undefined): string {
  const levelOf = (rank: string | undefined) => READERS.indexOf(rank as Reader);
  const row = levelOf(values.visibility ?? "member");
  return FIELD_GROUPS.flatMap((group) => {
    const level = Math.max(
      levelOf(values[FIELD_OF_GROUP[group]]),
      levelOf(company?.field_visibility?.[group]),
    );
    return level > row ? [`${group}=${READERS[level]}`] : [];
  }).join("; ");
}

function inputWords(need: LiveRecord, language: Language): string {
  return OFFER_TEXTS[language].need.input(describeNeed(need, language), presentDay(need.verified, language));
}

function noteOf(need: LiveRecord): string {
  return OFFER_TEXTS.en.need.note(describeNeed(need, "en"), presentDay(need.verified, "en"));
}

/** "Kuori 5 000 t vuodessa"; without the amount where fewer may see it. */
function describeNeed({ values, names }: LiveRecord, language: Language): string {
  const { amount, unit = "", period, quantityFor, visibility = "member" } = values;
  const texts = OFFER_TEXTS[language].need;
  const isOpen = quantityFor === undefined || quantityFor === visibility;
  if (amount === undefined || !isOpen) return names[language];
  const when = period === "once" ? ` ${texts.once}` : period === "year" ? ` ${texts.perYear}` : "";
  const written = unit === "m3" ? "m³" : unit;
  return `${names[language]} ${presentNumber(Number(amount), language)} ${written}${when}`;
}
