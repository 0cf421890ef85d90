import { recordName } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import type { ParkFactRecord, ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Attribute } from "../understand/attributes.ts";
import type { Claim, ClaimSource } from "./compose-reply.ts";
import { contactAnswer } from "./contact-claims.ts";
import { placeName } from "./place-name.ts";
import { rowSources } from "./row-sources.ts";

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
  fi: { ha: "hehtaaria", Mt: "miljoonaa tonnia", "million EUR": "miljoonaa euroa" },
  sv: { ha: "hektar", Mt: "miljoner ton", "million EUR": "miljoner euro" },
  en: { ha: "hectares", Mt: "million tonnes", "million EUR": "million euros" },
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
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView; words: string },
): AttributeAnswer | undefined {
  const answer =
    attribute === "contact" || attribute === "phone" || attribute === "email"
      ? contactAnswer(attribute, context)
      : (factAnswer(attribute, context) ?? fieldAnswer(attribute, context));
  return answer === undefined || answer.claims.length === 0 ? undefined : answer;
}

function sourcesOf(
  row: { sources: readonly string[]; year?: number | undefined; file?: string },
  context: { view: KnowledgeView; language: Language; passage: string },
): ClaimSource[] {
  return rowSources(row, { ...context, file: row.file ?? "contacts.csv" });
}

function factAnswer(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; reader: Reader; view: KnowledgeView; words: string },
): AttributeAnswer | undefined {
  const { park, language, reader, view } = context;
  const wanted = narrowFacts(FACTS[attribute] ?? [], context.words);
  const all = findFacts(wanted, { park, reader, view });
  const rows = attribute === "founded" ? narrowBeginnings(all, context.words) : all;
  if (rows.length === 0) return undefined;
  const place = (group: readonly ParkFactRecord[]) => wanted.indexOf((group[0] as ParkFactRecord).attribute);
  const ordered = groupFacts(rows).sort((a, b) => newestOf(b) - newestOf(a) || place(a) - place(b));
  const claims = ordered.map((group) => factClaim(group, { park, language, view }));
  const disagree = wanted.some((name) => {
    const same = rows.filter((row) => row.attribute === name);
    // An association and the production of its area began at different times, and a park is smaller than its district.
    const subjects =
      name === "founded" || name === "total-area" ? new Set(same.map((row) => row.qualifier_en)).size : 1;
    return new Set(same.map((row) => row.value)).size > subjects;
  });
  return { claims, disagree };
}

/** Rows of a park's facts that a reader may see. */
export function findFacts(
  attributes: readonly FactAttribute[],
  { park, reader, view }: { park: ParkRecord; reader: Reader; view: KnowledgeView },
): ParkFactRecord[] {
  return (view.index.tables.parkFacts ?? []).filter(
    (row) => row.park === park.id && attributes.includes(row.attribute) && mayRead(reader, row.visibility),
  );
}

/** Rows that tell the same value of the same thing, whatever their years. */
export function groupFacts(rows: readonly ParkFactRecord[]): ParkFactRecord[][] {
  return [...Map.groupBy(rows, (row) => [row.attribute, row.value, row.unit].join("|")).values()];
}

/** Year of the newest of some rows; 0 where none has one. */
export function newestOf(group: readonly ParkFactRecord[]): number {
  return Math.max(...group.map((row) => row.year ?? 0));
}

/** One value of a park with all its sources and years: "Kokkola Industrial Park: the area of the park is **700 hectares** (2022, 2019)." */
export function factClaim(
  group: readonly ParkFactRecord[],
  context: { park: ParkRecord; language: Language; view: KnowledgeView },
): Claim {
  const { park, language, view } = context;
  const sources = group.flatMap((row) => {
    const passage = factText(row, { park, language, years: [row.year] }).replaceAll("**", "");
    return sourcesOf(row, { view, language, passage });
  });
  const years = group.map((row) => row.year);
  return { text: factText(group[0] as ParkFactRecord, { park, language, years }), sources };
}

const ASSOCIATION = /association|yhdisty|förening/i;
const BEGINNING = /production|industry|tuotan|teollisuus|teollisen|produktion|industri(?!park)/i;

/** "When was the association founded?" asks for its own beginning, not for that of the industry around it. */
function narrowBeginnings(rows: readonly ParkFactRecord[], words: string): readonly ParkFactRecord[] {
  for (const subject of [ASSOCIATION, BEGINNING]) {
    if (!subject.test(words)) continue;
    const own = rows.filter((row) => subject.test(row.qualifier_en ?? ""));
    if (own.length > 0) return own;
  }
  return rows;
}

const PRODUCTION = /produ[ck]tion|tuotanto|manufactur|tillverk|tehdas|tehtait|laitos|laitok|fabrik|plant/i;
const SERVICE = /servi[cs]e|palvelu|tjänst/i;

/** "How many service companies" asks for one kind only; with neither kind named all are told. */
function narrowFacts(facts: readonly FactAttribute[], words: string): readonly FactAttribute[] {
  if (facts.includes("production-companies")) {
    if (PRODUCTION.test(words)) return ["production-companies"];
    if (SERVICE.test(words)) return ["service-companies"];
  }
  return facts;
}

/** Qualifiers that name the measure rather than what is counted: "the area of the park is 50 ha". */
const AREA_LABEL = /^(?:the area of|.*pinta-ala$|.*areal$)/u;
/** What stands between a value and what it is of, where a blank would run both into one. */
const JOINTS: Partial<Record<FactAttribute, string>> = {
  founded: " – ",
  "total-area": ", ",
  "free-area": ", ",
};
const COPULA: Record<Language, string> = { en: "is", fi: "on", sv: "är" };

function factText(
  fact: ParkFactRecord,
  context: { park: ParkRecord; language: Language; years: readonly (number | undefined)[] },
): string {
  const { language, park } = context;
  const [first = "", ...rest] = (fact[`qualifier_${language}`] ?? "").split(";").map((part) => part.trim());
  // "Since 1945" needs no word before the year: all that is told of it stands behind.
  const isTold = fact.attribute === "founded" || rest.length === 0;
  const [prefix, suffix] = isTold ? ["", [first, ...rest].join("; ")] : [first, rest.join("; ")];
  const unit = fact.unit === undefined ? "" : (UNITS[language][fact.unit] ?? fact.unit);
  const number = Number(fact.value);
  const isPlainNumber = Number.isFinite(number) && fact.attribute !== "founded";
  const value = isPlainNumber ? presentNumber(number, language) : fact.value;
  const amount = [prefix, `**${[value, unit].filter((part) => part !== "").join(" ")}**`]
    .filter((part) => part !== "")
    .join(" ");
  const words = AREA_LABEL.test(suffix)
    ? `${suffix} ${COPULA[language]} ${amount}`
    : [amount, suffix].filter((part) => part !== "").join(JOINTS[fact.attribute] ?? " ");
  const years = [...new Set(context.years.filter((year) => year !== undefined))].sort((a, b) => b - a);
  const year = years.length === 0 || fact.attribute === "founded" ? "" : ` (${years.join(", ")})`;
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
  const claim = {
    text,
    sources: sourcesOf({ ...park, file: "parks.csv" }, { view, language, passage: text }).slice(0, 2),
  };
  return { claims: [claim], disagree: false };
}

function fieldValue(
  attribute: Attribute,
  context: { park: ParkRecord; language: Language; view: KnowledgeView },
): string | undefined {
  const { park, language } = context;
  switch (attribute) {
    case "coordinator":
      return park[`coordinator_${language}`];
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

/** Line above claims that contradict each other. */
export function disagreementFrame(attribute: Attribute, language: Language): string {
  const isPerson = attribute === "contact" || attribute === "phone" || attribute === "email";
  return isPerson ? TEXTS[language].contactsDisagree : TEXTS[language].figuresDisagree;
}
