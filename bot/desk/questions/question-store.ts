import { dayOf } from "../../calendar.ts";
import type { Database, SqlValue, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import type { AskedQuestion, Happening, OpenQuestion, Settlement } from "./asked-question.ts";
import { inPortions, PORTION, placesOf, prepareInsert } from "./insert-rows.ts";
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

const INSERTS = {
  asked: {
    into: "insert into asked (turn, conversation, channel, language, intent, outcome, text, day, created)",
    columns: 9,
    ending: "on conflict (turn) do nothing returning id, turn",
  },
  topics: {
    into: "insert into asked_topic (asked, topic)",
    columns: 2,
    ending: "on conflict do nothing",
  },
  targets: {
    into: "insert into asked_target (conversation, target, turn, created)",
    columns: 4,
    ending: "on conflict do nothing",
  },
  happenings: {
    into: "insert into happening (kind, conversation, channel, language, day, created)",
    columns: 6,
  },
} as const;

const STATEMENTS = {
  known: `select turn from asked where turn in (${placesOf(PORTION)})`,
  turnOf: "select turn from asked_target where conversation = ? and target = ?",
  ratings: `select reaction, comment from feedback where conversation = ?
    and (target = ? or target in (select target from asked_target where turn = ?)) order by id`,
  rate: `update asked set likes = ?, dislikes = ?, comments = ?,
    text = case when ? = 0 and outcome not in ('refused', 'weak') then null else coalesce(text, ?) end,
    settled = case when ? > dislikes then null else settled end where turn = ?`,
  open: `select id, language, outcome, dislikes, comments, text, created from asked where ${OPEN} order by id desc limit ?`,
  countOpen: `select count(*) as count from asked where ${OPEN}`,
  settle: `update asked set settled = ?, settled_at = ? where id in (${placesOf(PORTION)}) and ${OPEN}`,
  addWords: "update asked set text = ? where turn = ? and text is null and dislikes > 0",
} as const;

/** Rows that are written together. */
export interface NewRows {
  asked: readonly AskedQuestion[];
  targets: readonly AnswerTarget[];
  happenings: readonly Happening[];
}

/** The rows of what was asked and of what happened: all their SQL but that of figures and of forgetting. */
export class QuestionStore {
  /** Where they lie; what belongs together goes through its `transact`. */
  readonly database: Database;
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;
  readonly #inserts: Record<keyof typeof INSERTS, ReturnType<typeof prepareInsert>>;

  constructor(database: Database) {
    this.database = database;
    this.#statements = prepareAll(database, STATEMENTS);
    this.#inserts = {
      asked: prepareInsert(database, INSERTS.asked),
      topics: prepareInsert(database, INSERTS.topics),
      targets: prepareInsert(database, INSERTS.targets),
      happenings: prepareInsert(database, INSERTS.happenings),
    };
  }

  /** Adds rows in one transaction, by few statements. Rows of turns that are there already change nothing. */
  async add({ asked, targets, happenings }: NewRows): Promise<void> {
    await this.database.transact(async () => {
      const added = await this.#addAsked(asked);
      const known = await this.knownTurns(targets.map(({ turn }) => turn));
      await this.#inserts.targets(
        targets
          .filter(({ turn }) => known.has(turn))
          .map(({ conversation, target, turn, created }) => [conversation, target, turn, created]),
      );
      // Rows that come a second time were written, though nobody was told so: then what happened with them was too.
      if (asked.length > 0 && added === 0) return;
      await this.#inserts.happenings(
        happenings.map(({ kind, conversation, channel, language, created }) => [
          kind,
          conversation,
          channel,
          language,
          dayOf(created),
          created,
        ]),
      );
    });
  }

  /** @returns How many were not there yet. */
  async #addAsked(asked: readonly AskedQuestion[]): Promise<number> {
    const added = await this.#inserts.asked(asked.map(toRow));
    const ids = new Map(added.map(({ id, turn }) => [turn, Number(id)]));
    const topics = asked.flatMap(({ turn, topics }) => {
      const id = ids.get(turn);
      return id === undefined ? [] : [...new Set(topics)].map((topic) => [id, topic]);
    });
    await this.#inserts.topics(topics);
    return added.length;
  }

  /** Which of some turns have a row; that of an erased one bears another name. */
  async knownTurns(turns: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const portion of inPortions([...new Set(turns)]))
      for (const { turn } of await this.#statements.known.all(...portion)) known.add(String(turn));
    return known;
  }

  /** The turn that a rating of `target` is about. */
  async turnOf(conversation: string, target: string): Promise<string | undefined> {
    const row = await this.#statements.turnOf.get(conversation, target);
    return row === undefined ? undefined : String(row.turn);
  }

  /** What people said of an answer so far, each once, as the ratings tell. */
  async readRating(turn: string, conversation: string): Promise<AnswerRating> {
    const rows = await this.#statements.ratings.all(conversation, turn, turn);
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
  async rate(turn: string, rating: AnswerRating & { text?: string | undefined }): Promise<void> {
    const { likes, dislikes, comments, text = null } = rating;
    const values = [likes, dislikes, JSON.stringify(comments), dislikes, text, dislikes, turn];
    await this.#statements.rate.run(...values);
  }

  /** Adds the words of a disliked turn that has none. */
  async addWords(turn: string, text: string): Promise<void> {
    await this.#statements.addWords.run(text, turn);
  }

  /** The newest questions that wait, oldest of them first. */
  async readOpen(limit: number): Promise<OpenQuestion[]> {
    return (await this.#statements.open.all(limit)).map(readOpenQuestion).reverse();
  }

  async countOpen(): Promise<number> {
    return Number((await this.#statements.countOpen.get())?.count ?? 0);
  }

  /** Takes questions out of the queue. @returns How many still waited. */
  async settle(ids: readonly number[], options: { as: Settlement; now: number }): Promise<number> {
    const { as, now } = options;
    let settled = 0;
    for (const portion of inPortions(ids))
      settled += (await this.#statements.settle.run(as, now, ...portion)).changes;
    return settled;
  }
}

function toRow(question: AskedQuestion): SqlValue[] {
  const { turn, conversation, channel, language, intent, outcome, text = null, created } = question;
  return [turn, conversation, channel, language, intent, outcome, text, dayOf(created), created];
}
