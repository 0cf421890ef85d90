import type { DatabaseSync, StatementSync } from "node:sqlite";
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

type Row = Record<string, unknown>;

/** The entries of the desk and their history, in the state database. Call what writes within a transaction. */
export class FaqStore {
  readonly #list: StatementSync;
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #putBase: StatementSync;
  readonly #addRevision: StatementSync;
  readonly #revisions: StatementSync;

  constructor(database: DatabaseSync) {
    this.#list = database.prepare("select * from faq_entry order by id");
    this.#find = database.prepare("select * from faq_entry where id = ?");
    this.#put = database.prepare(
      "insert or replace into faq_entry (id, revision, state, json, base, changed, changed_by, changed_by_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#putBase = database.prepare("update faq_entry set base = ? where id = ?");
    this.#addRevision = database.prepare(
      "insert into faq_revision (id, revision, change, state, json, changed, changed_by, changed_by_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#revisions = database.prepare("select * from faq_revision where id = ? order by revision desc");
  }

  /** All entries, retired ones too, by their ids. */
  list(): FaqRecord[] {
    return this.#list.all().map(toRecord);
  }

  find(id: string): FaqRecord | undefined {
    const row = this.#find.get(id);
    return row === undefined ? undefined : toRecord(row);
  }

  /** Keeps a new form of an entry and adds it to the history. @throws If the history has this revision already. */
  put(record: FaqRecord, change: FaqChange): void {
    const { id, revision, state, content, base, changed, changedBy } = record;
    const json = JSON.stringify(content);
    this.addRevision({ ...record, change });
    this.#put.run(id, revision, state, json, base, changed, changedBy.id, changedBy.name);
  }

  /** Adds a form to the history alone: the one that an entry had in the files. */
  addRevision({ id, revision, change, state, content, changed, changedBy }: FaqRevision): void {
    const json = JSON.stringify(content);
    this.#addRevision.run(id, revision, change, state, json, changed, changedBy.id, changedBy.name);
  }

  /** Notes what the files hold now. */
  putBase(id: string, base: string): void {
    this.#putBase.run(base, id);
  }

  /** Forms of an entry, newest first. */
  revisions(id: string): FaqRevision[] {
    return this.#revisions.all(id).map((row) => ({ ...shared(row), change: row.change as FaqChange }));
  }
}

function toRecord(row: Row): FaqRecord {
  return { ...shared(row), base: String(row.base) };
}

function shared(row: Row): Omit<FaqRecord, "base"> {
  return {
    id: String(row.id),
    revision: Number(row.revision),
    state: row.state === "retired" ? "retired" : "live",
    content: keptContentSchema.parse(JSON.parse(String(row.json))),
    changed: Number(row.changed),
    changedBy: { id: String(row.changed_by), name: String(row.changed_by_name) },
  };
}
