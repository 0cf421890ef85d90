import type { Database, Statement } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";

const STATEMENTS = {
  has: "select 1 as one from ended_session where id = ?",
  add: "insert into ended_session (id, expires) values (?, ?) on conflict do nothing",
  forget: "delete from ended_session where expires <= ?",
} as const;

/** Sessions that people have ended, over restarts and in all processes, until they would have ended by themselves. */
export class EndedSessions {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(database: Database, { now = Date.now }: { now?: (() => number) | undefined } = {}) {
    this.#statements = prepareAll(database, STATEMENTS);
    this.#now = now;
  }

  async has(id: string): Promise<boolean> {
    return (await this.#statements.has.get(id)) !== undefined;
  }

  /** @param expires Second since 1970 in which the session would have ended by itself. */
  async add(id: string, expires: number): Promise<void> {
    await this.#statements.forget.run(Math.floor(this.#now() / 1000));
    await this.#statements.add.run(id, expires);
  }
}
