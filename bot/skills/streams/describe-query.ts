import { FORMS, KINDS, STATUSES } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Dimension, QuantityRange, StreamQuery } from "../../query/stream-query.ts";
import { capitalised } from "../../reply/capitalised.ts";

const BASE_UNITS: Record<Dimension, string> = { mass: "t", energy: "MWh", volume: "m3" };

interface Words {
  above: string;
  atLeast: string;
  below: string;
  atMost: string;
  exactly: string;
  hazardous: Record<"yes" | "no" | "unknown", string>;
  code: (digits: string) => string;
  withCode: string;
  withoutCode: string;
  withQuantity: string;
  withoutQuantity: string;
  since: (year: number) => string;
  until: (year: number) => string;
  producer: (name: string) => string;
  flow: string;
  not: string;
  except: string;
}

const WORDS: Record<Language, Words> = {
  fi: {
    above: "yli",
    atLeast: "vähintään",
    below: "alle",
    atMost: "enintään",
    exactly: "tasan",
    hazardous: { yes: "vaarallinen", no: "vaaraton", unknown: "vaarallisuus ei tiedossa" },
    code: (digits) => `jätekoodi ${digits}`,
    withCode: "jätekoodi annettu",
    withoutCode: "ei jätekoodia",
    withQuantity: "määrä annettu",
    withoutQuantity: "määrää ei ole annettu",
    since: (year) => `vuodesta ${year} alkaen`,
    until: (year) => `viimeistään vuodelta ${year}`,
    producer: (name) => `tuottaja ${name}`,
    flow: "vuosivirta",
    not: "muu kuin",
    except: "ei mukana:",
  },
  sv: {
    above: "över",
    atLeast: "minst",
    below: "under",
    atMost: "högst",
    exactly: "exakt",
    hazardous: { yes: "farlig", no: "inte farlig", unknown: "farlighet okänd" },
    code: (digits) => `avfallskod ${digits}`,
    withCode: "avfallskod anges",
    withoutCode: "ingen avfallskod",
    withQuantity: "mängd anges",
    withoutQuantity: "ingen mängd anges",
    since: (year) => `från och med ${year}`,
    until: (year) => `senast ${year}`,
    producer: (name) => `producent ${name}`,
    flow: "årsflöde",
    not: "annat än",
    except: "utom",
  },
  en: {
    above: "over",
    atLeast: "at least",
    below: "under",
    atMost: "at most",
    exactly: "exactly",
    hazardous: { yes: "hazardous", no: "not hazardous", unknown: "hazard not known" },
    code: (digits) => `waste code ${digits}`,
    withCode: "with a waste code",
    withoutCode: "without a waste code",
    withQuantity: "with a quantity",
    withoutQuantity: "without a quantity",
    since: (year) => `since ${year}`,
    until: (year) => `up to ${year}`,
    producer: (name) => `producer ${name}`,
    flow: "yearly flow",
    not: "other than",
    except: "except",
  },
};

/**
 * Puts the filters of a query into words, so that the asker sees what was understood.
 *
 * @returns Parts such as "Kemi-Tornio", "lime", "over 10,000 t"; none for a query without filters.
 */
export function describeQuery(
  query: StreamQuery,
  context: { language: Language; view: KnowledgeView },
): string[] {
  const { language, view } = context;
  const words = WORDS[language];
  const { parks = [], places = [] } = view.index.tables;
  const label = (id: string) => view.conceptLabel(id, language);
  const parkNames = (query.parks ?? []).map(
    (id) => parks.find((park) => park.id === id)?.[`name_${language}`] ?? id,
  );
  const placeNames = (query.places ?? []).map(
    (id) => places.find((place) => place.id === id)?.[language] ?? id,
  );
  // "Kemi-Tornio" is a park and a place of one name.
  const where = [...new Set([...parkNames, ...placeNames])];
  const stuff = [
    ...(query.categories ?? []).map((category) => view.categoryLabel(category, language)),
    ...(query.materials ?? []).map(label),
  ];
  return [
    where.join(", "),
    stuff.join(query.isBothStuffs === true ? " + " : ", "),
    (query.ids ?? []).join(", "),
    (query.producers ?? []).map((name) => words.producer(spelt(name, view))).join(", "),
    query.quantity === undefined ? "" : describeRange(query.quantity, language),
    (query.dimensions ?? []).map((dimension) => BASE_UNITS[dimension]).join(", "),
    query.hasQuantity === undefined ? "" : query.hasQuantity ? words.withQuantity : words.withoutQuantity,
    (query.forms ?? []).map((form) => FORMS[language][form]).join(", "),
    query.hazardous === undefined ? "" : words.hazardous[query.hazardous],
    (query.statuses ?? []).map((status) => STATUSES[language][status]).join(", "),
    (query.notStatuses ?? []).map((status) => `${words.not}: ${STATUSES[language][status]}`).join(", "),
    exceptWords(query, context),
    (query.kinds ?? []).map((kind) => KINDS[language][kind] || words.flow).join(", "),
    query.wasteCode === undefined ? "" : words.code(query.wasteCode.replace(/(\d\d)(?=\d)/g, "$1 ")),
    query.hasWasteCode === undefined ? "" : query.hasWasteCode ? words.withCode : words.withoutCode,
    describeYears(query, words),
  ].filter((part) => part !== "");
}

/** A producer's name as the table spells it: "ssab" is SSAB. */
function spelt(name: string, view: KnowledgeView): string {
  for (const { producer_en = "" } of view.index.tables.streams ?? []) {
    const at = producer_en.toLowerCase().indexOf(name);
    if (at >= 0) return capitalised(producer_en.slice(at, at + name.length));
  }
  return capitalised(name);
}

function exceptWords({ except }: StreamQuery, context: { language: Language; view: KnowledgeView }): string {
  if (except === undefined) return "";
  const words = describeQuery(except, context).join(", ");
  return `${WORDS[context.language].except} ${words}`;
}

function describeRange(range: QuantityRange, language: Language): string {
  const words = WORDS[language];
  const { dimension, min, max } = range;
  const amount = (value: number) => `${presentNumber(value, language)} ${BASE_UNITS[dimension]}`;
  if (min !== undefined && min === max) return `${words.exactly} ${amount(min)}`;
  if (min !== undefined && max !== undefined && !range.isMinExcluded && !range.isMaxExcluded)
    return `${presentNumber(min, language)}–${amount(max)}`;
  return [
    min === undefined ? "" : `${range.isMinExcluded === true ? words.above : words.atLeast} ${amount(min)}`,
    max === undefined ? "" : `${range.isMaxExcluded === true ? words.below : words.atMost} ${amount(max)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function describeYears({ years }: StreamQuery, words: Words): string {
  if (years === undefined) return "";
  const { from, to } = years;
  if (from !== undefined && from === to) return String(from);
  if (from !== undefined && to !== undefined) return `${from}–${to}`;
  return from !== undefined ? words.since(from) : to !== undefined ? words.until(to) : "";
}
