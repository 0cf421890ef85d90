import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { Database, SqlRow, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
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
    order by changed desc, kind desc, id`,
  saveLive: `insert into live_record
    (kind, id, revision, state, json, conversation, person, expires, reminded, changed, changed_by)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (kind, id) do update set revision = excluded.revision, state = excluded.state, json = excluded.json,
    conversation = excluded.conversation, person = excluded.person, expires = excluded.expires,
    reminded = excluded.reminded, changed = excluded.changed, changed_by = excluded.changed_by`,
  ofConversation: "select * from live_record where conversation = ? order by kind desc, id",
} as const;

/** What a new submission is made of. */
export type NewSubmission = Omit<Submission, "id" | "state" | "revision" | "created" | "changed" | "words">;

/** Who told something: where, and as whom if the channel knows. */
export interface Owner {
  conversation: string;
  person?: string | undefined;
}

/** Submissions and the live rows that came of them. Writes belong into a transaction of the caller. */
export class SubmissionStore {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  async add(submission: NewSubmission, now: number): Promise<Submission> {
    const { kind, conversation, person = null, language, record = null } = submission;
    const json = toJson(submission);
    const { add } = this.#statements;
    const row = await add.get(kind, conversation, person, language, record, json, now, now);
    if (row === undefined) throw new Error("Cannot keep a submission: the database returned none");
    return toSubmission(row);
  }

  async read(id: number): Promise<Submission | undefined> {
    const row = await this.#statements.read.get(id);
    return row === undefined ? undefined : toSubmission(row);
  }

  /** A submission by the number that a client names; nothing for what is no number. */
  async find(id: string): Promise<Submission | undefined> {
    return /^\d{1,9}$/.test(id) ? this.read(Number(id)) : undefined;
  }

  /** Those of a state, the one that waits longest first; at most 500. */
  async list(state: SubmissionState): Promise<Submission[]> {
    return (await this.#statements.list.all(state)).map(toSubmission);
  }

  /** Those of a person or conversation, newest first; at most 200. */
  async listOwn(owner: Owner): Promise<Submission[]> {
    const { conversation, person = "" } = owner;
    return (await this.#statements.own.all(conversation, person)).map(toSubmission);
  }

  async countWaiting(): Promise<number> {
    return Number((await this.#statements.count.get())?.count ?? 0);
  }

  /**
   * Keeps a changed submission.
   *
   * @param submission As it shall be; its revision is the one the change was made on.
   * @returns Whether it was kept: not when somebody changed it in between.
   */
  async change(submission: Submission, now: number): Promise<boolean> {
    const { state, record = null, id, revision } = submission;
    const json = toJson(submission);
    const { changes } = await this.#statements.change.run(state, record, json, now, id, revision);
    return changes === 1;
  }

  async readLive({ kind, id }: Pick<LiveRecord, "kind" | "id">): Promise<LiveRecord | undefined> {
    const row = await this.#statements.readLive.get(kind, id);
    return row === undefined ? undefined : toLive(row);
  }

  /** All rows, withdrawn ones too; streams first, by their ids. */
  async listLive(): Promise<LiveRecord[]> {
    return (await this.#statements.listLive.all()).map(toLive);
  }

  async listOwnLive({ conversation, person = "" }: Owner): Promise<LiveRecord[]> {
    return (await this.#statements.ownLive.all(conversation, person)).map(toLive);
  }

  /** Keeps a row as it is given, its revision included. */
  async saveLive(record: LiveRecord): Promise<void> {
    const { kind, id, revision, state, conversation = null, person = null, expires = null } = record;
    const { reminded, changed, changedBy, language, values, names, copied, cells, verified } = record;
    const json = JSON.stringify({ language, values, names, copied, cells, verified });
    const days = reminded.length === 0 ? null : reminded.join(",");
    await this.#statements.saveLive.run(
      ...[kind, id, revision, state, json, conversation, person, expires, days, changed, changedBy],
    );
  }

  /** Deletes a conversation's submissions. @returns The live rows it answers for; they stay. */
  async erase(conversation: string): Promise<LiveRecord[]> {
    await this.#statements.eraseSubmissions.run(conversation);
    return (await this.#statements.ofConversation.all(conversation)).map(toLive);
  }

  /** Deletes settled submissions last changed before a time; the rows that came of them stay. */
  async purge(before: number): Promise<void> {
    await this.#statements.purge.run(before);
  }
}

function toJson({
  values,
  base,
  baseRevision,
  personName,
  words,
}: NewSubmission & { words?: string }): string {
  return JSON.stringify({ values, base, baseRevision, personName, words });
}

function toSubmission(row: SqlRow): Submission {
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

function toLive(row: SqlRow): LiveRecord {
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

function common(row: SqlRow): Pick<LiveRecord, "kind" | "revision" | "changed" | "person"> {
  return {
    kind: row.kind === "need" ? "need" : "stream",
    revision: Number(row.revision),
    changed: Number(row.changed),
    ...(row.person === null ? {} : { person: String(row.person) }),
  };
}
