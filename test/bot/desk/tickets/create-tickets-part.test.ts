import { beforeEach, describe, expect, it } from "vitest";
import { createTicketsPart, type TicketsPart } from "../../../../bot/desk/tickets/create-tickets-part.ts";
import { ticketAnnouncement, ticketLine } from "../../../../bot/desk/tickets/ticket-card.ts";
import { TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";
import { keepTicket } from "./keep-ticket.ts";
import { openTicketChat, pressed } from "./ticket-chat.ts";

const { kaisa } = PEOPLE;
const DAY = 86_400_000;
const ANSWER = {
  text: "It costs 20 zephyr.",
  sources: [{ title: "Price list", year: 2026 }],
  showsName: true,
};

let base: TestDeskBase;
let part: TicketsPart;
let store: TicketStore;
beforeEach(() => {
  base = createDeskBase();
  part = createTicketsPart(base, { sendsMail: true, ticketRetentionDays: 30 });
  store = new TicketStore(base.database);
});

describe("createTicketsPart(): announcing", () => {
  it("puts card and lines into the coordinators' channel with the changes they tell of", async () => {
    const add = (reply: ReturnType<typeof ticketLine>) => {
      if (reply !== undefined) chat.base.notices.add({ conversationId: "teams:channel", reply });
    };
    const chat = await openTicketChat({
      announce: (ticket) => add(ticketAnnouncement(ticket, "fi")),
      announceStep: (happening) => add(ticketLine(happening, "fi")),
    });
    const form = await chat.say("I want to talk to a person");
    await chat.sendForm({ ...pressed(form), question: "What does steam cost?" });
    chat.part.desk.assign({ id: 1, revision: 1, actor: kaisa });
    chat.part.desk.note({ id: 1, actor: kaisa }, "hmm");
    chat.part.desk.answer({ id: 1, revision: 3, actor: kaisa }, ANSWER);
    await chat.say("I got help with question 1");
    const told = chat.waiting().filter(({ conversationId }) => conversationId === "teams:channel");
    expect(told.map(({ reply }) => reply.text.split("\n")[0])).toEqual([
      "**Uusi yhteydenotto 1**",
      "Kaisa otti yhteydenoton 1 käsittelyyn.",
      "Kaisa vastasi yhteydenottoon 1.",
      "Kysyjä sai avun: yhteydenotto 1 on päätetty.",
    ]);
    expect(told[0]?.reply.cards).toHaveLength(1);
  });

  it("makes no ticket when announcing it fails", async () => {
    const chat = await openTicketChat({
      announce: () => {
        throw new Error("no channel");
      },
    });
    const form = await chat.say("I want to talk to a person");
    const fields = { ...pressed(form), question: "What does steam cost?" };
    await expect(chat.sendForm(fields)).rejects.toThrow("no channel");
    expect(chat.part.desk.list()).toEqual([]);
    expect(chat.base.audit.list()).toEqual([]);
  });
});

describe("createTicketsPart(): FAQ", () => {
  it("gives question, answer and sources of a ticket, and notes which entry came of it", () => {
    keepTicket(base, { question: "What does steam cost?", language: "sv" });
    const begun = { language: "sv", question: "What does steam cost?", answer: "", sources: [] };
    expect(part.prefillFaq("ticket:1", kaisa)).toEqual(begun);
    part.desk.answer({ id: 1, revision: 1, actor: kaisa }, ANSWER);
    expect(part.prefillFaq("ticket:1", kaisa)).toEqual({
      ...begun,
      answer: ANSWER.text,
      sources: ANSWER.sources,
    });
    expect(base.audit.list({ action: "ticket.read" })).toHaveLength(2);
    part.noteFaq("ticket:1", { entryId: "steam-price", actor: kaisa });
    expect(store.read(1)?.faqEntry).toBe("steam-price");
    expect(store.events(1).at(-1)).toMatchObject({ kind: "faq", detail: { entry: "steam-price" } });
  });

  it.each(["ticket:2", "ticket:", "ticket:1x", "question:1", ""])("leaves %j to others", (from) => {
    keepTicket(base, { question: "What does steam cost?" });
    expect(part.prefillFaq(from, kaisa)).toBeUndefined();
    part.noteFaq(from, { entryId: "x", actor: kaisa });
    expect(store.read(1)?.faqEntry).toBeUndefined();
  });
});

describe("createTicketsPart(): forgetting", () => {
  it("erases what is personal of a conversation and keeps that there was a ticket", async () => {
    const chat = await openTicketChat({ sendsMail: true });
    const person = { id: "visitor:zephyr", name: "Zephyr" };
    await chat.say("Where is the zephyr of Harbour Park?", { person });
    const form = await chat.say("I want to talk to a person", { person });
    const fields = { ...pressed(form), contact: "email", email: "zephyr@example.org" };
    await chat.sendForm(fields, { person });
    await chat.say("I want to talk to a person about the zephyr in the harbour", { person });
    chat.part.desk.note({ id: 1, actor: kaisa }, "zephyr?");
    chat.part.desk.answer({ id: 1, revision: 2, actor: kaisa }, ANSWER);
    const tables = ["ticket", "ticket_event", "ticket_form", "audit"];
    const dump = () =>
      JSON.stringify(tables.map((table) => chat.base.database.prepare(`select * from ${table}`).all()));
    expect(dump()).toMatch(/zephyr/i);

    chat.part.erase("web:1");
    expect(dump()).not.toMatch(/zephyr/i);
    expect(chat.waiting().map(({ conversationId }) => conversationId)).toEqual(["web:1"]);
    expect(chat.part.desk.list()).toMatchObject([
      { id: 1, state: "closed", isErased: true, conversationId: "" },
    ]);
    expect(chat.part.prefillFaq("ticket:1", kaisa)).toBeUndefined();
    expect((await chat.say("question 1", { person })).text).toContain("No question number 1");
    // A second time there is nothing left to do.
    chat.part.erase("web:1");
    expect(chat.base.audit.list({ action: "ticket.erased" })).toHaveLength(1);
  });

  it("leaves the tickets of others alone", () => {
    keepTicket(base, { question: "Mine" });
    keepTicket(base, { question: "Yours", conversationId: "web:2" });
    part.erase("web:2");
    expect(store.read(1)).toMatchObject({ question: "Mine", conversationId: "web:1" });
    part.erase("");
    expect(store.read(1)?.question).toBe("Mine");
  });

  it("closes answered tickets after two weeks and deletes closed ones after their time", () => {
    keepTicket(base, { question: "Waits" });
    keepTicket(base, { question: "Answered" });
    part.desk.answer({ id: 2, revision: 1, actor: kaisa }, ANSWER);
    base.pass(14 * DAY);
    part.tick();
    expect(store.read(2)?.state).toBe("answered");
    base.pass(1);
    part.tick();
    expect(store.read(2)?.state).toBe("closed");
    expect(store.events(2).at(-1)).toMatchObject({ kind: "expired", actor: "system" });
    base.pass(30 * DAY);
    part.purge();
    expect(store.read(2)).toBeDefined();
    base.pass(1);
    part.purge();
    expect(store.read(2)).toBeUndefined();
    expect(store.events(2)).toEqual([]);
    expect(store.read(1)?.state).toBe("open");
    // Its number is not given again: somebody may still ask for it.
    expect(keepTicket(base, { question: "New" }).id).toBe(3);
  });

  it("forgets forms that nobody sent within a week", async () => {
    const chat = await openTicketChat();
    const form = await chat.say("I want to talk to a person");
    chat.base.pass(7 * DAY + 1);
    chat.part.purge();
    await chat.sendForm({ ...pressed(form), question: "What does steam cost?" });
    expect(chat.part.desk.list()).toEqual([]);
  });
});
