import { recordName } from "../../../indexer/index.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import type { ReplyTable } from "../../reply/reply.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { locationCard, scoreText } from "./location-card.ts";
import { locationMap } from "./location-map.ts";
import { missingFacts } from "./missing-facts.ts";
import { parkRows } from "./present-advice.ts";
import type { PresentContext } from "./present-context.ts";
import type { RankedPark } from "./rank-parks.ts";
import { contactLines } from "./surroundings.ts";
import { tellMatch } from "./tell-match.ts";
import { LOCATION_TEXTS } from "./texts.ts";

/** Scores nearer than this are no difference. */
const EVEN = 0.03;

/**
 * Presents named parks side by side: a row for each need, a column for each park, each fact with its mark.
 *
 * @param ranked The parks, best first.
 * @param context.named The parks in the order they were named.
 * @param context.isPlain Whether the rows are the main features, since no need was told.
 */
export function presentComparison(
  ranked: readonly RankedPark[],
  context: PresentContext & { named: readonly ParkRecord[]; all: readonly ParkRecord[]; isPlain: boolean },
): ReplyDraft {
  const { language, labels, named, request, isPlain } = context;
  const texts = LOCATION_TEXTS[language];
  const columns = named.flatMap((park) => ranked.find((each) => each.park.id === park.id) ?? []);
  const parkNames = columns.map(({ park }) => recordName(park, language));
  const title = parkNames.join(" – ");
  const lines: AnswerLine[] = [
    { frame: isPlain ? texts.comparedMain(title) : texts.compared(title, labels.join(", ")) },
    ...tableLines(columns, context),
    ...(isPlain ? [] : [{ frame: verdict(ranked, context) }]),
    ...missingLines(columns, context),
    ...columns.flatMap((each) => contactLines(each, context)),
    { frame: `${texts.nextStep} ${texts.prices}` },
  ];
  const draft = composeReply({ language, intent: "parks", lines });
  const card = { title: texts.compareTitle(parkNames.join(", ")), subtitle: labels.join(", "), actions: [] };
  return {
    ...draft,
    parks: parkRows(ranked, context),
    table: comparisonTable(columns, context),
    cards: [locationCard({ ...card, ranked, labels }, language)],
    pictures: locationMap(
      ranked.map(({ park }) => park),
      { all: context.all, language },
    ),
    locationRequest: request,
  };
}

function verdict(ranked: readonly RankedPark[], { language }: PresentContext): string {
  const texts = LOCATION_TEXTS[language];
  const [first, second] = ranked;
  if (first === undefined || second === undefined || first.score - second.score < EVEN) return texts.even;
  const scores = ranked
    .map(({ park, score }) => `${recordName(park, language)} ${scoreText(score, language)}`)
    .join("; ");
  return `${texts.best(recordName(first.park, language))} ${texts.score}: ${scores}.`;
}

function tableLines(columns: readonly RankedPark[], context: PresentContext): AnswerLine[] {
  const { language, names } = context;
  const texts = LOCATION_TEXTS[language];
  const heading = [texts.need, ...columns.map(({ park }) => recordName(park, language))];
  return [
    { cells: heading },
    { frame: `|${heading.map(() => " --- ").join("|")}|` },
    ...names.map((name, row) => ({
      cells: [`**${name}**`, ...columns.map((each) => cellOf(each, { ...context, row }))],
    })),
  ];
}

function cellOf(each: RankedPark, context: PresentContext & { row: number }): Claim | string {
  const { language, row } = context;
  const texts = LOCATION_TEXTS[language];
  const match = each.matches[row];
  const claim = match === undefined ? undefined : tellMatch(match, { ...context, park: each.park });
  if (match === undefined || claim === undefined) return texts.status.unknown;
  if (match.status === "met") return claim;
  return { ...claim, text: `*${texts.status[match.status]}:* ${claim.text}` };
}

function missingLines(columns: readonly RankedPark[], context: PresentContext): AnswerLine[] {
  const { language } = context;
  const texts = LOCATION_TEXTS[language];
  return columns.flatMap((each): AnswerLine[] => {
    const missing = missingFacts(each, context);
    const name = recordName(each.park, language);
    return missing.length === 0
      ? []
      : [{ frame: `- **${name}**: *${texts.notKnown.toLowerCase()}:* ${missing.join("; ")}.` }];
  });
}

function comparisonTable(columns: readonly RankedPark[], context: PresentContext): ReplyTable {
  const { language, labels } = context;
  const texts = LOCATION_TEXTS[language];
  return {
    title: texts.compareTitle(columns.map(({ park }) => recordName(park, language)).join(", ")),
    columns: [{ title: texts.need }, ...columns.map(({ park }) => ({ title: recordName(park, language) }))],
    rows: labels.map((label, row) => [
      label,
      ...columns.map((each) => {
        const cell = cellOf(each, { ...context, row });
        return typeof cell === "string" ? cell : cell.text.replaceAll("*", "");
      }),
    ]),
  };
}
