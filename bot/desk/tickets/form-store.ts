import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { prepareAll } from "../../state/prepare-all.ts";
import { sentTurnSchema } from "./ticket.ts";

const shownFormSchema = z.object({
  question: z.string(),
  turns: z.array(sentTurnSchema),
  name: z.string().optional(),
  language: z.enum(LANGUAGES),
});

/** What a form showed to the asker: exactly this may be sent, less what they leave out. */
export type ShownForm = z.infer<typeof shownFormSchema>;

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
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(database: DatabaseSync) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  add(
    form: ShownForm,
    { key, conversationId, at }: { key: string; conversationId: string; at: number },
  ): void {
    this.#statements.add.run(key, conversationId, JSON.stringify(shownFormSchema.parse(form)), at);
  }

  /** The form of a key, or the number of the ticket it became; nothing for a key of another conversation. */
  read(key: string, conversationId: string): { form: ShownForm } | { ticket: number } | undefined {
    const row = this.#statements.read.get(key, conversationId);
    if (row === undefined) return undefined;
    if (row.ticket !== null) return { ticket: Number(row.ticket) };
    return { form: shownFormSchema.parse(JSON.parse(String(row.json))) };
  }

  /** Notes which ticket a form became; its words are kept there alone. */
  noteSent(key: string, ticket: number): void {
    this.#statements.sent.run(ticket, key);
  }

  /** Forgets a form that was not sent. */
  remove(key: string): void {
    this.#statements.remove.run(key);
  }

  erase(conversationId: string): void {
    this.#statements.erase.run(conversationId);
  }

  /** Deletes forms that were shown before a time, in milliseconds since 1970. */
  purge(before: number): void {
    this.#statements.purge.run(before);
  }
}
