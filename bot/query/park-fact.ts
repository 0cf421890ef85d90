import { recordName, type SourceReference } from "../../indexer/index.ts";
import { LANGUAGES, type Language, type Reader } from "../../knowledge/languages.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import type { ParkFactRecord, ParkFeature, ParkFeatureRecord, ParkRecord } from "../../knowledge/schema.ts";

/** One thing that a row of the tables tells of a park. */
export interface ParkFact {
  park: string;
  /** `guide`: a sentence of a guide about the park. */
  kind: "feature" | "company" | "stream" | "industries" | "infrastructure" | "area" | "guide";
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
  /** Publications of a sentence of a guide; a row's are those of `row`. */
  references?: (language: Language) => readonly SourceReference[];
  file: string;
  visibility: Reader;
}

/** A fact with the concepts that its words name, each with its share; a word stands in beside them by its stem. */
export interface IndexedFact extends ParkFact {
  givesConcepts: ReadonlyMap<string, number>;
  takesConcepts: ReadonlyMap<string, number>;
}

/** No words. */
export const NONE: Readonly<Record<Language, string>> = { fi: "", sv: "", en: "" };
const UNSURE = /\bthe source does not tell\b/i;
const NOT_YET = /\b(?:under construction|planned(?! and ready)|was to|to start)\b/i;

type PerLanguage = (language: Language) => string;

/** Words of a row, written when they are read: large tables hold many rows that no answer ever tells. */
class LazyWords implements Readonly<Record<Language, string>> {
  readonly #write: PerLanguage;

  constructor(write: PerLanguage) {
    this.#write = write;
  }

  get fi(): string {
    return this.#write("fi");
  }

  get sv(): string {
    return this.#write("sv");
  }

  get en(): string {
    return this.#write("en");
  }
}

/** Words in each language, written when they are read. */
export function inEach(write: PerLanguage): Readonly<Record<Language, string>> {
  return new LazyWords(write);
}

/** "(450 MW, 2018)", "(2021)" or nothing. */
export function figure(value: string, year: number | undefined): string {
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
