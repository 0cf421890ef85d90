import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { Database, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import {
  INTRODUCTION_STATES,
  type Introduction,
  type IntroductionDetails,
  type IntroductionTarget,
  introductionDetailsSchema,
  targetSchema,
} from "./introduction.ts";

const STATEMENTS = {
  addTarget: "insert into introduction_target (id, conversation, json, created) values (?, ?, ?, ?)",
  readTarget: "select json from introduction_target where id = ? and conversation = ?",
  purgeTargets: "delete from introduction_target where created < ?",
  eraseTargets: "delete from introduction_target where conversation = ?",
  add: `insert into introduction (conversation, target, person, language, state, revision, json, created, changed)
    values (?, ?, ?, ?, ?, 1, ?, ?, ?) returning *`,
  read: "select * from introduction where id = ?",
  ofTarget: "select * from introduction where target = ?",
  ofConversation: "select * from introduction where conversation = ? order by id",
  list: "select * from introduction where (cast(? as text) = '' or state = ?) order by changed desc, id desc limit ?",
  open: "select * from introduction where state in ('asked', 'contacted') and created < ?",
  closed: "select * from introduction where state not in ('asked', 'contacted') and changed < ?",
  countOpen: "select count(*) as count from introduction where state in ('asked', 'contacted')",
  save: `update introduction set conversation = ?, person = ?, state = ?, revision = revision + 1, json = ?, changed = ?
    where id = ? and revision = ? returning *`,
} as const;

const MOST_LISTED = 200;

/** Introductions in SQLite, and the opaque ids by which forms name whom they are about. */
export class IntroductionStore {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  async addTarget(target: {
    id: string;
    conversation: string;
    target: IntroductionTarget;
    at: number;
  }): Promise<void> {
    const { id, conversation, at } = target;
    await this.#statements.addTarget.run(id, conversation, JSON.stringify(target.target), at);
  }

  /** Whom an id stands for; nothing for the id of another conversation. */
  async readTarget(id: string, conversation: string): Promise<IntroductionTarget | undefined> {
    const row = await this.#statements.readTarget.get(id, conversation);
    const parsed = row === undefined ? undefined : targetSchema.safeParse(JSON.parse(String(row.json)));
    return parsed?.data;
  }

  /** Adds an introduction in the state `asked`. */
  async add(
    introduction: Pick<Introduction, "conversation" | "person" | "language" | "created"> & {
      targetId: string;
      details: IntroductionDetails;
    },
  ): Promise<Introduction> {
    const { conversation, targetId, person = null, language, details, created } = introduction;
    const json = JSON.stringify(details);
    const row = await this.#statements.add.get(
      conversation,
      targetId,
      person,
      language,
      "asked",
      json,
      created,
      created,
    );
    const added = toIntroduction(row);
    if (added === undefined) throw new TypeError("Cannot add an introduction: it cannot be read back");
    return added;
  }

  async read(id: number): Promise<Introduction | undefined> {
    return toIntroduction(await this.#statements.read.get(id));
  }

  /** The introduction that a form made; a form makes one. */
  async ofTarget(targetId: string): Promise<Introduction | undefined> {
    return toIntroduction(await this.#statements.ofTarget.get(targetId));
  }

  /** The introductions of a conversation, oldest first. */
  async ofConversation(conversation: string): Promise<Introduction[]> {
    return (await this.#statements.ofConversation.all(conversation)).flatMap(
      (row) => toIntroduction(row) ?? [],
    );
  }

  /** The last changed, newest first, at most 200. */
  async list(state?: Introduction["state"]): Promise<Introduction[]> {
    const rows = await this.#statements.list.all(state ?? "", state ?? "", MOST_LISTED);
    return rows.flatMap((row) => toIntroduction(row) ?? []);
  }

  /** Open ones that were asked for before a time. */
  async openBefore(created: number): Promise<Introduction[]> {
    return (await this.#statements.open.all(created)).flatMap((row) => toIntroduction(row) ?? []);
  }

  /** Closed ones that have not changed since a time. */
  async closedBefore(changed: number): Promise<Introduction[]> {
    return (await this.#statements.closed.all(changed)).flatMap((row) => toIntroduction(row) ?? []);
  }

  async countOpen(): Promise<number> {
    return Number((await this.#statements.countOpen.get())?.count ?? 0);
  }

  /**
   * Saves a change under the next revision.
   *
   * @param changed The introduction as it shall be, with the revision it was made on.
   * @returns It with its new revision; nothing when there is another revision by now.
   */
  async save(changed: Introduction): Promise<Introduction | undefined> {
    const { id, conversation, person = null, state, revision, changed: at } = changed;
    const json = JSON.stringify(detailsOf(changed));
    return toIntroduction(
      await this.#statements.save.get(conversation, person, state, json, at, id, revision),
    );
  }

  /** Forgets whom forms are about that were shown before a time. */
  async purgeTargets(before: number): Promise<void> {
    await this.#statements.purgeTargets.run(before);
  }

  async eraseTargets(conversation: string): Promise<void> {
    await this.#statements.eraseTargets.run(conversation);
  }
}

function detailsOf(introduction: Introduction): IntroductionDetails {
  return introductionDetailsSchema.parse(introduction);
}

function toIntroduction(row: Record<string, unknown> | undefined): Introduction | undefined {
  if (row === undefined) return undefined;
  const details = introductionDetailsSchema.safeParse(JSON.parse(String(row.json)));
  const state = INTRODUCTION_STATES.find((name) => name === row.state);
  if (!details.success || state === undefined) return undefined;
  return {
    ...details.data,
    id: Number(row.id),
    conversation: String(row.conversation),
    person: row.person === null ? undefined : String(row.person),
    language: LANGUAGES.find((language) => language === row.language) ?? "en",
    state,
    revision: Number(row.revision),
    created: Number(row.created),
    changed: Number(row.changed),
  };
}
