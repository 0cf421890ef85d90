import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Language } from "../../../knowledge/languages.ts";
import { prepareAll } from "../../state/prepare-all.ts";
import {
  eventDetailSchema,
  eventKindSchema,
  type Ticket,
  type TicketContent,
  type TicketEvent,
  type TicketState,
  ticketContentSchema,
  ticketLanguageSchema,
  ticketStateSchema,
} from "./ticket.ts";

type Row = Record<string, SQLOutputValue>;

/** Which tickets {@link TicketStore.list} gives. */
export interface TicketQuery {
  /** @default all states */
  states?: readonly TicketState[];
  /** Id of a coordinator; `""` for tickets that nobody has. @default whoever has it */
  assignee?: string;
  language?: Language;
  /** Only tickets that came before this time, in milliseconds since 1970. */
  createdBefore?: number;
  /** Only tickets with a smaller number. */
  before?: number;
  /** @default {50} */
  limit?: number;
}

/** A ticket before it has a number. */
export type NewTicket = Omit<Ticket, "id" | "state" | "revision" | "created" | "changed">;

const STATEMENTS = {
  add: `insert into ticket (conversation, person, state, revision, language, assignee, json, created, changed)
    values (?, ?, 'open', 1, ?, null, ?, ?, ?)`,
  read: "select * from ticket where id = ?",
  write: `update ticket set conversation = ?, person = ?, state = ?, revision = revision + 1, language = ?,
    assignee = ?, json = ?, changed = ? where id = ? and revision = ?`,
  list: `select * from ticket where instr(?, state) > 0 and (? is null or coalesce(assignee, '') = ?)
    and (? is null or language = ?) and created < ? and id < ? order by id desc limit ?`,
  ofConversation: "select * from ticket where conversation = ? order by id desc limit ?",
  countWaiting: `select count(*) as count from ticket where state in ('open', 'assigned')
    and (? is null or conversation = ?)`,
  stale: "select * from ticket where state = ? and changed < ? order by id",
  remove: "delete from ticket where id = ?",
  addEvent: `insert into ticket_event (ticket, sequence, kind, json, at, actor)
    values (?, (select coalesce(max(sequence), 0) + 1 from ticket_event where ticket = ?), ?, ?, ?, ?)`,
  events: "select * from ticket_event where ticket = ? order by sequence",
  blankEvents: "update ticket_event set json = '{}' where ticket = ?",
};

/** Tickets and their events in SQLite; knows no rules. What belongs together goes into one transaction of the caller. */
export class TicketStore {
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;

  constructor(database: DatabaseSync) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /** Keeps a new ticket, open and of revision 1. */
  add(ticket: NewTicket, at: number): Ticket {
    const { conversationId, person, language } = ticket;
    const json = JSON.stringify(ticketContentSchema.parse(ticket));
    const { lastInsertRowid } = this.#statements.add.run(
      conversationId,
      person ?? null,
      language,
      json,
      at,
      at,
    );
    return this.read(Number(lastInsertRowid)) as Ticket;
  }

  read(id: number): Ticket | undefined {
    if (!Number.isSafeInteger(id)) return undefined;
    const row = this.#statements.read.get(id);
    return row === undefined ? undefined : parseTicket(row);
  }

  /**
   * Writes a changed ticket over the revision it bears.
   *
   * @returns The ticket with its new revision; nothing when it has another revision by now.
   */
  write(ticket: Ticket, at: number): Ticket | undefined {
    const { id, conversationId, person, state, revision, language, assignee } = ticket;
    const json = JSON.stringify(ticketContentSchema.parse(ticket));
    const values = [
      conversationId,
      person ?? null,
      state,
      language,
      assignee ?? null,
      json,
      at,
      id,
      revision,
    ];
    return Number(this.#statements.write.run(...values).changes) === 1 ? this.read(id) : undefined;
  }

  /** The newest tickets that fit, newest first. */
  list(query: TicketQuery = {}): Ticket[] {
    const { assignee = null, language = null, limit = 50 } = query;
    const states = (query.states ?? ticketStateSchema.options).join(",");
    const { createdBefore = Number.MAX_SAFE_INTEGER, before = Number.MAX_SAFE_INTEGER } = query;
    return this.#statements.list
      .all(states, assignee, assignee, language, language, createdBefore, before, limit)
      .map(parseTicket);
  }

  /** The tickets of a conversation, newest first. @param limit @default {1000} */
  ofConversation(conversationId: string, limit = 1000): Ticket[] {
    return this.#statements.ofConversation.all(conversationId, limit).map(parseTicket);
  }

  /** How many tickets wait for an answer. @param conversationId Only those of one conversation. */
  countWaiting(conversationId: string | null = null): number {
    return Number(this.#statements.countWaiting.get(conversationId, conversationId)?.count ?? 0);
  }

  /** Tickets of a state that nothing happened to since a time, in milliseconds since 1970. */
  unchangedSince(time: number, state: TicketState): Ticket[] {
    return this.#statements.stale.all(state, time).map(parseTicket);
  }

  /** Deletes a ticket with its events. */
  remove(id: number): void {
    this.#statements.remove.run(id);
  }

  addEvent(id: number, { kind, actor, at, detail }: TicketEvent): void {
    const json = JSON.stringify(eventDetailSchema.parse(detail));
    this.#statements.addEvent.run(id, id, kind, json, at, actor);
  }

  /** What happened to a ticket, oldest first. */
  events(id: number): TicketEvent[] {
    return this.#statements.events.all(id).map((row) => ({
      kind: eventKindSchema.parse(row.kind),
      actor: String(row.actor),
      at: Number(row.at),
      detail: eventDetailSchema.parse(JSON.parse(String(row.json))),
    }));
  }

  /** Empties the words of all events of a ticket. */
  blankEvents(id: number): void {
    this.#statements.blankEvents.run(id);
  }
}

/** @throws {Error} When the row was written by something else: it is shown nowhere rather than half. */
function parseTicket(row: Row): Ticket {
  const content: TicketContent = ticketContentSchema.parse(JSON.parse(String(row.json)));
  return {
    ...content,
    id: Number(row.id),
    conversationId: String(row.conversation),
    ...(row.person === null ? {} : { person: String(row.person) }),
    state: ticketStateSchema.parse(row.state),
    revision: Number(row.revision),
    language: ticketLanguageSchema.parse(row.language),
    ...(row.assignee === null ? {} : { assignee: String(row.assignee) }),
    created: Number(row.created),
    changed: Number(row.changed),
  };
}
