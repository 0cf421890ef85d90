import type { TurnFeedback } from "../../state/conversation-store.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import type { DeskSection } from "../web/desk-section.ts";
import type { HappeningKind, HappeningPlace } from "./asked-question.ts";
import { createEraseSkill } from "./erase-skill.ts";
import { createFiguresSection } from "./figures-section.ts";
import { QuestionKeeper, type Retention } from "./question-keeper.ts";
import { type DeliveredAnswer, QuestionLog } from "./question-log.ts";
import { QuestionQueue, type QueuePrefill } from "./question-queue.ts";
import { QuestionStore } from "./question-store.ts";
import { createQueueSection } from "./queue-section.ts";

/** What {@link createQuestionsPart} can be told. */
export interface QuestionsOptions extends Retention {
  /** Deletes all that is kept of whoever speaks in a conversation. @default the chat offers no deletion */
  eraseConversation?: (conversationId: string) => void | Promise<void>;
}

/** The log of what was asked, with all that is made of it. */
export interface QuestionsPart extends DeskPart {
  /** The queue. */
  section: DeskSection;
  /** The figures: the part's second section. */
  figuresSection: DeskSection;
  /** Notes by which ids a delivered answer may be rated. */
  noteDelivered: (answer: DeliveredAnswer) => void;
  /** Notes a rating after it was kept. */
  noteRating: (feedback: TurnFeedback) => Promise<void>;
  /** Notes something of the figures that happened elsewhere. */
  noteHappening: (kind: HappeningKind, place: HappeningPlace) => void;
  /** What a FAQ entry written from `question:ID` begins with. */
  prefillFaq: (from: string) => Promise<QueuePrefill | undefined>;
  /** Notes that an entry was written from `question:ID`: its group leaves the queue. */
  noteFaq: (from: string, entryId: string) => Promise<void>;
  /** Writes what still waits in memory; call it before the database is closed. */
  flush: () => Promise<void>;
}

/**
 * Puts the part together: the log of the pipeline, the queue, the figures, retention and forgetting.
 *
 * @example
 * ```ts
 * const questions = createQuestionsPart(base, { questionDays: 180, eraseConversation: (key) => store.erasePerson(key) });
 * store.onFeedback(questions.noteRating);
 * ```
 */
export function createQuestionsPart(base: DeskBase, options: QuestionsOptions = {}): QuestionsPart {
  const { database, now, log: systemLog, audit, currentView } = base;
  const log = new QuestionLog(new QuestionStore(database), { now, log: systemLog });
  const keeper = new QuestionKeeper(database, { ...options, now });
  const queue = new QuestionQueue(log, currentView);
  const flush = () => log.flush();
  const { eraseConversation } = options;
  return {
    section: createQueueSection({ queue, audit, now, transact: (work) => database.transact(work) }),
    figuresSection: createFiguresSection({ database, audit, currentView, now, flush }),
    skills: [
      log,
      ...(eraseConversation === undefined ? [] : [createEraseSkill({ eraseConversation, log: systemLog })]),
    ],
    erase: async (conversationId) => {
      await log.erase(conversationId);
      await keeper.erase(conversationId);
    },
    purge: async () => {
      await log.purge();
      await keeper.purge();
    },
    noteDelivered: (answer) => log.noteDelivered(answer),
    noteRating: (feedback) => log.noteRating(feedback),
    noteHappening: (kind, place) => log.noteHappening(kind, place),
    prefillFaq: (from) => queue.prefillFaq(from),
    noteFaq: async (from, entryId) => {
      await queue.noteFaq(from, entryId);
    },
    flush,
  };
}
