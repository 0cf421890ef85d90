import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { prepareAll } from "../../state/prepare-all.ts";
import {
  type LiveRecord,
  liveJsonSchema,
  SUBMISSION_STATES,
  type Submission,
  type SubmissionState,
  submissionJsonSchema,
} from "./submission.ts";

const STATEMENTS = {
  add: `insert into submission (kind, state, conversation, person, language, revision, record, json, created, changed)
    values (?, 'waiting', ?, ?, ?, 1, ?, ?, ?, ?) returning *`,
  read: "select * from submission where id = ?",
  list: "select * from submission where state = ? order by changed, id limit 500",
  own: `select * from submission where conversation = ? or (person is not null and person = ?)
    order by changed desc, id desc limit 200`,
  change: `update submission set state = ?, revision = revision + 1, record = ?, json = ?, changed = ?
    where id = ? and revision = ?`,
  count: "select count(*) as count from submission where state = 'waiting'",
  eraseSubmissions: "delete from submission where conversation = ?",
  purge: "delete from submission where state in ('approved', 'withdrawn') and changed < ?",
  readLive: "select * from live_record where kind = ? and id = ?",
  listLive: "select * from live_record order by kind desc, id",
  ownLive: `select * from live_record where conversation = ? or (person is not null and person = ?)
    order by changed desc`,
  saveLive: `insert into live_record
    (kind, id, revision, state, json, conversation, person, expires, reminded, changed, changed_by)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (kind, id) do update set revision = excluded.revision, state = excluded.state, json = excluded.json,
    conversation = excluded.conversation, person = excluded.person, expires = excluded.expires,
    reminded = excluded.reminded, changed = excluded.changed, changed_by = excluded.changed_by`,
  ofConversation: "select * from live_record where conversation = ?",
} as const;

/** What a new submission is made of. */
export type NewSubmission = Omit<Submission, "id" | "state" | "revision" | "created" | "changed" | "words">;

/** Submissions and the live rows that came of them, in SQLite. Writes belong into a transaction of the caller. */
export class SubmissionStore {
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(database: DatabaseSync) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  add(submission: NewSubmission, now: number): Submission {
    const { kind, conversation, person = null, language, record = null } = submission;
    const json = toJson(submission);
    return toSubmission(
      this.#statements.add.get(kind, conversation, person, language, record, json, now, now),
    );
  }

  read(id: number): Submission | undefined {
    const row = this.#statements.read.get(id);
    return row === undefined ? undefined : toSubmission(row);
  }

  /** Those of a state, the one that waits longest first; at most 500. */
  list(state: SubmissionState): Submission[] {
    return this.#statements.list.all(state).map(toSubmission);
  }

  /** Those of a person or conversation, newest first; at most 200. */
  listOwn({
    conversation,
    person = "",
  }: {
    conversation: string;
    person?: string | undefined;
  }): Submission[] {
    return this.#statements.own.all(conversation, person).map(toSubmission);
  }

  countWaiting(): number {
    return Number(this.#statements.count.get()?.count ?? 0);
  }

  /**
   * Keeps a changed submission.
   *
   * @param submission As it shall be; its revision is the one the change was made on.
   * @returns Whether it was kept: not when somebody changed it in between.
   */
  change(submission: Submission, now: number): boolean {
    const { state, record = null, id, revision } = submission;
    const { changes } = this.#statements.change.run(state, record, toJson(submission), now, id, revision);
    return Number(changes) === 1;
  }

  readLive({ kind, id }: Pick<LiveRecord, "kind" | "id">): LiveRecord | undefined {
    const row = this.#statements.readLive.get(kind, id);
    return row === undefined ? undefined : toLive(row);
  }

  /** All rows, withdrawn ones too; streams first, by their ids. */
  listLive(): LiveRecord[] {
    return this.#statements.listLive.all().map(toLive);
  }

  listOwnLive(owner: { conversation: string; person?: string | undefined }): LiveRecord[] {
    return this.#statements.ownLive.all(owner.conversation, owner.person ?? "").map(toLive);
  }

  /** Keeps a row as it is given, its revision included. */
  saveLive(record: LiveRecord): void {
    const { kind, id, revision, state, conversation = null, person = null, expires = null } = record;
    const { reminded, changed, changedBy, language, values, names, copied, cells, verified } = record;
    const json = JSON.stringify({ language, values, names, copied, cells, verified });
    const days = reminded.length === 0 ? null : reminded.join(",");
    this.#statements.saveLive.run(
      ...[kind, id, revision, state, json, conversation, person, expires, days, changed, changedBy],
    );
  }

  /** Deletes a conversation's submissions. @returns The live rows it answers for; they stay. */
  erase(conversation: string): LiveRecord[] {
    this.#statements.eraseSubmissions.run(conversation);
    return this.#statements.ofConversation.all(conversation).map(toLive);
  }

  /** Deletes settled submissions last changed before a time; the rows that came of them stay. */
  purge(before: number): void {
    this.#statements.purge.run(before);
  }
}

type Row = ReturnType<StatementSync["get"]>;

function toJson({
  values,
  base,
  baseRevision,
  personName,
  words,
}: NewSubmission & { words?: string }): string {
  return JSON.stringify({ values, base, baseRevision, personName, words });
}

function toSubmission(row: Row): Submission {
  if (row === undefined) throw new Error("Cannot read a submission: the database returned none");
  const { base, baseRevision, personName, words, values } = submissionJsonSchema.parse(
    JSON.parse(String(row.json)),
  );
  return {
    ...common(row),
    id: Number(row.id),
    state: SUBMISSION_STATES.find((state) => state === row.state) ?? "withdrawn",
    conversation: String(row.conversation),
    language: LANGUAGES.find((language) => language === row.language) ?? "en",
    created: Number(row.created),
    values,
    ...(row.record === null ? {} : { record: String(row.record) }),
    ...(base === undefined ? {} : { base }),
    ...(baseRevision === undefined ? {} : { baseRevision }),
    ...(personName === undefined ? {} : { personName }),
    ...(words === undefined ? {} : { words }),
  };
}

function toLive(row: NonNullable<Row>): LiveRecord {
  return {
    ...common(row),
    ...liveJsonSchema.parse(JSON.parse(String(row.json))),
    id: String(row.id),
    state: row.state === "live" ? "live" : "withdrawn",
    reminded: row.reminded === null ? [] : String(row.reminded).split(",").map(Number),
    changedBy: String(row.changed_by),
    ...(row.conversation === null ? {} : { conversation: String(row.conversation) }),
    ...(row.expires === null ? {} : { expires: String(row.expires) }),
  };
}

function common(row: NonNullable<Row>): Pick<LiveRecord, "kind" | "revision" | "changed" | "person"> {
  return {
    kind: row.kind === "need" ? "need" : "stream",
    revision: Number(row.revision),
    changed: Number(row.changed),
    ...(row.person === null ? {} : { person: String(row.person) }),
  };
}
