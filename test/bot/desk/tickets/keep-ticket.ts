import type { Ticket } from "../../../../bot/desk/tickets/ticket.ts";
import { type NewTicket, TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import type { TestDeskBase } from "../../../support/desk-base.ts";

/** Keeps a ticket of the conversation `web:1` as it is. */
export async function keepTicket(
  base: TestDeskBase,
  ticket: Partial<NewTicket> & { question: string },
): Promise<Ticket> {
  const usual = {
    conversationId: "web:1",
    language: "en",
    turns: [],
    isShared: false,
    additions: [],
    answers: [],
    isErased: false,
  } as const;
  return new TicketStore(base.database).add(
    { ...usual, turns: [], additions: [], answers: [], ...ticket },
    base.now(),
  );
}
