import type { Database, Statement } from "../../state/database/database.ts";
import type { Actor } from "../actor.ts";

/** Something that was done, before it has a time. */
export interface AuditEntry {
  actor: Actor;
  /** What was done: subject and verb, such as `faq.edit`, `ticket.read`, `export.figures`. */
  action: string;
  /** Id of what it was done to, such as `faq:steam-price` or `ticket:12`. */
  subject: string;
  /** What changed, as plain JSON: names of fields and short values, no full texts of users. @default {} */
  detail?: Record<string, unknown>;
}

/** An entry as it is kept. */
export interface KeptAuditEntry {
  id: number;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  actorName: string;
  reader: string;
  via: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** Which entries {@link AuditLog.list} gives. */
export interface AuditQuery {
  /** Beginning of the action, such as `faq.`. */
  action?: string;
  subject?: string;
  actor?: string;
  /** Only entries with a smaller id: those before. */
  before?: number;
  /** @default {100} */
  limit?: number;
}

/**
 * Who changed what and who read what is confidential. Entries are added and, after their time, purged; never changed.
 *
 * Add the entry in the same transaction as the change it tells of.
 *
 * @example
 * ```ts
 * await audit.add({ actor, action: "faq.edit", subject: "faq:steam-price", detail: { fields: ["answer.fi"] } });
 * ```
 */
export class AuditLog {
  readonly #add: Statement;
  readonly #list: Statement;
  readonly #purge: Statement;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(database: Database, options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
    this.#add = database.prepare(
      "insert into audit (at, actor, actor_name, reader, via, action, subject, detail) values (?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#list = database.prepare(
      `select * from audit where id < ? and substr(action, 1, length(cast(? as text))) = ?
       and (cast(? as text) = '' or subject = ?) and (cast(? as text) = '' or actor = ?) order by id desc limit ?`,
    );
    this.#purge = database.prepare("delete from audit where at < ?");
  }

  async add({ actor, action, subject, detail = {} }: AuditEntry): Promise<void> {
    const { id, name, reader, via } = actor;
    await this.#add.run(this.#now(), id, name, reader, via, action, subject, JSON.stringify(detail));
  }

  /** The newest entries that fit, newest first. */
  async list(query: AuditQuery = {}): Promise<KeptAuditEntry[]> {
    const { action = "", subject = "", actor = "", before = Number.MAX_SAFE_INTEGER, limit = 100 } = query;
    const rows = await this.#list.all(before, action, action, subject, subject, actor, actor, limit);
    return rows.map((row) => ({
      id: Number(row.id),
      at: Number(row.at),
      actor: String(row.actor),
      actorName: String(row.actor_name),
      reader: String(row.reader),
      via: String(row.via),
      action: String(row.action),
      subject: String(row.subject),
      detail: JSON.parse(String(row.detail)) as Record<string, unknown>,
    }));
  }

  /** Deletes entries older than a time, in milliseconds since 1970. @returns How many. */
  async purge(before: number): Promise<number> {
    return (await this.#purge.run(before)).changes;
  }
}
