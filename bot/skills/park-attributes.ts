import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import type { ContactRecord, ParkFactRecord, ParkRecord } from "../../knowledge/schema.ts";
import { recordName } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Attribute } from "../understand/attributes.ts";
import type { Claim, ClaimSource } from "./compose-reply.ts";

type FactAttribute = ParkFactRecord["attribute"];

/** Facts that answer an attribute, in the order they are told. */
const FACTS: Partial<Record<Attribute, readonly FactAttribute[]>> = {
  "company-count": ["companies", "production-companies", "service-companies", "network-companies"],
  "member-count": ["association-members"],
  employees: ["employees"],
  area: ["total-area", "free-area"],
  "free-area": ["free-area", "total-area"],
  founded: ["founded"],
  investment: ["investment"],
  "by-product-amount": ["by-products"],
  "export-share": ["export-share"],
};

const UNITS: Record<Language, Record<string, string>> = {
  fi: { ha: "ha", Mt: "milj. t", "million EUR": "milj. euroa" },
  sv: { ha: "ha", Mt: "milj. t", "million EUR": "milj. euro" },
  en: { ha: "ha", Mt: "Mt", "million EUR": "million euros" },
};

const LABELS: Record<Language, Record<string, string>> = {
  en: {
    coordinator: "coordinator",
    website: "website",
    location: "location",
    industries: "industries",
    infrastructure: "infrastructure",
  },
  fi: {
    coordinator: "koordinaattori",
    website: "verkkosivut",
    location: "sijainti",
    industries: "toimialat",
    infrastructure: "infrastruktuuri",
  },
  sv: {
    coordinator: "koordinator",
    website: "webbplats",
    location: "läge",
    industries: "branscher",
    infrastructure: "infrastruktur",
  },
};

/** A park's answers on an attribute, and whether its sources disagree. */
export interface AttributeAnswer {
  claims: Claim[];
  disagree: boolean;
}

/**
 * Answers an attribute of a park from the tables, every source with its year; sources that disagree all speak.
 *
 * @returns Nothing when the tables hold no value that the reader may see.
 */
export function answerAttribute(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView },
): AttributeAnswer | undefined {
  const answer =
    attribute === "contact" || attribute === "phone" || attribute === "email"
      ? contactAnswer(attribute, context)
      : (factAnswer(attribute, context) ?? fieldAnswer(attribute, context));
  return answer === undefined || answer.claims.length === 0 ? undefined : answer;
}

function contactAnswer(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView },
): AttributeAnswer | undefined {
  const { park, language, reader, view } = context;
  const rows = (view.index.tables.contacts ?? []).filter(
    (row) => row.subject === park.id && mayRead(reader, row.visibility),
  );
  const people = new Map<string, ContactRecord[]>();
  for (const row of rows) people.set(row.name, [...(people.get(row.name) ?? []), row]);
  if (attribute === "email" && !rows.some((row) => row.email !== undefined)) return undefined;
  const claims = [...people.values()].map((person) => contactClaim(person, { park, language, view }));
  return { claims, disagree: people.size > 1 };
}

/** One person over all sources that name them. */
export function contactClaim(
  person: readonly ContactRecord[],
  context: { park?: ParkRecord; subject?: string; language: Language; view: KnowledgeView },
): Claim {
  const { language, view } = context;
  const subject = context.park === undefined ? context.subject : recordName(context.park, language);
  const values = (key: "phone" | "email") => [
    ...new Set(person.map((row) => row[key]).filter((value) => value !== undefined)),
  ];
  const [first] = person;
  const role = first?.[`role_${language}`];
  const years = [...new Set(person.map((row) => row.year).filter((year) => year !== undefined))];
  const note = person.map((row) => row[`note_${language}`]).find((text) => text !== undefined);
  const details = [first?.name, ...values("phone"), ...values("email")].join(", ");
  const who = [subject, role].filter((part) => part !== undefined).join(", ");
  const year = years.length === 0 ? "" : ` (${years.join(", ")})`;
  const text = `${who}: **${first?.name}**${details.slice(first?.name.length)}${year}.${note === undefined ? "" : ` ${note}`}`;
  const sources = person.flatMap((row) =>
    sourcesOf(row, { view, language, passage: text.replaceAll("**", "") }),
  );
  return { text, sources };
}

function sourcesOf(
  row: { sources: readonly string[]; year?: number | undefined; file: string } | ContactRecord,
  context: { view: KnowledgeView; language: Language; passage: string },
): ClaimSource[] {
  const file = "file" in row ? row.file : "contacts.csv";
  const found = row.sources.map((id) => context.view.index.findSource(id)).filter((source) => source !== undefined);
  return found.map((source) => {
    const year = row.year ?? source.year;
    return {
      title: source.title,
      source: source.source === "" ? file : source.source,
      passage: context.passage,
      language: context.language,
      ...(year === undefined ? {} : { year }),
    };
  });
}

function factAnswer(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView },
): AttributeAnswer | undefined {
  const { park, language, reader, view } = context;
  const wanted = FACTS[attribute];
  if (wanted === undefined) return undefined;
  const rows = (view.index.tables.parkFacts ?? []).filter(
    (row) => row.park === park.id && wanted.includes(row.attribute) && mayRead(reader, row.visibility),
  );
  if (rows.length === 0) return undefined;
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = [row.attribute, row.value, row.unit, row.qualifier_en, row.year].join("|");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const ordered = [...groups.values()].sort(
    (a, b) =>
      wanted.indexOf(a[0]?.attribute ?? "companies") - wanted.indexOf(b[0]?.attribute ?? "companies") ||
      (b[0]?.year ?? 0) - (a[0]?.year ?? 0),
  );
  const claims = ordered.map((group): Claim => {
    const text = factText(group[0] as ParkFactRecord, { park, language });
    const passage = text.replaceAll("**", "");
    return { text, sources: group.flatMap((row) => sourcesOf(row, { view, language, passage })) };
  });
  const disagree = wanted.some((name) => {
    const values = rows.filter((row) => row.attribute === name).map((row) => `${row.value} ${row.qualifier_en}`);
    return new Set(values).size > 1;
  });
  return { claims, disagree };
}

function factText(fact: ParkFactRecord, context: { park: ParkRecord; language: Language }): string {
  const { language, park } = context;
  const [first = "", ...rest] = (fact[`qualifier_${language}`] ?? "").split(";").map((part) => part.trim());
  const [prefix, suffix] = rest.length === 0 ? ["", first] : [first, rest.join("; ")];
  const unit = fact.unit === undefined ? "" : (UNITS[language][fact.unit] ?? fact.unit);
  const number = Number(fact.value);
  const isPlainNumber = Number.isFinite(number) && fact.attribute !== "founded";
  const value = isPlainNumber ? presentNumber(number, language) : fact.value;
  const words = [prefix, `**${value}**`, unit, suffix].filter((part) => part !== "").join(" ");
  const year = fact.year === undefined || fact.attribute === "founded" ? "" : ` (${fact.year})`;
  return `${recordName(park, language)}: ${words}${year}.`;
}

function fieldAnswer(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView },
): AttributeAnswer | undefined {
  const { park, language, view } = context;
  const value = fieldValue(attribute, { park, language, view });
  if (value === undefined || value === "") return undefined;
  const text = `${recordName(park, language)}, ${LABELS[language][attribute]}: ${value}.`;
  const claim = { text, sources: sourcesOf({ ...park, file: "parks.csv" }, { view, language, passage: text }).slice(0, 2) };
  return { claims: [claim], disagree: false };
}

function fieldValue(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; view: KnowledgeView },
): string | undefined {
  const { park, language } = context;
  switch (attribute) {
    case "coordinator":
      return park.coordinator;
    case "website":
      return park.websites.join(", ");
    case "location":
      return [...park.municipalities, park.region].map((name) => placeName(name, context)).join(", ");
    case "industries":
      return park[`industries_${language}`];
    case "infrastructure":
      return park[`infrastructure_${language}`];
    default:
      return undefined;
  }
}

/** A place's name in the language, with the name of the table where they differ. */
function placeName(name: string, context: { language: Language; view: KnowledgeView }): string {
  const { language, view } = context;
  const place = view.index.tables.places?.find((row) => [row.en, row.fi, row.sv].includes(name));
  const own = place?.[language];
  return own === undefined || own === name ? name : own;
}

/** Heading above claims that contradict each other. */
export function disagreementFrame(language: Language): string {
  return TEXTS[language].sourcesDisagree;
}
