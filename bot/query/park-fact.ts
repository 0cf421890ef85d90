import { recordName, renderCompany, renderStream, STATUSES } from "../../indexer/index.ts";
import { LANGUAGES, type Language, type Reader } from "../../knowledge/languages.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import type {
  CompanyRecord,
  ParkFactRecord,
  ParkFeature,
  ParkFeatureRecord,
  ParkRecord,
  StreamRecord,
} from "../../knowledge/schema.ts";

/** One thing that a row of the tables tells of a park. */
export interface ParkFact {
  park: string;
  kind: "feature" | "company" | "stream" | "industries" | "infrastructure" | "area";
  feature?: ParkFeature;
  amount?: number;
  unit?: string;
  /** Classes of `receiver-classes.csv`, of a company. */
  classes: readonly string[];
  /** `planned`, `ended`, `absent` where the row says so; `unsure` where it tells what its source leaves open. */
  state: "there" | "unsure" | "planned" | "ended" | "absent";
  /** The row in a few words, as an answer tells it. */
  words: Readonly<Record<Language, string>>;
  /** The row in full: holds `words` as they stand. */
  passage: Readonly<Record<Language, string>>;
  /** Names of what a company takes in, of what it gives, or of a stream; the whole text for the rest. */
  takes: Readonly<Record<Language, string>>;
  gives: Readonly<Record<Language, string>>;
  row: { sources: readonly string[]; year?: number | undefined };
  file: string;
  visibility: Reader;
}

const NONE: Readonly<Record<Language, string>> = { fi: "", sv: "", en: "" };
const UNSURE = /\bthe source does not tell\b/i;
const NOT_YET = /\b(?:under construction|planned(?! and ready)|was to|to start)\b/i;

type PerLanguage = (language: Language) => string;

function inEach(write: PerLanguage): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, write(language)])) as Record<
    Language,
    string
  >;
}

/** "(450 MW, 2018)", "(2021)" or nothing. */
function figure(value: string, year: number | undefined): string {
  const parts = [value, year === undefined ? "" : String(year)].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function stateOf(detail: string): ParkFact["state"] {
  if (NOT_YET.test(detail)) return "planned";
  return UNSURE.test(detail) ? "unsure" : "there";
}

/** Something a park offers. */
export function featureFact(row: ParkFeatureRecord, park: ParkRecord): ParkFact {
  const isAbsent = row.value === "no";
  const amount = row.value === undefined || isAbsent ? undefined : Number(row.value);
  const words = inEach((language) => {
    const detail = row[`detail_${language}`];
    const value =
      amount === undefined || Number.isNaN(amount) || row.unit === undefined || row.unit === "inhabitants"
        ? ""
        : `${presentNumber(amount, language)} ${row.unit === "m3" ? "m³" : row.unit}`;
    const isTold = value === "" || detail.replace(/(\d)[\s,](?=\d{3})/g, "$1").includes(String(amount));
    return `${detail}${figure(isTold ? "" : value, row.year)}`;
  });
  return {
    park: row.park,
    kind: "feature",
    feature: row.feature,
    ...(amount === undefined || Number.isNaN(amount) ? {} : { amount }),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    classes: [],
    state: isAbsent ? "absent" : stateOf(row.detail_en),
    words,
    passage: inEach((language) => `${recordName(park, language)}: ${words[language]}.`),
    takes: NONE,
    gives: inEach((language) => row[`detail_${language}`]),
    row,
    file: "park-features.csv",
    visibility: row.visibility,
  };
}

/** The area of a park, or the part of it that is free. */
export function areaFact(row: ParkFactRecord, park: ParkRecord): ParkFact {
  const words = inEach((language) => {
    const amount = `${presentNumber(Number(row.value), language)} ${row.unit ?? ""}`.trim();
    const qualifier = row[`qualifier_${language}`];
    return `${amount}${qualifier === undefined ? "" : `: ${qualifier}`}${figure("", row.year)}`;
  });
  return {
    park: row.park,
    kind: "area",
    ...(row.attribute === "free-area" ? { feature: "land" as const } : {}),
    amount: Number(row.value),
    ...(row.unit === undefined ? {} : { unit: row.unit }),
    classes: [],
    state: "there",
    words,
    passage: inEach((language) => `${recordName(park, language)}: ${words[language]}.`),
    takes: NONE,
    gives: NONE,
    row,
    file: "park-facts.csv",
    visibility: row.visibility,
  };
}

/** What is made in a park, and what it says of its infrastructure: a fact for each thing in the list. */
export function parkRowFacts(park: ParkRecord): ParkFact[] {
  return (["industries", "infrastructure"] as const).flatMap((kind) =>
    splitInEach(inEach((language) => park[`${kind}_${language}`] ?? "")).map((gives): ParkFact => {
      const words = inEach((language) => `${gives[language]}${figure("", park.year)}`);
      return {
        park: park.id,
        kind,
        classes: [],
        state: NOT_YET.test(gives.en) ? "planned" : "there",
        words,
        passage: inEach((language) => `${recordName(park, language)}: ${words[language]}.`),
        takes: NONE,
        gives,
        row: park,
        file: "parks.csv",
        visibility: park.visibility,
      };
    }),
  );
}

/** Between things of a list, not within brackets or figures. */
const BETWEEN = /[,;]\s+(?![^()]*\))/u;

/** Splits a list at the same places in each language; left whole where the versions differ. */
function splitInEach(texts: Readonly<Record<Language, string>>): Readonly<Record<Language, string>>[] {
  if (texts.en === "") return [];
  const parts = LANGUAGES.map((language) => texts[language].split(BETWEEN));
  const [first = []] = parts;
  if (parts.some((each) => each.length !== first.length)) return [texts];
  return first.map((_, at) => inEach((language) => parts[LANGUAGES.indexOf(language)]?.[at] ?? ""));
}

/** A company of a park. */
export function companyFact(company: CompanyRecord, park: ParkRecord): ParkFact {
  const state = company.status === "closed" ? "ended" : company.status === "planned" ? "planned" : "there";
  const words = inEach(
    (language) =>
      `${recordName(company, language)}: ${company[`industry_${language}`]}${figure("", company.year)}`,
  );
  return {
    park: park.id,
    kind: "company",
    classes: company.receiver_classes,
    state,
    words,
    passage: inEach((language) => {
      const told = renderCompany(company, { language, parks: [recordName(park, language)] }).join(" ");
      return `${words[language]}. ${told}`;
    }),
    takes: inEach((language) => company[`inputs_${language}`] ?? ""),
    gives: inEach((language) =>
      [
        company[`industry_${language}`],
        company[`products_${language}`],
        company[`outputs_${language}`],
        company[`services_${language}`],
      ]
        .filter((text) => text !== undefined)
        .join(". "),
    ),
    row: company,
    file: "companies.csv",
    visibility: company.visibility,
  };
}

/** A side stream that arises in a park. */
export function streamFact(stream: StreamRecord, park: ParkRecord): ParkFact {
  const { quantity, unit, year } = stream;
  const isYearly = stream.kind === "flow";
  const words = inEach((language) => {
    const amount =
      quantity === undefined || !isYearly ? "" : `${presentNumber(quantity, language)} ${unit ?? ""}`.trim();
    const name = recordName(stream, language);
    const status = STATUSES[language][stream.status];
    return `${name}${figure([amount, status].filter((part) => part !== "").join(", "), year)}`;
  });
  return {
    park: park.id,
    kind: "stream",
    ...(quantity === undefined || !isYearly ? {} : { amount: quantity }),
    ...(unit === undefined ? {} : { unit }),
    classes: [],
    state: stream.kind === "planned" ? "planned" : "there",
    words,
    passage: inEach((language) => {
      const told = renderStream(stream, { language, park: recordName(park, language) }).join(" ");
      return `${words[language]}. ${told}`;
    }),
    takes: NONE,
    gives: inEach((language) => recordName(stream, language)),
    row: stream,
    file: "side-streams.csv",
    visibility: stream.visibility,
  };
}
