import { randomUUID } from "node:crypto";
import { dayOf } from "../../calendar.ts";
import type { Database } from "../../state/database/database.ts";
import { addDays } from "./desk-day.ts";

/** How long things are kept, in days. */
export interface Retention {
  /** Questions with their words and conversations. @default {180} */
  questionDays?: number;
  /** Counts by day. @default {1095} */
  figureDays?: number;
}

const FOLD_TURNS = `
  insert into figure_day (day, subject, language, channel, intent, outcome, count, conversations, likes, dislikes)
  select day, 'turn', language, channel, intent, outcome, count(*), count(distinct conversation), sum(likes), sum(dislikes)
  from asked where day < ? group by day, language, channel, intent, outcome`;
const FOLD_TOPICS = `
  insert into figure_day (day, subject, language, channel, intent, outcome, count, conversations)
  select asked.day, 'topic ' || topic, '', '', '', '', count(*), count(distinct conversation)
  from asked_topic join asked on asked.id = asked_topic.asked where asked.day < ? group by asked.day, topic`;
const FOLD_HAPPENINGS = `
  insert into figure_day (day, subject, language, channel, intent, outcome, count, conversations)
  select day, 'happening ' || kind, language, channel, '', '', count(*), count(distinct conversation)
  from happening where day < ? group by day, kind, language, channel`;
/** Rows of a day that was folded before, such as those a clock set back has brought, are added to it. */
const ADD_UP = `
  on conflict (day, subject, language, channel, intent, outcome) do update set
  count = figure_day.count + excluded.count, conversations = figure_day.conversations + excluded.conversations,
  likes = figure_day.likes + excluded.likes, dislikes = figure_day.dislikes + excluded.dislikes`;

/** Folds questions that are too old into counts by day, and forgets conversations on request. */
export class QuestionKeeper {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #questionDays: number;
  readonly #figureDays: number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: Retention & { now: () => number }) {
    this.#database = database;
    this.#now = options.now;
    this.#questionDays = options.questionDays ?? 180;
    this.#figureDays = options.figureDays ?? 1095;
  }

  /** Turns whole days that are too old into counts without words and conversations, and drops counts that are. */
  async purge(): Promise<void> {
    const today = dayOf(this.#now());
    const first = addDays(today, -this.#questionDays);
    await this.#database.transact(async () => {
      for (const fold of [FOLD_TURNS, FOLD_TOPICS, FOLD_HAPPENINGS])
        await this.#database.prepare(`${fold} ${ADD_UP}`).run(first);
      await this.#database.prepare("delete from asked where day < ?").run(first);
      await this.#database.prepare("delete from happening where day < ?").run(first);
      await this.#database
        .prepare("delete from asked_target where turn not in (select turn from asked)")
        .run();
      await this.#database
        .prepare("delete from figure_day where day < ?")
        .run(addDays(today, -this.#figureDays));
    });
  }

  /** Deletes words and the conversation's key; the counts stay. Part of the caller's transaction. */
  async erase(conversation: string): Promise<void> {
    // A key of its own keeps the number of conversations right, and leads to nobody.
    const nobody = `erased:${randomUUID()}`;
    await this.#database.transact(async () => {
      await this.#database
        .prepare(
          "update asked set conversation = ?, text = null, comments = '[]', turn = cast(? as text) || id where conversation = ?",
        )
        .run(nobody, `${nobody}:`, conversation);
      // Without its words nothing is left to look at.
      await this.#database
        .prepare(
          "update asked set settled = 'erased', settled_at = ? where conversation = ? and settled is null",
        )
        .run(this.#now(), nobody);
      await this.#database.prepare("delete from asked_target where conversation = ?").run(conversation);
      await this.#database
        .prepare("update happening set conversation = ? where conversation = ?")
        .run(nobody, conversation);
    });
  }
}
