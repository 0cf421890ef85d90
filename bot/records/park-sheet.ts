import { recordName } from "../../indexer/index.ts";
import { mayRead } from "../../knowledge/languages.ts";
import type { ParkFeature, ParkRecord } from "../../knowledge/schema.ts";
import { SHEET_TEXTS } from "../exports/sheet-texts.ts";
import { featureFact } from "../query/park-fact.ts";
import { capitalised } from "../reply/capitalised.ts";
import type { Claim } from "../skills/compose-reply.ts";
import { FEATURE_LABELS } from "../skills/locations/feature-labels.ts";
import { answerAttribute } from "../skills/park-attributes.ts";
import { TEXTS } from "../texts.ts";
import type { Attribute } from "../understand/attributes.ts";
import type { RecordFact, RecordPreview, RecordSheet } from "./record-sheet.ts";
import { type ParkFigure, RECORD_TEXTS } from "./record-texts.ts";
import {
  findReadable,
  joinParts,
  placeNames,
  type SheetContext,
  sourcesOf,
  toFact,
  toRecordSource,
  websiteFacts,
} from "./sheet-context.ts";
import { SourceList } from "./source-list.ts";

/** Figures of a park, each under the label of its first attribute. */
const FIGURES = [
  ["company-count", "companies"],
  ["employees", "employees"],
  ["member-count", "association-members"],
  ["area", "total-area"],
  ["founded", "founded"],
  ["investment", "investment"],
  ["by-product-amount", "by-products"],
  ["export-share", "export-share"],
] as const satisfies readonly (readonly [Attribute, ParkFigure])[];

/** A park as a list shows it: towns, region and line of business below the name. */
export function previewPark(park: ParkRecord, context: SheetContext): RecordPreview {
  const summary = joinParts([placeOf(park, context), park[`industries_${context.language}`]]);
  return {
    kind: "parks",
    id: park.id,
    title: recordName(park, context.language),
    ...(summary === undefined ? {} : { summary }),
  };
}

/**
 * Puts a park into words: its row, whom to ask, then its figures and what it offers, each with sources of its own.
 *
 * @returns `undefined` for an unknown or hidden one.
 */
export function buildParkSheet(id: string, context: SheetContext): RecordSheet | undefined {
  const { view, reader, language } = context;
  const park = findReadable(view.index.tables.parks, { id, reader });
  if (park === undefined) return undefined;
  const { columns } = SHEET_TEXTS[language];
  const sources = new SourceList();
  const own = sources.add(sourcesOf(park, context));
  const rowFacts = [
    ...toFact(columns.municipality, placeNames(park.municipalities, context)),
    ...toFact(columns.region, placeNames([park.region], context)),
    ...toFact(columns.industry, park[`industries_${language}`]),
    ...toFact(columns.infrastructure, park[`infrastructure_${language}`]),
    ...toFact(columns.coordinator, park[`coordinator_${language}`]),
    ...websiteFacts(columns.website, park.websites),
    ...toFact(columns.year, park.year),
  ].map((fact): RecordFact => ({ ...fact, sources: own }));
  const facts = [
    ...rowFacts,
    ...claimFacts("contact", { park, sources, context, label: TEXTS[language].contactDetails }),
    ...FIGURES.flatMap(([attribute, label]) =>
      claimFacts(attribute, { park, sources, context, label: RECORD_TEXTS[language].parkFacts[label] }),
    ),
    ...featureFacts(park, { sources, context }),
  ];
  const note = park[`note_${language}`];
  const subtitle = placeOf(park, context);
  return {
    ...previewPark(park, context),
    ...(subtitle === undefined ? {} : { subtitle }),
    facts,
    sources: sources.all,
    ...(park.year === undefined ? {} : { year: park.year }),
    ...(note === undefined ? {} : { note }),
  };
}

/** What an answer says of an attribute, without the park's name, which stands above. */
function claimFacts(
  attribute: Attribute,
  options: { park: ParkRecord; sources: SourceList; context: SheetContext; label: string },
): RecordFact[] {
  const { park, sources, context, label } = options;
  const answer = answerAttribute(attribute, { ...context, park, words: "" });
  const name = recordName(park, context.language);
  const toValue = ({ text }: Claim) =>
    capitalised(
      text
        .replaceAll("**", "")
        .slice(text.startsWith(name) ? name.length : 0)
        .replace(/^[:,]\s*/, "")
        .replace(/(?<![.\d])\.$/, ""),
    );
  return (answer?.claims ?? []).map((claim) => ({
    label,
    value: toValue(claim),
    sources: sources.add(claim.sources.map(toRecordSource)),
  }));
}

/** What the park offers, one line a kind of thing; also what a source says it has not. */
function featureFacts(
  park: ParkRecord,
  { sources, context }: { sources: SourceList; context: SheetContext },
): RecordFact[] {
  const { view, reader, language } = context;
  const rows = (view.index.tables.parkFeatures ?? []).filter(
    (row) => row.park === park.id && mayRead(reader, row.visibility),
  );
  const label = (feature: ParkFeature) => capitalised(FEATURE_LABELS[language][feature].name);
  return rows.map((row) => ({
    label: label(row.feature),
    value: featureFact(row, park).words[language],
    sources: sources.add(sourcesOf(row, context)),
  }));
}

function placeOf(park: ParkRecord, context: SheetContext): string | undefined {
  return placeNames([...park.municipalities, park.region], context) || undefined;
}
