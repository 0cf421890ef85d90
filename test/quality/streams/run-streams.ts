import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { openIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";
import { openTables } from "./open-tables.ts";

const questionSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  question: z.string().optional(),
  turns: z.array(z.string()).min(1).optional(),
  table: z.enum(["streams", "companies", "parks"]).default("streams"),
  /** Expected rows; absent for a question that must not be answered with rows. */
  sql: z.string().optional(),
  understood: z.boolean().default(true),
  ordered: z.boolean().default(false),
  totals: z.boolean().default(false),
  count: z.boolean().default(false),
  average: z.boolean().default(false),
  groupBy: z.string().optional(),
  /** The last turn shows only rows not shown before. */
  more: z.boolean().default(false),
});
type StreamQuestion = z.infer<typeof questionSchema>;

/** How one question was answered. */
export interface StreamScore {
  question: StreamQuestion;
  /** `not understood`: no rows were given; `wrong`: other rows or sums than SQL gives. */
  outcome: "right" | "wrong" | "not understood";
  reason: string;
}

/** Measures exact questions against rows and sums that SQL computes over the same files. */
export async function runStreams(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const questions = await readJsonLines(options.file, questionSchema);
  const database = await openTables(options.knowledge ?? "knowledge");
  const scores = await withIndex(options, async (folder) => {
    const view = new KnowledgeView(await openIndex(folder));
    const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
    const results: StreamScore[] = [];
    for (const question of questions) {
      let reply: Reply | undefined;
      for (const text of question.turns ?? [question.question ?? ""]) {
        reply = await answerTurn({
          channel: "command-line",
          conversationId: question.id,
          text,
          reader: "public",
        });
      }
      if (reply !== undefined) results.push(scoreReply(question, { reply, database }));
    }
    return results;
  });
  return present(scores, options);
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

function compareSums(
  question: StreamQuestion,
  context: { reply: Reply; expected: readonly string[]; database: DatabaseSync },
): string {
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

function present(scores: readonly StreamScore[], options: { isJson: boolean; isVerbose: boolean }): string {
  const figures = Object.fromEntries(
    ["streams", "companies", "parks"].map((table) => [
      table,
      summarise(scores.filter(({ question }) => question.table === table)),
    ]),
  );
  const failures = scores
    .filter(({ outcome }) => outcome !== "right")
    .map(({ question, outcome, reason }) => ({
      id: question.id,
      asked: question.turns ?? question.question,
      outcome,
      reason,
    }));
  if (options.isJson) return JSON.stringify({ ...figures, ...(options.isVerbose ? { failures } : {}) });
  const lines = Object.entries(figures).map(
    ([table, { questions, understood, right, wronglyAnswered }]) =>
      `${table}: ${questions} questions; understood ${understood}; rows and sums right of those understood ${right}; not to be understood, yet answered with rows ${wronglyAnswered}`,
  );
  const told = options.isVerbose
    ? failures.map(
        ({ id, asked, outcome, reason }) => `${id} ${JSON.stringify(asked)}\n  ${outcome}: ${reason}`,
      )
    : [];
  return [...told, ...lines].join("\n");
}

function summarise(scores: readonly StreamScore[]) {
  const askable = scores.filter(({ question }) => question.understood);
  const understood = askable.filter(({ outcome }) => outcome !== "not understood");
  const right = understood.filter(({ outcome }) => outcome === "right");
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return {
    questions: scores.length,
    understood: share(understood.length, askable.length),
    right: share(right.length, understood.length),
    wronglyAnswered: scores.filter(({ question, outcome }) => !question.understood && outcome === "wrong")
      .length,
  };
}
