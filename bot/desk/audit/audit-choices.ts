import type { Database, Statement } from "../../state/database/database.ts";

/** Somebody who stands in the log. */
export interface AuditActor {
  id: string;
  /** The last name the channel told; empty where it told none. */
  name: string;
}

/** What one can choose among in the log: people and things that stand in it. */
export class AuditChoices {
  readonly #actors: Statement;
  readonly #things: Statement;

  constructor(database: Database) {
    this.#actors = database.prepare(
      `select actor, actor_name from audit where id in (select max(id) from audit group by actor)
       order by actor_name, actor`,
    );
    this.#things = database.prepare({
      sqlite:
        "select distinct substr(action, 1, instr(action || '.', '.') - 1) as thing from audit order by thing",
      postgres: "select distinct split_part(action, '.', 1) as thing from audit order by thing",
    });
  }

  /** Everybody who stands in the log, by name. */
  async actors(): Promise<AuditActor[]> {
    return (await this.#actors.all()).map((row) => ({ id: String(row.actor), name: String(row.actor_name) }));
  }

  /** Parts of the actions before the dot, such as `faq`. */
  async things(): Promise<string[]> {
    return (await this.#things.all()).map((row) => String(row.thing));
  }
}
