import type { Database, SqlRow, Statement } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";
import { type ActivityIdentity, keyOfActivity, type SeenActivities } from "./seen-activities.ts";

/** A turn whose message was acknowledged and is not answered yet. */
export interface PendingTurn {
  /** Id of the activity in the web chat; elsewhere what stands for the activity. */
  id: string;
  /** Key of the conversation, as in `IncomingTurn`. */
  conversation: string;
  channel: "web-chat" | "teams";
  /** Number of the activity in the web chat; 0 elsewhere. */
  sequence: number;
  /** What is needed to run it; check it with a schema. */
  facts: unknown;
  /** The answer was about to be sent when the process ended: perhaps it arrived. */
  isSending: boolean;
  /** How often it was begun again. */
  attempts: number;
}

const COLUMNS = "id, conversation, channel, sequence, json, state, attempts";

const STATEMENTS = {
  add: "insert into pending_turn (id, conversation, channel, sequence, json, created) values (?, ?, 'teams', 0, ?, ?)",
  due: "select distinct conversation from pending_turn where created < ? or created > ? limit ?",
  of: `select ${COLUMNS} from pending_turn where conversation = ? order by sequence, created, id`,
  begin: `update pending_turn set attempts = attempts + 1 where id = ? returning ${COLUMNS}`,
  send: "update pending_turn set state = 'sending' where id = ? and state = 'waiting'",
  remove: "delete from pending_turn where id = ?",
  erase: "delete from pending_turn where conversation = ?",
} as const;

/** A turn that began so far ahead began before the clock was set back, in milliseconds: a minute. */
const AHEAD_IN_MS = 60_000;

/** Conversations that are looked at in one round. */
const MOST_AT_ONCE = 50;

/**
 * Turns whose message was acknowledged and that are not answered yet, so that an answer comes also when the process that
 * took the message ends. Those of the web chat are added and ended by the conversation log, together with the message
 * and the first of its answer.
 */
export class PendingTurns {
  readonly #database: Database;
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: { now: () => number }) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
    this.#now = options.now;
  }

  /**
   * Notes an activity as taken and its turn as waiting, both or none.
   *
   * @param options.facts What is needed to run the turn; plain JSON.
   * @returns The id of the turn; `undefined` when the activity was taken before.
   */
  take(
    activity: ActivityIdentity,
    options: { seen: SeenActivities; conversation: string; facts: object },
  ): Promise<string | undefined> {
    const { seen, conversation, facts } = options;
    return this.#database.transact(async () => {
      if (await seen.isRepeated(activity)) return undefined;
      const id = keyOfActivity(activity) ?? `${conversation}|${this.#now()}|${Math.random()}`;
      await this.#statements.add.run(id, conversation, JSON.stringify(facts), this.#now());
      return id;
    });
  }

  /** Conversations with turns that began before a time, in milliseconds since 1970, or by a clock that was ahead. */
  async due(before: number): Promise<string[]> {
    const rows = await this.#statements.due.all(before, this.#now() + AHEAD_IN_MS, MOST_AT_ONCE);
    return rows.map(({ conversation }) => String(conversation));
  }

  /** The turns of a conversation, oldest first. */
  async of(conversation: string): Promise<PendingTurn[]> {
    return (await this.#statements.of.all(conversation)).map(toTurn);
  }

  /** Notes that a turn is begun again. @returns How it stands; `undefined` when it has ended. */
  async begin(id: string): Promise<PendingTurn | undefined> {
    const row = await this.#statements.begin.get(id);
    return row && toTurn(row);
  }

  /** Notes that the answer is about to be sent. @returns `false` when somebody else sends it, or it has ended. */
  async send(id: string): Promise<boolean> {
    return (await this.#statements.send.run(id)).changes === 1;
  }

  /** Notes that a turn has ended. */
  async remove(id: string): Promise<void> {
    await this.#statements.remove.run(id);
  }

  /** Forgets the turns of a conversation. */
  async erase(conversation: string): Promise<void> {
    await this.#statements.erase.run(conversation);
  }
}

function toTurn(row: SqlRow): PendingTurn {
  return {
    id: String(row.id),
    conversation: String(row.conversation),
    channel: row.channel === "teams" ? "teams" : "web-chat",
    sequence: Number(row.sequence),
    facts: JSON.parse(String(row.json)),
    isSending: row.state === "sending",
    attempts: Number(row.attempts),
  };
}
