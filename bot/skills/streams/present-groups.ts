import { FORMS, STATUSES } from "../../../indexer/index.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import { TABLES } from "../../../knowledge/schema.ts";
import type { StreamGroup } from "../../query/group-streams.ts";
import type { ReplyTable } from "../../reply/reply.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { placeName } from "../place-name.ts";
import { GROUP_TITLES } from "./group-titles.ts";
import { escapeBar, type PresentContext, parkNameOf } from "./present-cells.ts";
import { STREAM_TEXTS } from "./texts.ts";
import { totalClaim } from "./total-lines.ts";

/** Groups of one answer, the largest first. */
export const MOST_GROUPS = 30;

/** One row a group: its name, how many rows it has, and its sums. */
export function groupTable(groups: readonly StreamGroup[], context: PresentContext): ReplyTable {
  const { language, query } = context;
  const texts = STREAM_TEXTS[language];
  return {
    title: GROUP_TITLES[language][query.groupBy ?? "park"],
    columns: [
      { title: GROUP_TITLES[language][query.groupBy ?? "park"] },
      { title: texts.rows, isNumber: true },
      { title: texts.sum, isNumber: true },
    ],
    rows: groups
      .slice(0, MOST_GROUPS)
      .map((group) => [groupName(group, context), String(group.rows.length), sumsOf(group, context)]),
  };
}

function sumsOf(group: StreamGroup, { language }: PresentContext): string {
  const sums = group.totals.map(({ quantity, unit }) => `${presentNumber(quantity, language)} ${unit}`);
  return sums.length === 0 ? "–" : sums.join(" + ");
}

/** The table as Markdown; each row rests on the rows it counts and adds. */
export function groupLines(
  groups: readonly StreamGroup[],
  context: PresentContext & { table: ReplyTable },
): AnswerLine[] {
  const { table, language } = context;
  const texts = STREAM_TEXTS[language];
  const heading = [...table.columns.map(({ title }) => title), texts.columns.source];
  return [
    { frame: `| ${heading.join(" | ")} |` },
    { frame: `|${heading.map(() => " --- ").join("|")}|` },
    ...groups.slice(0, MOST_GROUPS).map((group, at): AnswerLine => {
      const cells = table.rows[at] ?? [];
      const names = group.rows.map((stream) => stream[`name_${language}`]).join("; ");
      const sums = group.totals.map((total) => totalClaim(total, { language }).sources[0]?.passage ?? "");
      return {
        prefix: "| ",
        suffix: " |",
        claim: {
          text: `${cells.map(escapeBar).join(" | ")} |`,
          sources: [
            {
              title: texts.sumTitle,
              source: TABLES.streams.file,
              passage: `${cells.join(": ")}. ${names}. ${sums.join(" ")}`.trim(),
              language,
            },
          ],
        },
      };
    }),
  ];
}

/** Name of a group in the reader's language. */
export function groupName(group: StreamGroup, context: PresentContext): string {
  const { language, query, view } = context;
  const { key } = group;
  const [stream] = group.rows;
  if (key === "" || stream === undefined) return STREAM_TEXTS[language].noName;
  switch (query.groupBy) {
    case "park":
      return parkNameOf(key, context);
    case "category":
      return view.categoryLabel(stream.category, language);
    case "form":
      return FORMS[language][stream.form];
    case "status":
      return STATUSES[language][stream.status];
    case "producer":
      return stream[`producer_${language}`] ?? key;
    case "municipality":
    case "region":
      return key
        .split(";")
        .map((name) => placeName(name.trim(), context))
        .join(", ");
    default:
      return key;
  }
}
