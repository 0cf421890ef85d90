import type { Language } from "../../../knowledge/languages.ts";
import type { Database, SqlRow, Statement } from "../../state/database/database.ts";
import { prepareAll } from "../../state/database/prepare-all.ts";
import {
  eventDetailSchema,
  eventKindSchema,
  TICKET_STATES,
  type Ticket,
  type TicketContent,
  type TicketEvent,
  type TicketState,
  ticketContentSchema,
  ticketLanguageSchema,
  ticketStateSchema,
} from "./ticket.ts";

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
    values (?, ?, 'open', 1, ?, null, ?, ?, ?) returning *`,
  read: "select * from ticket where id = ?",
  write: `update ticket set conversation = ?, person = ?, state = ?, revision = revision + 1, language = ?,
    assignee = ?, json = ?, changed = ? where id = ? and revision = ? returning *`,
  list: `select * from ticket where state in (?, ?, ?, ?)
    and (cast(? as text) is null or coalesce(assignee, '') = ?) and (cast(? as text) is null or language = ?)
    and created < ? and id < ? order by id desc limit ?`,
  ofConversation: "select * from ticket where conversation = ? order by id desc limit ?",
  countWaiting: `select count(*) as count from ticket where state in ('open', 'assigned')
    and (cast(? as text) is null or conversation = ?)`,
  stale: "select * from ticket where state = ? and changed < ? order by id",
  removeStale: "delete from ticket where state = ? and changed < ?",
  addEvent: `insert into ticket_event (ticket, sequence, kind, json, at, actor)
    values (?, (select coalesce(max(sequence), 0) + 1 from ticket_event where ticket = ?), ?, ?, ?, ?)`,
  events: "select * from ticket_event where ticket = ? order by sequence",
  blankEvents: "update ticket_event set json = '{}' where ticket = ?",
};

/** Tickets and their events in the database; knows no rules. What belongs together goes into one transaction of the caller. */
export class TicketStore {
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;

  constructor(database: Database) {
    this.#statements = prepareAll(database, STATEMENTS);
  }

  /** Keeps a new ticket, open and of revision 1. */
  async add(ticket: NewTicket, at: number): Promise<Ticket> {
    const { conversationId, person, language } = ticket;
    const json = JSON.stringify(ticketContentSchema.parse(ticket));
    const row = await this.#statements.add.get(conversationId, person ?? null, language, json, at, at);
    return parseTicket(row as SqlRow);
  }

  async read(id: number): Promise<Ticket | undefined> {
    if (!Number.isSafeInteger(id)) return undefined;
    const row = await this.#statements.read.get(id);
    return row === undefined ? undefined : parseTicket(row);
  }

  /**
   * Writes a changed ticket over the revision it bears.
   *
   * @returns The ticket with its new revision; nothing when it has another revision by now.
   */
  async write(ticket: Ticket, at: number): Promise<Ticket | undefined> {
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
    const row = await this.#statements.write.get(...values);
    return row === undefined ? undefined : parseTicket(row);
  }

  /** The newest tickets that fit, newest first. */
  async list(query: TicketQuery = {}): Promise<Ticket[]> {
    const { assignee = null, language = null, limit = 50 } = query;
    const { states = TICKET_STATES } = query;
    const { createdBefore = Number.MAX_SAFE_INTEGER, before = Number.MAX_SAFE_INTEGER } = query;
    const rows = await this.#statements.list.all(
      // As many as the statement has places; an empty one fits no state.
      ...TICKET_STATES.map((_, position) => states[position] ?? ""),
      assignee,
      assignee,
      language,
      language,
      createdBefore,
      before,
      limit,
    );
    return rows.map(parseTicket);
  }

  /** The tickets of a conversation, newest first. @param limit @default {1000} */
  async ofConversation(conversationId: string, limit = 1000): Promise<Ticket[]> {
    return (await this.#statements.ofConversation.all(conversationId, limit)).map(parseTicket);
  }

  /** How many tickets wait for an answer. @param conversationId Only those of one conversation. */
  async countWaiting(conversationId: string | null = null): Promise<number> {
    return Number((await this.#statements.countWaiting.get(conversationId, conversationId))?.count ?? 0);
  }

  /** Tickets of a state that nothing happened to since a time, in milliseconds since 1970. */
  async unchangedSince(time: number, state: TicketState): Promise<Ticket[]> {
    return (await this.#statements.stale.all(state, time)).map(parseTicket);
  }

  /** Deletes what {@link unchangedSince} gives, with its events. */
  async removeUnchangedSince(time: number, state: TicketState): Promise<void> {
    await this.#statements.removeStale.run(state, time);
  }

  async addEvent(id: number, { kind, actor, at, detail }: TicketEvent): Promise<void> {
    const json = JSON.stringify(eventDetailSchema.parse(detail));
    await this.#statements.addEvent.run(id, id, kind, json, at, actor);
  }

  /** What happened to a ticket, oldest first. */
  async events(id: number): Promise<TicketEvent[]> {
    return (await this.#statements.events.all(id)).map((row) => ({
      kind: eventKindSchema.parse(row.kind),
      actor: String(row.actor),
      at: Number(row.at),
      detail: eventDetailSchema.parse(JSON.parse(String(row.json))),
    }));
  }

  /** Empties the words of all events of a ticket. */
  async blankEvents(id: number): Promise<void> {
    await this.#statements.blankEvents.run(id);
  }
}

/** @throws {Error} When the row was written by something else: it is shown nowhere rather than half. */
function parseTicket(row: SqlRow): Ticket {
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
