import { createAnswerTurn } from "../../../../bot/create-answer-turn.ts";
import {
  createQuestionsPart,
  type QuestionsOptions,
  type QuestionsPart,
} from "../../../../bot/desk/questions/create-questions-part.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import type { IncomingTurn } from "../../../../bot/turn.ts";
import { createMemoryStore } from "../../../../bot/understand/memory.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";

/** The part on a database of its own, with the real pipeline before it. */
export interface QuestionsOfTest {
  base: TestDeskBase;
  part: QuestionsPart;
  /** Says something in a conversation, "web-chat:1" unless `changes` name another. */
  say(text: string, changes?: Partial<IncomingTurn>): Promise<Reply>;
  /** Rows of a table, after all was written. */
  rows(
    table: "asked" | "asked_topic" | "asked_target" | "happening" | "figure_day",
  ): Promise<Record<string, unknown>[]>;
}

/** Puts the part on a view. */
export function questionsOn(
  view: KnowledgeView,
  options: QuestionsOptions & { database?: Database } = {},
): QuestionsOfTest {
  const { database, ...rest } = options;
  const base = createDeskBase({ view, ...(database && { database }) });
  const part = createQuestionsPart(base, rest);
  const answerTurn = createAnswerTurn({
    currentView: () => view,
    memories: createMemoryStore(),
    skills: part.skills ?? [],
    log: base.log,
  });
  return {
    base,
    part,
    say: (text, changes = {}) =>
      answerTurn({ channel: "web-chat", conversationId: "web-chat:1", text, reader: "public", ...changes }),
    async rows(table) {
      await part.flush();
      const rows = await base.database.prepare(`select * from ${table} order by 1, 2`).all();
      return rows.map((row) => ({ ...row }));
    },
  };
}
