import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { openIndex } from "../../../indexer/index.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";
import { openTables } from "./open-tables.ts";
import { type StreamScore, scoreReply } from "./score-reply.ts";
import { streamQuestionSchema } from "./stream-question.ts";

/** Measures exact questions against rows and sums that SQL computes over the same files. */
export async function runStreams(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const questions = await readJsonLines(options.file, streamQuestionSchema);
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
