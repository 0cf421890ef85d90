import { isQuantityWithheld, recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import { type StreamRecord, TABLES } from "../../../knowledge/schema.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import type { StreamResult } from "../../query/stream-table.ts";
import type { StreamTotal } from "../../query/sum-flows.ts";
import type { AnswerLine, Claim } from "../compose-reply.ts";
import { STREAM_TEXTS } from "./texts.ts";

/** Sums of so many rows are written out; longer ones stand in the citation. */
const MOST_ADDENDS = 6;
const MOST_NAMES = 5;

/**
 * Sums of the yearly flows, one a unit, with what was left out of them and why.
 */
export function totalLines(
  result: StreamResult,
  context: { language: Language; query: StreamQuery; skip?: number },
): AnswerLine[] {
  const { language, query, skip = 0 } = context;
  const texts = STREAM_TEXTS[language];
  if (skip > 0) return [];
  const { totals, notAdded } = result;
  // A confidential amount is told as such in its row; it is not missing.
  const unmeasured = result.unmeasured.filter((stream) => !isQuantityWithheld(stream));
  const asksSum = query.measure === "sum" || query.measure === "average";
  const lines: AnswerLine[] = totals
    .filter(({ rows }) => rows.length > 1 || asksSum)
    .map((total) => ({ claim: totalClaim(total, { language, isAverage: query.measure === "average" }) }));
  if (asksSum && totals.length === 0) lines.push({ frame: texts.noTotal });
  if (totals.length > 1) lines.push({ frame: texts.perUnit });
  if (notAdded.length > 0 && (totals.length > 0 || asksSum))
    lines.push({ frame: texts.notAdded(namesOf(notAdded, language), notAdded.length) });
  if (unmeasured.length > 0 && (totals.length > 0 || asksSum))
    lines.push({ frame: texts.unmeasured(namesOf(unmeasured, language), unmeasured.length) });
  const years = new Set(totals.flatMap(({ rows }) => rows.map(({ year }) => year)));
  if (years.size > 1) lines.push({ frame: texts.mixedYears });
  return lines;
}

/** The sum of yearly flows, which rests on the amounts it adds up. */
export function totalClaim(total: StreamTotal, context: { language: Language; isAverage?: boolean }): Claim {
  const { language, isAverage = false } = context;
  const texts = STREAM_TEXTS[language];
  const { unit, rows } = total;
  const present = (value: number) => `${presentNumber(rounded(value), language)} ${unit}`;
  const sum = present(total.quantity);
  const figures = rows.map(({ quantity = 0 }) => presentNumber(quantity, language));
  const named = rows.map((stream, at) => `${recordName(stream, language)} ${figures[at]}`).join(" + ");
  const text = isAverage
    ? texts.average(present(total.quantity / rows.length), rows.length)
    : rows.length === 1 || rows.length > MOST_ADDENDS
      ? texts.totalOfMany(sum, rows.length)
      : texts.total(named, sum, rows.length);
  const division = isAverage ? ` / ${rows.length} = ${present(total.quantity / rows.length)}` : "";
  const passage = `${text.replaceAll("**", "")} ${named} = ${sum}${division}.`;
  return {
    text,
    sources: [{ title: texts.sumTitle, source: TABLES.streams.file, passage, language }],
  };
}

/** Sums of decimals must not show the dust of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function namesOf(rows: readonly StreamRecord[], language: Language): string {
  const names = rows.map((stream) => recordName(stream, language));
  const shown = names.slice(0, MOST_NAMES).join("; ");
  return names.length > MOST_NAMES ? `${shown} …` : shown;
}
