import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LANGUAGES, READERS } from "../../../knowledge/languages.ts";
import { prepareAll } from "../../state/prepare-all.ts";
import { transact } from "../../state/transact.ts";
import { type Alert, queryKey, watchedSchema } from "./alert.ts";

/** How many alerts watch the same, for the desk. */
export interface WatchedQuery {
  query: Alert["query"];
  active: number;
  paused: number;
}

const STATEMENTS = {
  add: `insert into alert (conversation, number, person, language, reader, state, query, json, created, changed)
    values (?, (select coalesce(max(number), 0) + 1 from alert where conversation = ?), ?, ?, ?, 'active', ?, ?, ?, ?)
    returning *`,
  list: "select * from alert where conversation = ? order by number",
  find: "select * from alert where conversation = ? and query = ?",
  active: "select id from alert where state = 'active' order by id",
  read: "select * from alert where id = ?",
  setState: "update alert set state = ?, changed = ? where id = ?",
  remove: "delete from alert where id = ?",
  removeAll: "delete from alert where conversation = ?",
  removeGone: `delete from alert
    where (conversation like 'web-chat:%' and substr(conversation, 10) not in (select id from conversation))
    or (conversation like 'msteams:%' and conversation not in (select key from conversation_reference))`,
  unseen: `select value from json_each(?)
    where not exists (select 1 from alert_seen where alert = ? and record = value)`,
  see: "insert or ignore into alert_seen (alert, record) select ?, value from json_each(?)",
  check: "update alert set checked = ? where id = ?",
  queries: `select json, sum(state = 'active') as active, sum(state = 'paused') as paused from alert
    group by query order by active desc, paused desc, query`,
} as const;

/** Alerts with the rows each of them knows already, in SQLite. */
export class AlertStore {
  readonly #database: DatabaseSync;
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /**
   * Adds an alert that knows some rows already.
   *
   * @param present Ids of the rows that are there now; they are no news.
   */
  add(alert: Omit<Alert, "id" | "number" | "state">, present: readonly string[]): Alert {
    const { conversation, person = null, language, reader, query, created } = alert;
    return transact(this.#database, () => {
      const row = this.#statements.add.get(
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
      this.markSeen(added.id, present);
      return added;
    });
  }

  /** The alerts of a conversation, by their numbers. */
  list(conversation: string): Alert[] {
    return this.#statements.list.all(conversation).flatMap((row) => toAlert(row) ?? []);
  }

  /** The alert of a conversation that watches the same. */
  find(conversation: string, query: Alert["query"]): Alert | undefined {
    return toAlert(this.#statements.find.get(conversation, queryKey(query)));
  }

  /** Ids of all alerts that are not paused, oldest first. */
  activeIds(): number[] {
    return this.#statements.active.all().map((row) => Number(row.id));
  }

  /** An alert, and the mark of the rows it was last checked against; nothing when it is gone. */
  read(id: number): { alert: Alert; checked: string } | undefined {
    const row = this.#statements.read.get(id);
    const alert = toAlert(row);
    return alert === undefined ? undefined : { alert, checked: String(row?.checked) };
  }

  setState(id: number, change: { state: Alert["state"]; at: number }): void {
    this.#statements.setState.run(change.state, change.at, id);
  }

  remove(id: number): void {
    this.#statements.remove.run(id);
  }

  /** Deletes all alerts of a conversation. @returns How many. */
  removeAll(conversation: string): number {
    return Number(this.#statements.removeAll.run(conversation).changes);
  }

  /** Deletes the alerts of web chats that have ended and of places in Teams where the bot was removed. @returns How many. */
  removeGone(): number {
    return Number(this.#statements.removeGone.run().changes);
  }

  /** Which of some rows an alert does not know yet, in their order. */
  unseen(id: number, present: string): string[] {
    return this.#statements.unseen.all(present, id).map((row) => String(row.value));
  }

  /** Notes that an alert knows rows. */
  markSeen(id: number, records: readonly string[]): void {
    if (records.length > 0) this.#statements.see.run(id, JSON.stringify(records));
  }

  /** Notes against which rows an alert was checked. */
  markChecked(id: number, checked: string): void {
    this.#statements.check.run(checked, id);
  }

  /** What is watched, commonest first. */
  queries(): WatchedQuery[] {
    return this.#statements.queries.all().flatMap((row) => {
      const query = parseQuery(row.json);
      return query === undefined ? [] : [{ query, active: Number(row.active), paused: Number(row.paused) }];
    });
  }
}

function parseQuery(json: unknown): Alert["query"] | undefined {
  const parsed = watchedSchema.safeParse(JSON.parse(String(json)));
  return parsed.success ? parsed.data.query : undefined;
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
