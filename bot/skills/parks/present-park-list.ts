import { recordName } from "../../../indexer/index.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { ParkFeatureRecord, ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { ParkQuery } from "../../query/park-query.ts";
import type { FoundPark, ParkResult } from "../../query/park-table.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { Download } from "../../reply/reply.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { placeName } from "../place-name.ts";
import { rowSources } from "../row-sources.ts";
import { withheldLines } from "../withheld-lines.ts";
import { PARK_LIST_TEXTS } from "./texts.ts";

export interface ParkListContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
  query: ParkQuery;
  /** What was asked for, in words. */
  where: string;
}

const MOST_ITEMS = 6;

/**
 * Presents parks: a sentence, each park with the fact that meets the question, how many others say nothing about it,
 * a card and files of the whole result.
 */
export function presentParkList(result: ParkResult, context: ParkListContext): ReplyDraft {
  const { language, query, where } = context;
  const { rows, denials, silent } = result;
  const texts = PARK_LIST_TEXTS[language];
  const isWithSites = query.kinds?.includes("site") === true;
  const found = isWithSites ? texts.foundSites : texts.found;
  const lines: AnswerLine[] = [
    { frame: rows.length === 0 ? texts.none(where) : found(rows.length, where) },
    ...rows.flatMap((row) => parkLines(row, context)),
  ];
  if (denials.length > 0) {
    lines.push({ frame: texts.denied });
    lines.push(...denials.map(({ park, feature }) => toLine(featureClaim(feature, { ...context, park }))));
  }
  if (query.offers !== undefined && rows.length > 0 && silent > 0)
    lines.push({ frame: texts.silent(silent) });
  lines.push(...withheldLines(["parks", "parkFeatures"], context));
  return {
    ...composeReply({ language, intent: "parks", lines }),
    parks: rows.map((row) => ({
      id: row.park.id,
      name: recordName(row.park, language),
      reasons: factsOf(row, context),
      missing: [],
    })),
    cards: [parkCard(rows, context)],
    downloads: downloadsOf(rows, context),
  };
}

function toLine(claim: Claim): AnswerLine {
  return { prefix: "- ", claim };
}

/** One line a fact, since facts have sources and years of their own. */
function parkLines(row: FoundPark, context: ParkListContext): AnswerLine[] {
  const { park, features, isByInfrastructure } = row;
  const lines = features.map((feature) => toLine(featureClaim(feature, { ...context, park })));
  if (isByInfrastructure || features.length === 0) lines.push(toLine(rowClaim(row, context)));
  return lines;
}

/** "**Kemi-Tornio** (Kemi, Tornio): railway connection (2019)". */
function featureClaim(feature: ParkFeatureRecord, context: ParkListContext & { park: ParkRecord }): Claim {
  const { park, language, view } = context;
  const text = `**${recordName(park, language)}** (${placesOf(park, context)}): ${featureText(feature, language)}`;
  const passage = text.replaceAll("**", "");
  const sources = rowSources(feature, { view, language, passage, file: "park-features.csv" }).slice(0, 1);
  return { text, sources };
}

function featureText(feature: ParkFeatureRecord, language: Language): string {
  return withYear(feature[`detail_${language}`], feature.year);
}

/** The year in brackets behind a text that does not name it. */
function withYear(text: string, year: number | undefined): string {
  return year === undefined || text.includes(String(year)) ? text : `${text} (${year})`;
}

/** The park's own row: its infrastructure where that is what was asked for, else its line of business. */
function rowClaim(row: FoundPark, context: ParkListContext): Claim {
  const { park } = row;
  const { language, view } = context;
  const text = `**${recordName(park, language)}** (${placesOf(park, context)}): ${rowText(row, context)}`;
  const passage = text.replaceAll("**", "");
  const sources = rowSources(park, { view, language, passage, file: "parks.csv" }).slice(0, 1);
  return { text, sources };
}

function rowText({ park, isByInfrastructure }: FoundPark, context: ParkListContext): string {
  const { language } = context;
  const infrastructure = park[`infrastructure_${language}`];
  const text =
    isByInfrastructure && infrastructure !== undefined ? infrastructure : park[`industries_${language}`];
  const label = isByInfrastructure ? `${PARK_LIST_TEXTS[language].infrastructure}: ` : "";
  return withYear(`${label}${text}`, park.year);
}

function factsOf(row: FoundPark, context: ParkListContext): string[] {
  const { features, isByInfrastructure } = row;
  const facts = features.map((feature) => featureText(feature, context.language));
  return isByInfrastructure || facts.length === 0 ? [...facts, rowText(row, context)] : facts;
}

function placesOf(park: ParkRecord, context: ParkListContext): string {
  return park.municipalities.map((name) => placeName(name, context)).join(", ");
}

/** The first parks as a card of two lines each, readable on a phone. */
function parkCard(rows: readonly FoundPark[], context: ParkListContext): AdaptiveCard {
  const { language, where } = context;
  const shown = rows.slice(0, MOST_ITEMS);
  const items = shown.map((row) => ({
    type: "Container" as const,
    spacing: "Small",
    separator: true,
    items: [
      textBlock(recordName(row.park, language), { weight: "Bolder" }),
      textBlock([placesOf(row.park, context), ...factsOf(row, context)].join(" · "), {
        isSubtle: true,
        spacing: "None",
      }),
    ],
  }));
  const left = rows.length - shown.length;
  return buildCard({
    title: where,
    ...(left > 0 ? { subtitle: PARK_LIST_TEXTS[language].more(left) } : {}),
    body: items,
  });
}

function downloadsOf(rows: readonly FoundPark[], context: ParkListContext): Download[] {
  const { language, reader } = context;
  const texts = PARK_LIST_TEXTS[language];
  const query = { ids: rows.map(({ park }) => park.id) };
  const request = { table: "parks", query, language, reader } as const;
  return [
    { title: texts.csv, request: { ...request, format: "csv" } },
    { title: texts.xlsx, request: { ...request, format: "xlsx" } },
  ];
}
