import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { Database, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import { sentTurnSchema } from "./ticket.ts";

const shownFormSchema = z.object({
  question: z.string(),
  turns: z.array(sentTurnSchema),
  name: z.string().optional(),
  language: z.enum(LANGUAGES),
});

/** What a form showed to the asker: exactly this may be sent, less what they leave out. */
export type ShownForm = z.infer<typeof shownFormSchema>;

/** What the key of a form looks like; others come from outside, and a database may choke on them. */
const KEY = /^[\da-f-]{36}$/;

const STATEMENTS = {
  add: "insert into ticket_form (key, conversation, json, created) values (?, ?, ?, ?)",
  read: "select json, ticket from ticket_form where key = ? and conversation = ?",
  sent: "update ticket_form set ticket = ?, json = '{}' where key = ?",
  remove: "delete from ticket_form where key = ? and ticket is null",
  erase: "delete from ticket_form where conversation = ?",
  purge: "delete from ticket_form where created < ?",
};

/** Forms that were shown, by the random key each carries: so that one form makes one ticket. */
export class FormStore {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  async add(
    form: ShownForm,
    { key, conversationId, at }: { key: string; conversationId: string; at: number },
  ): Promise<void> {
    await this.#statements.add.run(key, conversationId, JSON.stringify(shownFormSchema.parse(form)), at);
  }

  /** The form of a key, or the number of the ticket it became; nothing for a key of another conversation. */
  async read(
    key: string,
    conversationId: string,
  ): Promise<{ form: ShownForm } | { ticket: number } | undefined> {
    if (!KEY.test(key)) return undefined;
    const row = await this.#statements.read.get(key, conversationId);
    if (row === undefined) return undefined;
    if (row.ticket !== null) return { ticket: Number(row.ticket) };
    return { form: shownFormSchema.parse(JSON.parse(String(row.json))) };
  }

  /** Notes which ticket a form became; its words are kept there alone. */
  async noteSent(key: string, ticket: number): Promise<void> {
    await this.#statements.sent.run(ticket, key);
  }

  /** Forgets a form that was not sent. */
  async remove(key: string): Promise<void> {
    await this.#statements.remove.run(key);
  }

  async erase(conversationId: string): Promise<void> {
    await this.#statements.erase.run(conversationId);
  }

  /** Deletes forms that were shown before a time, in milliseconds since 1970. */
  async purge(before: number): Promise<void> {
    await this.#statements.purge.run(before);
  }
}
