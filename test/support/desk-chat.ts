import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { KnowledgeView as View } from "../../bot/knowledge-view.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import type { TurnSkill } from "../../bot/turn-skill.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";

/** Speaks with the real pipeline and some skills of the desk. */
export interface DeskChat {
  /** Says words, or sends a form, in a conversation. */
  say: (said: string | Record<string, string>, changes?: Partial<IncomingTurn>) => Promise<Reply>;
}

/** Puts skills of the desk into the real pipeline. */
export function createDeskChat(currentView: () => KnowledgeView, skills: readonly TurnSkill[]): DeskChat {
  const answerTurn = createAnswerTurn({ currentView, memories: createMemoryStore(), skills });
  return {
    say: (said, changes = {}) =>
      answerTurn({
        channel: "teams",
        conversationId: "msteams:a",
        reader: "public",
        person: { id: "teams:t/a", name: "Aino" },
        ...(typeof said === "string" ? { text: said } : { text: "", form: toForm(said) }),
        ...changes,
      }),
  };
}

function toForm({ form, ...fields }: Record<string, string>): NonNullable<IncomingTurn["form"]> {
  return { kind: form as NonNullable<IncomingTurn["form"]>["kind"], fields };
}

/** The same knowledge with other rows of side streams. */
export function withStreams(
  view: KnowledgeView,
  change: (rows: readonly StreamRecord[]) => readonly StreamRecord[],
): KnowledgeView {
  const { index } = view;
  const streams = change(index.tables.streams ?? []);
  return new View({ ...index, tables: { ...index.tables, streams } } as typeof index);
}

/** The same knowledge with other rows in some tables. */
export function withTables(
  view: KnowledgeView,
  change: (tables: KnowledgeView["index"]["tables"]) => Partial<KnowledgeView["index"]["tables"]>,
): KnowledgeView {
  const { index } = view;
  return new View({ ...index, tables: { ...index.tables, ...change(index.tables) } } as typeof index);
}
