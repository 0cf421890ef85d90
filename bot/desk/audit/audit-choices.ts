import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Somebody who stands in the log. */
export interface AuditActor {
  id: string;
  /** The last name the channel told; empty where it told none. */
  name: string;
}

/** What one can choose among in the log: people and things that stand in it. */
export class AuditChoices {
  readonly #actors: StatementSync;
  readonly #things: StatementSync;

  constructor(database: DatabaseSync) {
    // With max(), SQLite takes the other columns from the row that holds the maximum.
    this.#actors = database.prepare(
      "select actor, actor_name, max(id) from audit group by actor order by actor_name, actor",
    );
    this.#things = database.prepare(
      "select distinct substr(action, 1, instr(action || '.', '.') - 1) as thing from audit order by thing",
    );
  }

  /** Everybody who stands in the log, by name. */
  actors(): AuditActor[] {
    return this.#actors.all().map((row) => ({ id: String(row.actor), name: String(row.actor_name) }));
  }

  /** Parts of the actions before the dot, such as `faq`. */
  things(): string[] {
    return this.#things.all().map((row) => String(row.thing));
  }
}
