import type { DatabaseSync } from "node:sqlite";
import type { Reply } from "../../../bot/reply/reply.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { StreamQuestion } from "./stream-question.ts";

/** How one question was answered. */
export interface StreamScore {
  question: StreamQuestion;
  /** `not understood`: no rows were given; `wrong`: other rows or sums than SQL gives. */
  outcome: "right" | "wrong" | "not understood";
  reason: string;
}

/** Compares the rows, and where asked for the sums, of a reply with those of SQL. */
export function scoreReply(
  question: StreamQuestion,
  context: { reply: Reply; database: DatabaseSync },
): StreamScore {
  const { reply, database } = context;
  const given = rowsOf(reply, question);
  if (!question.understood || question.sql === undefined) {
    const isRight = given === undefined || given.length === 0;
    return {
      question,
      outcome: isRight ? "right" : "wrong",
      reason: isRight ? "" : `gave ${given?.join(" ")}`,
    };
  }
  if (given === undefined) return { question, outcome: "not understood", reason: reply.text.slice(0, 120) };
  const expected = database
    .prepare(question.sql)
    .all()
    .map((row) => String(row.id));
  const faults = [
    compareRows(question, { reply, given, expected }),
    compareSums(question, { reply, expected, database }),
    compareCount(question, { reply, expected }),
    compareAverages(question, { reply, expected, database }),
    compareGroups(question, { reply, expected, database }),
  ];
  const reason = faults.filter((fault) => fault !== "").join("; ");
  return { question, outcome: reason === "" ? "right" : "wrong", reason };
}

/** Ids of the rows a reply gives of the table asked for; nothing when it gives none at all. */
function rowsOf(reply: Reply, question: StreamQuestion): string[] | undefined {
  switch (question.table) {
    case "streams":
      return reply.streams?.map(({ id }) => id);
    case "companies":
      return reply.companies?.map(({ id }) => id);
    case "parks":
      return reply.parks?.map(({ id }) => id);
  }
}

function compareRows(
  question: StreamQuestion,
  rows: { reply: Reply; given: readonly string[]; expected: readonly string[] },
): string {
  const { reply, given, expected } = rows;
  // Rankings and sums are of yearly flows with an amount; the others are only named beside them.
  const takesFlows = question.ordered || question.totals || question.average;
  const isFlow = new Map(
    reply.streams?.map(({ id, kind, quantity }) => [id, kind === undefined && quantity !== undefined]),
  );
  const counted = takesFlows ? given.filter((id) => isFlow.get(id)) : given;
  if (question.more) {
    const strange = counted.filter((id) => !expected.includes(id));
    return counted.length > 0 && counted.length < expected.length && strange.length === 0
      ? ""
      : `expected further rows of ${expected.join(" ")}, got ${counted.join(" ")}`;
  }
  const order = (ids: readonly string[]) => (question.ordered ? [...ids] : [...ids].sort()).join(" ");
  return order(counted) === order(expected) ? "" : `expected ${order(expected)}, got ${order(counted)}`;
}

interface ScoreContext {
  reply: Reply;
  /** Ids that SQL gives. */
  expected: readonly string[];
  database: DatabaseSync;
}

function compareSums(question: StreamQuestion, context: ScoreContext): string {
  const { reply, expected, database } = context;
  if (!question.totals || question.table !== "streams") return "";
  const ids = expected.map((id) => `'${id}'`).join(",");
  const sums = database
    .prepare(
      `SELECT unit, SUM(quantity) AS quantity, COUNT(*) AS rows FROM streams WHERE id IN (${ids}) AND kind='flow' AND quantity IS NOT NULL GROUP BY unit ORDER BY unit`,
    )
    .all();
  const write = (totals: readonly { unit?: unknown; quantity?: unknown; rows?: unknown }[]) =>
    totals
      .map(({ unit, quantity, rows }) => `${quantity} ${unit} of ${rows}`)
      .sort()
      .join(", ");
  return write(sums) === write(reply.totals ?? [])
    ? ""
    : `expected sums ${write(sums)}, got ${write(reply.totals ?? [])}`;
}

/** How the answers write one and none. */
const FEW = [/no such|ingen sådan|yhtään tällaista/, /\b(?:one|en|ett|yksi)\b/];

function compareCount(
  question: StreamQuestion,
  { reply, expected }: { reply: Reply; expected: readonly string[] },
): string {
  if (!question.count || question.groupBy !== undefined) return "";
  const count = FEW[expected.length] ?? new RegExp(`(?<!\\d)${expected.length}(?!\\d)`);
  return count.test(reply.text) ? "" : `expected the count ${expected.length}`;
}

function compareAverages(question: StreamQuestion, context: ScoreContext): string {
  const { reply, expected, database } = context;
  if (!question.average) return "";
  const ids = expected.map((id) => `'${id}'`).join(",");
  const means = database
    .prepare(`SELECT unit, AVG(quantity) AS mean FROM streams WHERE id IN (${ids}) GROUP BY unit`)
    .all()
    .map(
      ({ unit, mean }) => `${presentNumber(Math.round(Number(mean) * 1000) / 1000, reply.language)} ${unit}`,
    );
  const missing = means.filter((mean) => !reply.text.includes(`**${mean}**`));
  return missing.length === 0 ? "" : `expected the mean ${missing.join(", ")}`;
}

function compareGroups(question: StreamQuestion, context: ScoreContext): string {
  const { reply, expected, database } = context;
  // Where only flows are expected, the table also counts rows that no sum holds.
  if (question.groupBy === undefined || question.totals) return "";
  const ids = expected.map((id) => `'${id}'`).join(",");
  const counts = database
    .prepare(`SELECT COUNT(*) AS rows FROM streams WHERE id IN (${ids}) GROUP BY ${question.groupBy}`)
    .all()
    .map(({ rows }) => Number(rows));
  const write = (rows: readonly number[]) => rows.toSorted((a, b) => a - b).join(" ");
  const given = reply.table?.rows.map(([, count]) => Number(count)) ?? [];
  return write(given) === write(counts)
    ? ""
    : `expected groups of ${write(counts)} rows, got ${write(given)}`;
}
