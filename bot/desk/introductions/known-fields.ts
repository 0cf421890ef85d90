import { recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { CompanyRecord, FIELD_GROUPS } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { IntroductionTarget } from "./introduction.ts";

type FieldGroup = (typeof FIELD_GROUPS)[number];

/** What the knowledge holds of the other side, by field group; for a coordinator, who chooses what is passed on. */
export type KnownFields = Partial<Record<FieldGroup, string>>;

/**
 * Reads what is known of the other side.
 *
 * @param company Which of the candidates a hidden company is; the only one where there is one.
 */
export function readKnownFields(
  target: IntroductionTarget,
  context: { whole: KnowledgeView; language: Language; company?: string },
): KnownFields {
  const { whole, language } = context;
  const { streams = [], contacts = [] } = whole.index.tables;
  const stream = streams.find(({ id }) => id === target.stream);
  const company = companyOf(target, context);
  const people = contacts.filter(({ subject }) => company !== undefined && subject === company.id);
  const { quantity, unit = "" } = stream ?? {};
  return filled({
    identity: join([
      company === undefined ? undefined : recordName(company, language),
      stream?.[`producer_${language}`],
      company?.municipality ?? stream?.municipality,
      company?.website,
    ]),
    contact: join([...people.map(({ name, phone, email }) => join([name, phone, email])), stream?.contact]),
    quantity: quantity === undefined ? "" : `${presentNumber(quantity, language)} ${unit}`.trim(),
    price: stream?.[`price_${language}`] ?? "",
    composition: join([stream?.[`composition_${language}`], stream?.waste_code]),
  });
}

/** The company that is meant, as far as that is known. */
export function companyOf(
  target: IntroductionTarget,
  { whole, company }: { whole: KnowledgeView; company?: string },
): CompanyRecord | undefined {
  const { companies = [], streams = [] } = whole.index.tables;
  const [only, ...others] = target.candidates ?? [];
  const owner = streams.find(({ id }) => id === target.stream)?.owner;
  const chosen = company !== undefined && target.candidates?.includes(company) === true ? company : undefined;
  const id = target.company ?? chosen ?? (others.length === 0 ? only : undefined) ?? owner;
  return id === undefined ? undefined : companies.find((row) => row.id === id);
}

/**
 * The address that a company has published for everybody.
 *
 * @param open The knowledge as the public may see it: an address that is not in there is none.
 */
export function publishedAddress(
  target: IntroductionTarget,
  { whole, open }: { whole: KnowledgeView; open: KnowledgeView },
): string | undefined {
  if (target.kind === "hidden") return undefined;
  const company = companyOf(target, { whole });
  const contact = (open.index.tables.contacts ?? []).find(
    ({ subject, email, visibility }) =>
      company !== undefined && subject === company.id && email !== undefined && visibility === "public",
  );
  return contact?.email;
}

function join(parts: readonly (string | undefined)[]): string {
  return [...new Set(parts.filter((part) => part !== undefined && part !== ""))].join(", ");
}

function filled(fields: Record<FieldGroup, string>): KnownFields {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== "")) as KnownFields;
}

/** The companies that may be meant, by name. */
export function candidateNames(
  ids: readonly string[],
  { whole, language }: { whole: KnowledgeView; language: Language },
): { id: string; name: string }[] {
  const companies = whole.index.tables.companies ?? [];
  return ids.flatMap((id) => {
    const company = companies.find((row) => row.id === id);
    return company === undefined ? [] : [{ id, name: recordName(company, language) }];
  });
}
