import { createHash } from "node:crypto";
import type { AuditLog } from "../audit/audit-log.ts";
import type { DeskSession } from "./desk-session.ts";

/** Ids that are remembered before those of ended sessions are forgotten. */
const MANY = 1000;

/**
 * Notes in the audit log when somebody comes to the desk: once for each session, also when the process was restarted
 * in between.
 */
export class DeskEntries {
  readonly #audit: AuditLog;
  readonly #now: () => number;
  /** Ids of noted sessions with the second of their end. */
  readonly #noted = new Map<string, number>();

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(audit: AuditLog, options: { now?: () => number } = {}) {
    this.#audit = audit;
    this.#now = options.now ?? Date.now;
  }

  async note({ id, expires, actor, isLocal }: DeskSession): Promise<void> {
    if (this.#noted.has(id)) return;
    this.#forget();
    this.#noted.set(id, expires);
    const subject = `session:${createHash("sha256").update(id).digest("hex").slice(0, 16)}`;
    const earlier = await this.#audit.list({ action: "desk.enter", subject, limit: 1 });
    if (earlier.length > 0) return;
    const detail = { by: isLocal ? "first-run link" : "sign-in" };
    await this.#audit.add({ actor, action: "desk.enter", subject, detail });
  }

  #forget(): void {
    if (this.#noted.size < MANY) return;
    for (const [id, expires] of this.#noted) if (expires * 1000 <= this.#now()) this.#noted.delete(id);
  }
}
