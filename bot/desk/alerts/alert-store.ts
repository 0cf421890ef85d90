import { LANGUAGES, READERS } from "../../../knowledge/languages.ts";
import type { Database, SqlRow, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import { type Alert, queryKey, watchedSchema } from "./alert.ts";

/** An alert, and the mark of the rows it was last checked against. */
export interface CheckedAlert {
  id: number;
  /** Absent when a newer version of the program no longer understands what it watches. */
  alert: Alert | undefined;
  checked: string;
}

/** How many alerts watch the same, for the desk. */
export interface WatchedQuery {
  query: Alert["query"];
  active: number;
  paused: number;
}

const unseenOf = (present: string) => `select present.value as record from ${present}
  where not exists (select 1 from alert_seen where alert = ? and record = present.value)`;

const seeing = (alert: string, present: string) =>
  `insert into alert_seen (alert, record) select ${alert}, present.value from ${present} on conflict do nothing`;

const STATEMENTS = {
  add: `insert into alert (conversation, number, person, language, reader, state, query, json, created, changed)
    values (?, (select coalesce(max(number), 0) + 1 from alert where conversation = ?), ?, ?, ?, 'active', ?, ?, ?, ?)
    returning *`,
  list: "select * from alert where conversation = ? order by number",
  find: "select * from alert where conversation = ? and query = ?",
  active: "select * from alert where state = 'active' and id > ? order by id limit ?",
  read: "select * from alert where id = ?",
  setState: "update alert set state = ?, changed = ? where id = ?",
  remove: "delete from alert where id = ?",
  removeAll: "delete from alert where conversation = ?",
  removeGone: `delete from alert
    where (conversation like 'web-chat:%' and substr(conversation, 10) not in (select id from conversation))
    or (conversation like 'msteams:%' and conversation not in (select key from conversation_reference))`,
  unseen: {
    sqlite: unseenOf("json_each(?) as present"),
    postgres: unseenOf("json_array_elements_text(cast(? as json)) as present (value)"),
  },
  see: {
    sqlite: seeing("?", "json_each(?) as present where true"),
    postgres: seeing("cast(? as bigint)", "json_array_elements_text(cast(? as json)) as present (value)"),
  },
  check: "update alert set checked = ? where id = ?",
  queries: `select min(json) as json, sum(case state when 'active' then 1 else 0 end) as active,
    sum(case state when 'paused' then 1 else 0 end) as paused
    from alert group by query order by active desc, paused desc, query`,
} as const;

/** Alerts with the rows each of them knows already, in SQLite. */
export class AlertStore {
  readonly #database: Database;
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /**
   * Adds an alert that knows some rows already.
   *
   * @param present Ids of the rows that are there now; they are no news.
   */
  async add(alert: Omit<Alert, "id" | "number" | "state">, present: readonly string[]): Promise<Alert> {
    const { conversation, person = null, language, reader, query, created } = alert;
    return this.#database.transact(async () => {
      const row = await this.#statements.add.get(
        conversation,
        conversation,
        person,
        language,
        reader,
        queryKey(query),
        JSON.stringify({ query }),
        created,
        created,
      );
      const added = toAlert(row);
      if (added === undefined) throw new TypeError("Cannot add an alert: its query cannot be read back");
      await this.markSeen(added.id, present);
      return added;
    });
  }

  /** The alerts of a conversation, by their numbers. */
  async list(conversation: string): Promise<Alert[]> {
    return (await this.#statements.list.all(conversation)).flatMap((row) => toAlert(row) ?? []);
  }

  /** The alert of a conversation that watches the same. */
  async find(conversation: string, query: Alert["query"]): Promise<Alert | undefined> {
    return toAlert(await this.#statements.find.get(conversation, queryKey(query)));
  }

  /**
   * Alerts that are not paused, by their ids.
   *
   * @param after Only those with a greater id.
   */
  async active(after: number, limit: number): Promise<CheckedAlert[]> {
    return (await this.#statements.active.all(after, limit)).map(toChecked);
  }

  /** An alert as {@link active} gives it, paused or not; nothing when it is gone. */
  async read(id: number): Promise<CheckedAlert | undefined> {
    const row = await this.#statements.read.get(id);
    return row && toChecked(row);
  }

  async setState(id: number, change: { state: Alert["state"]; at: number }): Promise<void> {
    await this.#statements.setState.run(change.state, change.at, id);
  }

  async remove(id: number): Promise<void> {
    await this.#statements.remove.run(id);
  }

  /** Deletes all alerts of a conversation. @returns How many. */
  async removeAll(conversation: string): Promise<number> {
    return (await this.#statements.removeAll.run(conversation)).changes;
  }

  /** Deletes the alerts of web chats that have ended and of places in Teams where the bot was removed. @returns How many. */
  async removeGone(): Promise<number> {
    return (await this.#statements.removeGone.run()).changes;
  }

  /** Which of some rows, a JSON list of ids, an alert does not know yet. */
  async unseen(id: number, present: string): Promise<Set<string>> {
    return new Set((await this.#statements.unseen.all(present, id)).map((row) => String(row.record)));
  }

  /** Notes that an alert knows rows. */
  async markSeen(id: number, records: readonly string[]): Promise<void> {
    if (records.length > 0) await this.#statements.see.run(id, JSON.stringify(records));
  }

  /** Notes against which rows an alert was checked. */
  async markChecked(id: number, checked: string): Promise<void> {
    await this.#statements.check.run(checked, id);
  }

  /** What is watched, commonest first. */
  async queries(): Promise<WatchedQuery[]> {
    return (await this.#statements.queries.all()).flatMap((row) => {
      const query = parseQuery(row.json);
      return query === undefined ? [] : [{ query, active: Number(row.active), paused: Number(row.paused) }];
    });
  }
}

function parseQuery(json: unknown): Alert["query"] | undefined {
  const parsed = watchedSchema.safeParse(JSON.parse(String(json)));
  return parsed.success ? parsed.data.query : undefined;
}

function toChecked(row: SqlRow): CheckedAlert {
  return { id: Number(row.id), alert: toAlert(row), checked: String(row.checked) };
}

/** An alert whose query a newer version of the program no longer understands is passed over. */
function toAlert(row: Record<string, unknown> | undefined): Alert | undefined {
  const query = row === undefined ? undefined : parseQuery(row.json);
  if (row === undefined || query === undefined) return undefined;
  return {
    id: Number(row.id),
    conversation: String(row.conversation),
    number: Number(row.number),
    person: row.person === null ? undefined : String(row.person),
    language: LANGUAGES.find((language) => language === row.language) ?? "en",
    reader: READERS.find((reader) => reader === row.reader) ?? "public",
    state: row.state === "paused" ? "paused" : "active",
    query,
    created: Number(row.created),
  };
}
