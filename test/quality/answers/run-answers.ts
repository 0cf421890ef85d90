import { readFile } from "node:fs/promises";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import type { AnswerTurn } from "../../../bot/turn.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { openIndex } from "../../../indexer/index.ts";
import { toInputError } from "../input-error.ts";
import { withIndex } from "../with-index.ts";
import { nameFaults, presentFailure, presentSummary } from "./present-scores.ts";
import { type EvaluationQuestion, parseQuestions } from "./read-questions.ts";
import { type AnswerScore, scoreAnswer } from "./score-answer.ts";
import { summariseScores } from "./summarise-scores.ts";

/** What `--answers` is asked to do. */
export interface AnswersOptions {
  /** File of questions; see `parseQuestions`. */
  readonly file: string;
  /** Folder of an index to open. @default {"data/index", built from "knowledge" if absent} */
  readonly index?: string | undefined;
  /** Folder of knowledge to index for this run only; not together with `index`. */
  readonly knowledge?: string | undefined;
  /** Whether to give one JSON object instead of a table. */
  readonly isJson: boolean;
  /** Whether to add every answer that is not right. */
  readonly isVerbose: boolean;
}

/**
 * Asks the questions of a file through the pipeline of the channels and measures the answers.
 *
 * @returns The text to print, and a message for each line of the file that is no question; the others are measured.
 * @throws {InputError} If a file or folder is missing, or both an index and a knowledge folder are named.
 */
export async function runAnswers(options: AnswersOptions): Promise<{ text: string; faults: string[] }> {
  const { questions, faults } = parseQuestions(await readQuestions(options.file));
  const scores = await withIndex(options, (indexFolder) => askQuestions(questions, indexFolder));
  return {
    text: present(scores, options),
    faults: faults.map(({ line, reason }) => `Cannot read "${options.file}", line ${line}: ${reason}`),
  };
}

async function readQuestions(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw toInputError(`Cannot read "${file}"`, error);
  }
}

async function askQuestions(
  questions: readonly EvaluationQuestion[],
  indexFolder: string,
): Promise<AnswerScore[]> {
  const view = new KnowledgeView(
    await openIndex(indexFolder).catch((error: unknown) => {
      throw toInputError(`Cannot measure with "${indexFolder}"`, error);
    }),
  );
  const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
  const scores: AnswerScore[] = [];
  for (const question of questions) scores.push(scoreAnswer(question, await ask(question, answerTurn)));
  return scores;
}

/** Asks the turns of a question in a conversation of its own and gives the last reply. */
async function ask({ id, turns }: EvaluationQuestion, answerTurn: AnswerTurn): Promise<Reply> {
  let reply: Reply | undefined;
  for (const text of turns) {
    reply = await answerTurn({ channel: "command-line", conversationId: id, text, reader: "public" });
  }
  if (reply === undefined) throw new RangeError(`Cannot ask "${id}": it has no turn`);
  return reply;
}

function present(scores: readonly AnswerScore[], { isJson, isVerbose }: AnswersOptions): string {
  const summary = summariseScores(scores);
  const failures = isVerbose ? scores.filter(({ isRight }) => !isRight) : [];
  if (!isJson) return [...failures.map(presentFailure), presentSummary(summary)].join("\n\n");
  return JSON.stringify({ ...summary, ...(isVerbose ? { failures: failures.map(toJsonFailure) } : {}) });
}

function toJsonFailure(score: AnswerScore): Record<string, unknown> {
  const { question, reply } = score;
  return { id: question.id, turns: question.turns, faults: nameFaults(score), answer: reply.text };
}
