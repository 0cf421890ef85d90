import { beforeEach, describe, expect, it } from "vitest";
import { AskerTickets } from "../../../../bot/desk/tickets/asker-tickets.ts";
import { FormStore } from "../../../../bot/desk/tickets/form-store.ts";
import type { Ticket } from "../../../../bot/desk/tickets/ticket.ts";
import { TicketDesk } from "../../../../bot/desk/tickets/ticket-desk.ts";
import { TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";

const { kaisa, erik, visitor } = PEOPLE;
const ANSWER = { text: "It costs **20 euros** a MWh.", sources: [], showsName: false };

let base: TestDeskBase;
let desk: TicketDesk;
let asker: AskerTickets;
let told: string[];
beforeEach(() => {
  base = createDeskBase();
  told = [];
  const forms = new FormStore(base.database);
  const parts = {
    base,
    store: new TicketStore(base.database),
    tell: ({ kind, actor }: { kind: string; actor: { name: string } }) =>
      told.push(`${kind} ${actor.name}`.trim()),
  };
  desk = new TicketDesk(parts, { sendsMail: true });
  asker = new AskerTickets(parts, forms);
});

function ask(
  question = "What does steam cost?",
  changes: { email?: string; language?: "fi" | "sv" | "en" } = {},
): Ticket {
  const key = asker.show({ question, turns: [], language: "en" }, "web:1");
  const sent = { question, turns: [], language: "en", ...changes } as const;
  const context = { conversationId: "web:1", actor: visitor, isShared: false };
  const result = asker.send(key, { sent, asker: context });
  if (result.kind === "too-many") throw new Error("Too many tickets");
  return result.ticket;
}

const step = (ticket: Ticket, actor: typeof kaisa | typeof erik = kaisa) => ({
  id: ticket.id,
  revision: ticket.revision,
  actor,
});

describe("TicketDesk", () => {
  it("takes a ticket from open over assigned and answered to closed, with an event and an audit entry each", () => {
    const ticket = ask();
    const assigned = desk.assign(step(ticket));
    expect(assigned).toMatchObject({ kind: "done", ticket: { state: "assigned", assignee: kaisa.id } });
    base.pass(60_000);
    const answered = desk.answer({ ...step(ticket), revision: 2 }, ANSWER);
    expect(answered).toMatchObject({ kind: "done", ticket: { state: "answered", revision: 3 } });
    const closed = desk.close({ ...step(ticket), revision: 3 }, "");
    expect(closed).toMatchObject({ kind: "done", ticket: { state: "closed" } });
    const { events } = desk.read(ticket.id, kaisa) ?? { events: [] };
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["created", visitor.id],
      ["assigned", kaisa.id],
      ["answered", kaisa.id],
      ["closed", kaisa.id],
    ]);
    expect((events[2]?.at ?? 0) - (events[1]?.at ?? 0)).toBe(60_000);
    const actions = base.audit.list({ subject: `ticket:${ticket.id}` }).map(({ action }) => action);
    expect(actions.reverse()).toEqual([
      "ticket.created",
      "ticket.assigned",
      "ticket.answered",
      "ticket.closed",
      "ticket.read",
    ]);
    expect(told).toEqual(["created", "assigned Kaisa", "answered Kaisa", "closed Kaisa"]);
  });

  it("keeps the words of question and answer out of the audit log", () => {
    const ticket = ask("My secret is zephyr");
    desk.answer(step(ticket), { ...ANSWER, text: "quagga" });
    desk.note({ id: ticket.id, actor: kaisa }, "zephyr again");
    expect(JSON.stringify(base.audit.list())).not.toMatch(/zephyr|quagga/);
  });

  it("shows the second coordinator the first's answer and sends nothing twice", () => {
    const ticket = ask();
    desk.answer(step(ticket), ANSWER);
    const second = desk.answer(step(ticket, erik), { ...ANSWER, text: "25 euros" });
    expect(second).toMatchObject({
      kind: "conflict",
      ticket: { answers: [{ text: ANSWER.text, byName: "Kaisa" }] },
    });
    expect(base.notices.due()).toHaveLength(1);
  });

  it("counts the same answer sent twice by one person as one", () => {
    const ticket = ask();
    desk.answer(step(ticket), ANSWER);
    expect(desk.answer(step(ticket), ANSWER).kind).toBe("done");
    expect(base.notices.due()).toHaveLength(1);
  });

  it("shows a change in between as a conflict: taken, added to, noted", () => {
    const ticket = ask();
    desk.assign(step(ticket, erik));
    expect(desk.answer(step(ticket), ANSWER)).toMatchObject({
      kind: "conflict",
      ticket: { assignee: erik.id },
    });
    const now = asker.read(ticket.id, "web:1") as Ticket;
    const context = { conversationId: "web:1", actor: visitor, isShared: false };
    asker.add(ticket.id, { text: "A year", asker: context });
    expect(desk.answer(step(now), ANSWER)).toMatchObject({
      kind: "conflict",
      ticket: { additions: [{ text: "A year" }] },
    });
    expect(base.notices.due()).toEqual([]);
  });

  it("lets a coordinator take over what another has, knowingly, and take what is theirs twice", () => {
    const ticket = ask();
    desk.assign(step(ticket, erik));
    expect(desk.assign(step(ticket)).kind).toBe("conflict");
    expect(desk.assign({ ...step(ticket), revision: 2 }).kind).toBe("done");
    expect(desk.assign(step(ticket)).kind).toBe("done");
    expect(desk.read(ticket.id, kaisa)?.ticket).toMatchObject({ assignee: kaisa.id, revision: 3 });
  });

  it("undoes everything when telling of it fails", () => {
    const ticket = ask();
    const parts = {
      base,
      store: new TicketStore(base.database),
      tell: () => {
        throw new Error("no channel");
      },
    };
    expect(() => new TicketDesk(parts, { sendsMail: true }).answer(step(ticket), ANSWER)).toThrow(
      "no channel",
    );
    expect(desk.read(ticket.id, kaisa)).toMatchObject({
      ticket: { state: "open", answers: [] },
      events: [{}],
    });
    expect(base.notices.due()).toEqual([]);
    expect(base.audit.list({ action: "ticket.answered" })).toEqual([]);
  });

  it("closes an unanswered ticket with a reason that reaches the asker, by e-mail too", () => {
    const ticket = ask("What does steam cost?", { email: "maija@example.org" });
    desk.close(step(ticket), "We do not sell steam.");
    const notices = base.notices.due();
    expect(notices.map(({ conversationId }) => conversationId)).toEqual(["web:1", "mail:maija@example.org"]);
    for (const { reply } of notices) {
      expect(reply.text).toContain("We do not sell steam. [1]");
      expectGrounded(reply);
    }
  });

  it("reopens a closed ticket and answers again", () => {
    const ticket = ask();
    desk.answer(step(ticket), ANSWER);
    expect(desk.answer({ ...step(ticket), revision: 2 }, { ...ANSWER, text: "25" }).kind).toBe("conflict");
    desk.reopen({ ...step(ticket, erik), revision: 2 });
    desk.answer({ ...step(ticket, erik), revision: 3 }, { ...ANSWER, text: "25 euros" });
    const [first, second] = base.notices.due();
    expect(first?.reply.text).toContain("20 euros");
    expect(second?.reply.text).toContain("25 euros");
    expect(second?.reply.text).not.toContain("20 euros");
  });

  it("lists by state, assignee, language and age, newest first", () => {
    const [first, second, third] = [ask("One?"), ask("Two?", { language: "sv" }), ask("Three?")];
    base.pass(3 * 86_400_000);
    const fourth = ask("Four?");
    desk.assign(step(second));
    desk.answer(step(third, erik), ANSWER);
    const ids = (query: Parameters<TicketDesk["list"]>[0]) => desk.list(query).map(({ id }) => id);
    expect(ids({})).toEqual([fourth.id, third.id, second.id, first.id]);
    expect(ids({ states: ["open"] })).toEqual([fourth.id, first.id]);
    expect(ids({ assignee: kaisa.id })).toEqual([second.id]);
    expect(ids({ assignee: "" })).toEqual([fourth.id, first.id]);
    expect(ids({ language: "sv" })).toEqual([second.id]);
    expect(ids({ createdBefore: base.now() - 86_400_000 })).toEqual([third.id, second.id, first.id]);
    expect(ids({ before: third.id, limit: 1 })).toEqual([second.id]);
    expect(desk.countWaiting()).toBe(3);
  });

  it("has nothing to do with tickets that are not there", () => {
    const none = { id: 99, revision: 1, actor: kaisa };
    expect(desk.read(99, kaisa)).toBeUndefined();
    for (const result of [
      desk.assign(none),
      desk.answer(none, ANSWER),
      desk.close(none, "x"),
      desk.reopen(none),
    ]) {
      expect(result).toEqual({ kind: "missing" });
    }
    expect(base.audit.list({ subject: "ticket:99" })).toEqual([]);
  });
});
