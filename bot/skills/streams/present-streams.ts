import { recordName, renderStream } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { StreamResult } from "../../query/stream-table.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { ReplyTable, Suggestion } from "../../reply/reply.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { withheldLines } from "../withheld-lines.ts";
import { codeLines } from "./code-lines.ts";
import { describeQuery } from "./describe-query.ts";
import { hazardLines } from "./hazard-lines.ts";
import {
  amountOf,
  escapeBar,
  type PresentContext,
  parkNameOf,
  placeOf,
  toStreamRow,
  yearOf,
} from "./present-cells.ts";
import { groupLines, groupTable, MOST_GROUPS } from "./present-groups.ts";
import { streamCard } from "./stream-card.ts";
import { streamChart, streamDownloads } from "./stream-files.ts";
import { streamSources } from "./stream-sources.ts";
import { STREAM_TEXTS } from "./texts.ts";
import { totalLines } from "./total-lines.ts";

/** Rows of one answer; the rest comes by "show more" and in the download. */
export const ROWS_SHOWN = 10;
/** Lists of at most so many streams tell uses, status and notes too. */
const MOST_DETAILED = 4;

/** Presents the rows of a query: a sentence, a table, sums, a card, and files of the whole result. */
export function presentStreams(result: StreamResult, context: PresentContext): ReplyDraft {
  const { language, query, skip = 0 } = context;
  const texts = STREAM_TEXTS[language];
  const where = capitalised(describeQuery(query, context).join(" · ")) || texts.all;
  const shown = result.rows.slice(skip, skip + ROWS_SHOWN);
  const table = result.groups === undefined ? rowTable(shown, context) : groupTable(result.groups, context);
  const isRanked = query.sort === "largest" || query.sort === "smallest";
  const head =
    query.limit !== undefined && isRanked
      ? texts.ranked({
          count: result.rows.length,
          found: result.found,
          where,
          isLargest: query.sort === "largest",
          unit: unitOf(result.rows, language),
        })
      : texts.found(result.rows.length, where);
  const lines: AnswerLine[] = [{ frame: skip === 0 ? head : `**${where}**` }];
  if (result.groups === undefined) lines.push(...tableLines(shown, { ...context, table }));
  else lines.push(...groupLines(result.groups, { ...context, table }));
  const end = Math.min(result.rows.length, skip + ROWS_SHOWN);
  if (result.groups === undefined && (skip > 0 || end < result.rows.length))
    lines.push({ frame: texts.shown(shown.length, result.rows.length) });
  if (result.groups !== undefined && result.groups.length > MOST_GROUPS)
    lines.push({ frame: texts.shown(MOST_GROUPS, result.groups.length) });
  lines.push(...totalLines(result, context), ...hazardLines(query, context), ...codeLines(context));
  if (skip === 0) lines.push(...withheldLines(["streams"], context));
  if (result.rows.length <= MOST_DETAILED && result.groups === undefined)
    lines.push(...detailLines(shown, context));
  const isMore = result.groups === undefined && end < result.rows.length;
  const suggestions = suggestionsOf(result, { ...context, isMore });
  const draft = composeReply({ language, intent: "streams", lines, suggestions });
  const chart = streamChart(result, { ...context, where, shown });
  return {
    ...draft,
    streams: (skip === 0 ? result.rows : result.rows.slice(skip)).map((stream) =>
      toStreamRow(stream, context),
    ),
    totals: result.totals.map(({ unit, quantity, rows }) => ({ unit, quantity, rows: rows.length })),
    table,
    cards: [streamCard({ title: where, shown, result, isMore }, context)],
    downloads: streamDownloads(context),
    ...(chart === undefined ? {} : { pictures: [chart] }),
    // Groups hold every row: there is nothing more to show.
    streamQuery: { query, shown: result.groups === undefined ? end : result.rows.length },
  };
}

/** Ranked rows share a dimension, but 70 GWh and 1,100 MWh may stand in two units. */
function unitOf(rows: readonly StreamRecord[], language: Language): string {
  const joint = { fi: " tai ", sv: " eller ", en: " or " }[language];
  return [...new Set(rows.map(({ unit }) => unit ?? ""))].join(joint);
}

function rowTable(rows: readonly StreamRecord[], context: PresentContext): ReplyTable {
  const { language, view } = context;
  const { columns } = STREAM_TEXTS[language];
  return {
    title: columns.name,
    columns: [
      { title: columns.name },
      { title: columns.producer },
      { title: columns.place },
      { title: columns.amount, isNumber: true },
      { title: columns.year },
    ],
    rows: rows.map((stream) => [
      recordName(stream, language),
      stream[`producer_${language}`] ?? "–",
      placeOf(stream, { language, view }) || "–",
      amountOf(stream, language),
      yearOf(stream, language) ?? "–",
    ]),
  };
}

/** The table as Markdown, each row with the mark of its source in the last column. */
function tableLines(
  rows: readonly StreamRecord[],
  context: PresentContext & { table: ReplyTable },
): AnswerLine[] {
  const { table, language } = context;
  const { source } = STREAM_TEXTS[language].columns;
  const heading = [...table.columns.map(({ title }) => title), source];
  return [
    { frame: `| ${heading.join(" | ")} |` },
    { frame: `|${heading.map(() => " --- ").join("|")}|` },
    ...rows.map((stream, at): AnswerLine => {
      const [name = "", ...cells] = (table.rows[at] ?? []).map(escapeBar);
      return {
        claim: { text: `**${name}** | ${cells.join(" | ")} |`, sources: streamSources(stream, context) },
        prefix: "| ",
        suffix: " |",
      };
    }),
  ];
}

/** Uses, status and notes: what the table has no room for. */
function detailLines(rows: readonly StreamRecord[], context: PresentContext): AnswerLine[] {
  const { language } = context;
  const lines = rows.map((stream): AnswerLine => {
    const name = recordName(stream, language);
    const [, ...details] = renderStream(stream, { language, park: parkNameOf(stream.park, context) });
    const told = details.map((sentence) => sentence.replace(`${name}: `, ""));
    return {
      prefix: "- ",
      claim: { text: `**${name}**: ${told.join(" ")}`, sources: streamSources(stream, context) },
    };
  });
  return [{ frame: STREAM_TEXTS[language].details }, ...lines];
}

function suggestionsOf(result: StreamResult, context: PresentContext & { isMore: boolean }): Suggestion[] {
  const { language, query, isMore } = context;
  const texts = STREAM_TEXTS[language];
  const parks = new Set(result.rows.map(({ park }) => park));
  const say = (title: string, text: string): Suggestion => ({ title, text });
  return [
    ...(isMore ? [say(texts.more, texts.moreQuestion)] : []),
    ...(query.sort === undefined && query.groupBy === undefined && result.rows.length > 3
      ? [say(texts.largestFirst, texts.largestFirst.toLowerCase())]
      : []),
    ...(query.groupBy === undefined && parks.size > 2
      ? [say(texts.perPark, texts.perPark.toLowerCase())]
      : []),
  ];
}
