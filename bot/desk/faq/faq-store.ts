import type { Database, SqlRow, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import type { Actor } from "../actor.ts";
import { type FaqContent, type FaqState, keptContentSchema } from "./faq-entry.ts";

/** What was done to an entry; `file` is the form it had in the knowledge files before the desk took it over. */
export const FAQ_CHANGES = ["file", "add", "edit", "retire", "restore", "take-file"] as const;

/** One of {@link FAQ_CHANGES}. */
export type FaqChange = (typeof FAQ_CHANGES)[number];

/** An entry that the desk keeps. */
export interface FaqRecord {
  id: string;
  /** Grows by one with each change. */
  revision: number;
  state: FaqState;
  content: FaqContent;
  /** Fingerprint of what the files held when it was taken over or last written there; empty: nothing. */
  base: string;
  /** Milliseconds since 1970. */
  changed: number;
  changedBy: FaqAuthor;
}

/** Who made a change. */
export type FaqAuthor = Pick<Actor, "id" | "name">;

/** One form that an entry had. */
export type FaqRevision = Omit<FaqRecord, "base"> & { change: FaqChange };

const STATEMENTS = {
  list: "select * from faq_entry order by id",
  find: "select * from faq_entry where id = ?",
  put: `insert into faq_entry (id, revision, state, json, base, changed, changed_by, changed_by_name)
    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set revision = excluded.revision,
    state = excluded.state, json = excluded.json, base = excluded.base, changed = excluded.changed,
    changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name`,
  putBase: "update faq_entry set base = ? where id = ?",
  addRevision: `insert into faq_revision (id, revision, change, state, json, changed, changed_by, changed_by_name)
    values (?, ?, ?, ?, ?, ?, ?, ?)`,
  revisions: "select * from faq_revision where id = ? order by revision desc",
} as const;

/** The entries of the desk and their history, in the state database. Call what writes within a transaction. */
export class FaqStore {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /** All entries, retired ones too, by their ids. */
  async list(): Promise<FaqRecord[]> {
    return (await this.#statements.list.all()).map(toRecord);
  }

  async find(id: string): Promise<FaqRecord | undefined> {
    const row = await this.#statements.find.get(id);
    return row === undefined ? undefined : toRecord(row);
  }

  /** Keeps a new form of an entry and adds it to the history. @throws If the history has this revision already. */
  async put(record: FaqRecord, change: FaqChange): Promise<void> {
    const { id, revision, state, content, base, changed, changedBy } = record;
    const json = JSON.stringify(content);
    await this.addRevision({ ...record, change });
    const { put } = this.#statements;
    await put.run(id, revision, state, json, base, changed, changedBy.id, changedBy.name);
  }

  /** Adds a form to the history alone: the one that an entry had in the files. */
  async addRevision({
    id,
    revision,
    change,
    state,
    content,
    changed,
    changedBy,
  }: FaqRevision): Promise<void> {
    const json = JSON.stringify(content);
    const { addRevision } = this.#statements;
    await addRevision.run(id, revision, change, state, json, changed, changedBy.id, changedBy.name);
  }

  /** Notes what the files hold now. */
  async putBase(id: string, base: string): Promise<void> {
    await this.#statements.putBase.run(base, id);
  }

  /** Forms of an entry, newest first. */
  async revisions(id: string): Promise<FaqRevision[]> {
    const rows = await this.#statements.revisions.all(id);
    return rows.map((row) => ({ ...shared(row), change: row.change as FaqChange }));
  }
}

function toRecord(row: SqlRow): FaqRecord {
  return { ...shared(row), base: String(row.base) };
}

function shared(row: SqlRow): Omit<FaqRecord, "base"> {
  return {
    id: String(row.id),
    revision: Number(row.revision),
    state: row.state === "retired" ? "retired" : "live",
    content: keptContentSchema.parse(JSON.parse(String(row.json))),
    changed: Number(row.changed),
    changedBy: { id: String(row.changed_by), name: String(row.changed_by_name) },
  };
}
