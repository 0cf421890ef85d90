import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { Ticket, TicketEventDetail, TicketEventKind, TicketState } from "./ticket.ts";
import type { TicketStore } from "./ticket-store.ts";

/** Something that happened to a ticket, told within the transaction of the change. */
export interface TicketHappening {
  kind: TicketEventKind;
  ticket: Ticket;
  actor: Actor;
}

/** What changes of tickets work on. */
export interface TicketParts {
  base: DeskBase;
  store: TicketStore;
  /** Told of each step, within its transaction. @default nobody is told */
  tell?: (happening: TicketHappening) => void | Promise<void>;
}

/** How a change ended; a conflict bears the ticket as it is now. */
export type TicketResult =
  | { kind: "done"; ticket: Ticket }
  | { kind: "conflict"; ticket: Ticket }
  | { kind: "missing" };

/** One step of a ticket. */
export interface TicketChange {
  id: number;
  actor: Actor;
  kind: TicketEventKind;
  /** Revision that the change was made on. @default whichever it has */
  revision?: number;
  /** States that it starts from; from any other it is a conflict. */
  from: readonly TicketState[];
  /** Whether it was made before, as by a button that is pressed twice: then nothing changes. @default never */
  isMade?: (ticket: Ticket) => boolean;
  /** What becomes of the ticket. */
  alter: (ticket: Ticket) => Partial<Ticket>;
  /** What the event tells beside its kind and the name of the actor. */
  detail?: Omit<TicketEventDetail, "name">;
  /** What else belongs to the change, such as a message to the asker. */
  afterwards?: (ticket: Ticket) => Promise<void>;
}

/**
 * Changes a ticket: ticket, event, audit entry and messages together or none of them.
 *
 * @returns A conflict when the ticket has another revision than the change names, or is in a state it cannot start
 * from; `missing` when there is none, or what was personal of it was erased.
 */
export async function changeTicket(
  { base, store, tell }: TicketParts,
  change: TicketChange,
): Promise<TicketResult> {
  const { id, actor, kind, revision, from, isMade, alter, detail = {}, afterwards } = change;
  return base.database.transact(async (): Promise<TicketResult> => {
    const before = await store.read(id);
    if (before === undefined || before.isErased) return { kind: "missing" };
    if (isMade?.(before)) return { kind: "done", ticket: before };
    const isChanged = revision !== undefined && revision !== before.revision;
    if (isChanged || !from.includes(before.state)) return { kind: "conflict", ticket: before };
    const at = base.now();
    const ticket = await store.write({ ...before, ...alter(before) }, at);
    if (ticket === undefined) return { kind: "conflict", ticket: before };
    await noteStep({ base, store }, { kind, ticket, actor, detail });
    await afterwards?.(ticket);
    await tell?.({ kind, ticket, actor });
    return { kind: "done", ticket };
  });
}

/** Notes a step as event of the ticket and in the audit log. */
export async function noteStep(
  { base, store }: TicketParts,
  step: TicketHappening & { detail?: Omit<TicketEventDetail, "name"> },
): Promise<void> {
  const { kind, ticket, actor, detail = {} } = step;
  const name = actor.name === "" ? {} : { name: actor.name };
  await store.addEvent(ticket.id, { kind, actor: actor.id, at: base.now(), detail: { ...name, ...detail } });
  await base.audit.add({
    actor,
    action: `ticket.${kind}`,
    subject: `ticket:${ticket.id}`,
    detail: { state: ticket.state, revision: ticket.revision },
  });
}
