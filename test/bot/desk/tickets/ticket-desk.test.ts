import { beforeEach, describe, expect, it } from "vitest";
import { AskerTickets } from "../../../../bot/desk/tickets/asker-tickets.ts";
import { FormStore } from "../../../../bot/desk/tickets/form-store.ts";
import type { Ticket } from "../../../../bot/desk/tickets/ticket.ts";
import { TicketDesk } from "../../../../bot/desk/tickets/ticket-desk.ts";
import { TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";
import { readNotices } from "../../../support/waiting-notices.ts";

const { kaisa, erik, visitor } = PEOPLE;
const ANSWER = { text: "It costs **20 euros** a MWh.", sources: [], showsName: false };

let base: TestDeskBase;
let desk: TicketDesk;
let asker: AskerTickets;
let told: string[];

function begin(database: Database): void {
  base = createDeskBase({ database });
  told = [];
  const forms = new FormStore(base.database);
  const parts = {
    base,
    store: new TicketStore(base.database),
    tell: ({ kind, actor }: { kind: string; actor: { name: string } }) => {
      told.push(`${kind} ${actor.name}`.trim());
    },
  };
  desk = new TicketDesk(parts, { sendsMail: true });
  asker = new AskerTickets(parts, forms);
}

async function ask(
  question = "What does steam cost?",
  changes: { email?: string; language?: "fi" | "sv" | "en" } = {},
): Promise<Ticket> {
  const key = await asker.show({ question, turns: [], language: "en" }, "web:1");
  const sent = { question, turns: [], language: "en", ...changes } as const;
  const context = { conversationId: "web:1", actor: visitor, isShared: false };
  const result = await asker.send(key, { sent, asker: context });
  if (result.kind === "too-many") throw new Error("Too many tickets");
  return result.ticket;
}

const step = (ticket: Ticket, actor: typeof kaisa | typeof erik = kaisa) => ({
  id: ticket.id,
  revision: ticket.revision,
  actor,
});

describe.each(DATABASE_KINDS)("TicketDesk (%s)", (kind) => {
  beforeEach(async () => begin(await openTestDatabase(kind)));

  it("takes a ticket from open over assigned and answered to closed, with an event and an audit entry each", async () => {
    const ticket = await ask();
    const assigned = await desk.assign(step(ticket));
    expect(assigned).toMatchObject({ kind: "done", ticket: { state: "assigned", assignee: kaisa.id } });
    base.pass(60_000);
    const answered = await desk.answer({ ...step(ticket), revision: 2 }, ANSWER);
    expect(answered).toMatchObject({ kind: "done", ticket: { state: "answered", revision: 3 } });
    const closed = await desk.close({ ...step(ticket), revision: 3 }, "");
    expect(closed).toMatchObject({ kind: "done", ticket: { state: "closed" } });
    const { events } = (await desk.read(ticket.id, kaisa)) ?? { events: [] };
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["created", visitor.id],
      ["assigned", kaisa.id],
      ["answered", kaisa.id],
      ["closed", kaisa.id],
    ]);
    expect((events[2]?.at ?? 0) - (events[1]?.at ?? 0)).toBe(60_000);
    const actions = (await base.audit.list({ subject: `ticket:${ticket.id}` })).map(({ action }) => action);
    expect(actions.reverse()).toEqual([
      "ticket.created",
      "ticket.assigned",
      "ticket.answered",
      "ticket.closed",
      "ticket.read",
    ]);
    expect(told).toEqual(["created", "assigned Kaisa", "answered Kaisa", "closed Kaisa"]);
  });

  it("keeps the words of question and answer out of the audit log", async () => {
    const ticket = await ask("My secret is zephyr");
    await desk.answer(step(ticket), { ...ANSWER, text: "quagga" });
    await desk.note({ id: ticket.id, actor: kaisa }, "zephyr again");
    expect(JSON.stringify(await base.audit.list())).not.toMatch(/zephyr|quagga/);
  });

  it("shows the second coordinator the first's answer and sends nothing twice", async () => {
    const ticket = await ask();
    await desk.answer(step(ticket), ANSWER);
    const second = await desk.answer(step(ticket, erik), { ...ANSWER, text: "25 euros" });
    expect(second).toMatchObject({
      kind: "conflict",
      ticket: { answers: [{ text: ANSWER.text, byName: "Kaisa" }] },
    });
    expect(await readNotices(base)).toHaveLength(1);
  });

  it("counts the same answer sent twice by one person as one", async () => {
    const ticket = await ask();
    await desk.answer(step(ticket), ANSWER);
    expect((await desk.answer(step(ticket), ANSWER)).kind).toBe("done");
    expect(await readNotices(base)).toHaveLength(1);
  });

  it("counts the same answer sent twice at once as one, and of two answers at once the first", async () => {
    const ticket = await ask();
    const [one, other] = await Promise.all([
      desk.answer(step(ticket), ANSWER),
      desk.answer(step(ticket), ANSWER),
    ]);
    expect([one.kind, other.kind]).toEqual(["done", "done"]);
    const next = await ask("And gas?");
    const results = await Promise.all([
      desk.answer(step(next), ANSWER),
      desk.answer(step(next, erik), { ...ANSWER, text: "25 euros" }),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["conflict", "done"]);
    expect(await readNotices(base)).toHaveLength(2);
    expect(await base.audit.list({ action: "ticket.answered" })).toHaveLength(2);
  });

  it("makes one ticket of a form, and one addition of words, that are sent several times at once", async () => {
    const key = await asker.show({ question: "Why?", turns: [], language: "en" }, "web:1");
    const context = { conversationId: "web:1", actor: visitor, isShared: false };
    const sent = { question: "Why?", turns: [], language: "en" } as const;
    const send = () => asker.send(key, { sent, asker: context });
    const results = await Promise.all([send(), send(), send()]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["sent", "twice", "twice"]);
    const [ticket] = await desk.list();
    expect(await desk.list()).toHaveLength(1);
    const add = () => asker.add(ticket?.id ?? 0, { text: "Because", asker: context });
    await Promise.all([add(), add()]);
    expect((await desk.list())[0]?.additions).toMatchObject([{ text: "Because" }]);
  });

  it("keeps signs that a database may not know, and finds nothing by a key of such signs", async () => {
    const ticket = await ask("Nul \u0000, half \ud800, 🏭?");
    expect((await desk.read(ticket.id, kaisa))?.ticket.question).toMatch(/^Nul .*🏭\?$/);
    expect(await asker.shown("\u0000", "web:1")).toBeUndefined();
  });

  it("shows a change in between as a conflict: taken, added to, noted", async () => {
    const ticket = await ask();
    await desk.assign(step(ticket, erik));
    expect(await desk.answer(step(ticket), ANSWER)).toMatchObject({
      kind: "conflict",
      ticket: { assignee: erik.id },
    });
    const now = (await asker.read(ticket.id, "web:1")) as Ticket;
    const context = { conversationId: "web:1", actor: visitor, isShared: false };
    await asker.add(ticket.id, { text: "A year", asker: context });
    expect(await desk.answer(step(now), ANSWER)).toMatchObject({
      kind: "conflict",
      ticket: { additions: [{ text: "A year" }] },
    });
    expect(await readNotices(base)).toEqual([]);
  });

  it("lets a coordinator take over what another has, knowingly, and take what is theirs twice", async () => {
    const ticket = await ask();
    await desk.assign(step(ticket, erik));
    expect((await desk.assign(step(ticket))).kind).toBe("conflict");
    expect((await desk.assign({ ...step(ticket), revision: 2 })).kind).toBe("done");
    expect((await desk.assign(step(ticket))).kind).toBe("done");
    expect((await desk.read(ticket.id, kaisa))?.ticket).toMatchObject({ assignee: kaisa.id, revision: 3 });
  });

  it("undoes everything when telling of it fails", async () => {
    const ticket = await ask();
    const parts = {
      base,
      store: new TicketStore(base.database),
      tell: () => {
        throw new Error("no channel");
      },
    };
    const broken = new TicketDesk(parts, { sendsMail: true }).answer(step(ticket), ANSWER);
    await expect(broken).rejects.toThrow("no channel");
    expect(await desk.read(ticket.id, kaisa)).toMatchObject({
      ticket: { state: "open", answers: [] },
      events: [{}],
    });
    expect(await readNotices(base)).toEqual([]);
    expect(await base.audit.list({ action: "ticket.answered" })).toEqual([]);
  });

  it("closes an unanswered ticket with a reason that reaches the asker, by e-mail too", async () => {
    const ticket = await ask("What does steam cost?", { email: "maija@example.org" });
    await desk.close(step(ticket), "We do not sell steam.");
    const notices = await readNotices(base);
    expect(notices.map(({ conversationId }) => conversationId)).toEqual(["web:1", "mail:maija@example.org"]);
    for (const { reply } of notices) {
      expect(reply.text).toContain("We do not sell steam. [1]");
      expectGrounded(reply);
    }
  });

  it("reopens a closed ticket and answers again", async () => {
    const ticket = await ask();
    await desk.answer(step(ticket), ANSWER);
    expect((await desk.answer({ ...step(ticket), revision: 2 }, { ...ANSWER, text: "25" })).kind).toBe(
      "conflict",
    );
    await desk.reopen({ ...step(ticket, erik), revision: 2 });
    await desk.answer({ ...step(ticket, erik), revision: 3 }, { ...ANSWER, text: "25 euros" });
    const [first, second] = await readNotices(base);
    expect(first?.reply.text).toContain("20 euros");
    expect(second?.reply.text).toContain("25 euros");
    expect(second?.reply.text).not.toContain("20 euros");
  });

  it("lists by state, assignee, language and age, newest first", async () => {
    const first = await ask("One?");
    const second = await ask("Two?", { language: "sv" });
    const third = await ask("Three?");
    base.pass(3 * 86_400_000);
    const fourth = await ask("Four?");
    await desk.assign(step(second));
    await desk.answer(step(third, erik), ANSWER);
    const ids = async (query: Parameters<TicketDesk["list"]>[0]) =>
      (await desk.list(query)).map(({ id }) => id);
    expect(await ids({})).toEqual([fourth.id, third.id, second.id, first.id]);
    expect(await ids({ states: ["open"] })).toEqual([fourth.id, first.id]);
    expect(await ids({ assignee: kaisa.id })).toEqual([second.id]);
    expect(await ids({ assignee: "" })).toEqual([fourth.id, first.id]);
    expect(await ids({ language: "sv" })).toEqual([second.id]);
    expect(await ids({ createdBefore: base.now() - 86_400_000 })).toEqual([third.id, second.id, first.id]);
    expect(await ids({ before: third.id, limit: 1 })).toEqual([second.id]);
    expect(await desk.countWaiting()).toBe(3);
  });

  it("has nothing to do with tickets that are not there", async () => {
    const none = { id: 99, revision: 1, actor: kaisa };
    expect(await desk.read(99, kaisa)).toBeUndefined();
    for (const result of [
      await desk.assign(none),
      await desk.answer(none, ANSWER),
      await desk.close(none, "x"),
      await desk.reopen(none),
    ]) {
      expect(result).toEqual({ kind: "missing" });
    }
    expect(await base.audit.list({ subject: "ticket:99" })).toEqual([]);
  });
});
