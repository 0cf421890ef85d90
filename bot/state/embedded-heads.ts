import type { StatementSync } from "node:sqlite";
import { clientIdOf } from "./client-id.ts";
import type { StoredConversation } from "./stored-conversation.ts";

/** What is remembered of a conversation. */
export interface Head extends StoredConversation {
  /** `last_active` as the database has it. */
  noted: number;
  /** Activities that have their number and are not written yet. */
  waiting: number;
  /** Numbers of the newest activities that the client gave a name, by that. */
  clientIds: Map<string, number>;
}

/** Named activities of a conversation that are known when one comes again; as many may wait for their answer. */
const MAX_CLIENT_IDS = 20;

/** Conversations whose head is at hand without asking the database. */
const MAX_HEADS = 5000;

/** The newest conversations; one whose activities wait to be written is never forgotten before they are. */
export class EmbeddedHeads {
  readonly #heads = new Map<string, Head>();

  get(id: string): Head | undefined {
    return this.#heads.get(id);
  }

  remember(head: Head): Head {
    if (this.#heads.size >= MAX_HEADS) {
      for (const [id, { waiting }] of this.#heads) {
        if (waiting > 0) continue;
        this.#heads.delete(id);
        break;
      }
    }
    this.#heads.set(head.id, head);
    return head;
  }

  /** Notes the name that the client gave an activity. */
  name({ clientIds }: Head, { clientId, sequence }: { clientId: string; sequence: number }): void {
    clientIds.set(clientId, sequence);
    const [oldest] = clientIds.keys();
    if (clientIds.size > MAX_CLIENT_IDS && oldest !== undefined) clientIds.delete(oldest);
  }

  /** Reads what the file knows of a conversation, and remembers it. Its newest activity may lie unfiled: file first. */
  read(id: string, statements: Record<"read" | "readActivities", StatementSync>): Head | undefined {
    const row = statements.read.get(id);
    if (!row) return undefined;
    const head: Head = {
      id: String(row.id),
      user: String(row.user),
      origin: row.origin === null ? undefined : String(row.origin),
      locale: row.locale === null ? undefined : String(row.locale),
      lastSequence: Number(row.newest),
      noted: Number(row.last_active),
      waiting: 0,
      clientIds: new Map(),
    };
    // A message and its answer for each.
    const after = head.lastSequence - 2 * MAX_CLIENT_IDS;
    for (const { sequence, json } of statements.readActivities.all(id, after, -1)) {
      const clientId = clientIdOf(JSON.parse(String(json)));
      if (clientId !== undefined) this.name(head, { clientId, sequence: Number(sequence) });
    }
    return this.remember(head);
  }

  delete(id: string): void {
    this.#heads.delete(id);
  }

  clear(): void {
    this.#heads.clear();
  }
}
