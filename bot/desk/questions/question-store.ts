import type { DatabaseSync, StatementSync } from "node:sqlite";
import { dayOf } from "../../calendar.ts";
import { prepareAll } from "../../state/prepare-all.ts";
import { transact } from "../../state/transact.ts";
import type { AskedQuestion, Happening, OpenQuestion, Settlement } from "./asked-question.ts";
import { readOpenQuestion } from "./read-open-question.ts";

/** By what an answer may be rated: the id of its activity, or the one its thumbs carry. */
export interface AnswerTarget {
  turn: string;
  conversation: string;
  target: string;
  created: number;
}

/** What people said of one answer. */
export interface AnswerRating {
  likes: number;
  dislikes: number;
  comments: readonly string[];
}

const OPEN = "settled is null and (outcome in ('refused', 'weak') or dislikes > 0)";

const STATEMENTS = {
  add: `insert into asked (turn, conversation, channel, language, intent, outcome, text, day, created)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (turn) do nothing`,
  addTopic: "insert into asked_topic (asked, topic) values (?, ?) on conflict do nothing",
  addTarget: `insert into asked_target (conversation, target, turn, created)
    select ?, ?, turn, ? from asked where turn = ? on conflict do nothing`,
  addHappening:
    "insert into happening (kind, conversation, channel, language, day, created) values (?, ?, ?, ?, ?, ?)",
  turnOf: "select turn from asked_target where conversation = ? and target = ?",
  ratings: `select reaction, comment from feedback where conversation = ?
    and (target = ? or target in (select target from asked_target where turn = ?)) order by id`,
  rate: `update asked set likes = ?, dislikes = ?, comments = ?,
    text = case when ? = 0 and outcome not in ('refused', 'weak') then null else coalesce(text, ?) end,
    settled = case when ? > dislikes then null else settled end where turn = ?`,
  open: `select id, language, outcome, dislikes, comments, text, created from asked where ${OPEN} order by id desc limit ?`,
  countOpen: `select count(*) as count from asked where ${OPEN}`,
  settle: `update asked set settled = ?, settled_at = ? where id = ? and ${OPEN}`,
} as const;

/** The rows of what was asked and of what happened: all their SQL but that of figures and of forgetting. */
export class QuestionStore {
  readonly #database: DatabaseSync;
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /** Adds rows in one transaction. */
  add(rows: {
    asked: readonly AskedQuestion[];
    targets: readonly AnswerTarget[];
    happenings: readonly Happening[];
  }): void {
    transact(this.#database, () => {
      for (const question of rows.asked) this.#addAsked(question);
      for (const { conversation, target, turn, created } of rows.targets)
        this.#statements.addTarget.run(conversation, target, created, turn);
      for (const { kind, conversation, channel, language, created } of rows.happenings)
        this.#statements.addHappening.run(kind, conversation, channel, language, dayOf(created), created);
    });
  }

  #addAsked(question: AskedQuestion): void {
    const { turn, conversation, channel, language, intent, outcome, topics, text = null, created } = question;
    const { lastInsertRowid, changes } = this.#statements.add.run(
      turn,
      conversation,
      channel,
      language,
      intent,
      outcome,
      text,
      dayOf(created),
      created,
    );
    if (changes === 0) return;
    for (const topic of topics) this.#statements.addTopic.run(lastInsertRowid, topic);
  }

  /** The turn that a rating of `target` is about. */
  turnOf(conversation: string, target: string): string | undefined {
    const row = this.#statements.turnOf.get(conversation, target);
    return row === undefined ? undefined : String(row.turn);
  }

  /** What people said of an answer so far, each once, as the ratings tell. */
  readRating(turn: string, conversation: string): AnswerRating {
    const rows = this.#statements.ratings.all(conversation, turn, turn);
    const count = (reaction: string) => rows.filter((row) => row.reaction === reaction).length;
    const disliked = rows.filter((row) => row.reaction === "dislike" && row.comment !== null);
    return {
      likes: count("like"),
      dislikes: count("dislike"),
      comments: disliked.map((row) => String(row.comment)),
    };
  }

  /**
   * Notes what people think of an answer. One that is disliked anew waits in the queue again.
   *
   * @param rating.text The question's words, if they are not kept yet.
   */
  rate(turn: string, rating: AnswerRating & { text?: string | undefined }): void {
    const { likes, dislikes, comments, text = null } = rating;
    this.#statements.rate.run(likes, dislikes, JSON.stringify(comments), dislikes, text, dislikes, turn);
  }

  /** The newest questions that wait, oldest of them first. */
  readOpen(limit: number): OpenQuestion[] {
    return this.#statements.open.all(limit).map(readOpenQuestion).reverse();
  }

  countOpen(): number {
    return Number(this.#statements.countOpen.get()?.count ?? 0);
  }

  /** Takes questions out of the queue. @returns How many still waited. */
  settle(ids: readonly number[], options: { as: Settlement; now: number }): number {
    const { as, now } = options;
    return ids.reduce((sum, id) => sum + Number(this.#statements.settle.run(as, now, id).changes), 0);
  }
}
