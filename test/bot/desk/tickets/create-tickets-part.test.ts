import { beforeEach, describe, expect, it } from "vitest";
import { createTicketsPart, type TicketsPart } from "../../../../bot/desk/tickets/create-tickets-part.ts";
import { ticketAnnouncement, ticketLine } from "../../../../bot/desk/tickets/ticket-card.ts";
import { TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
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

describe.each(DATABASE_KINDS)("createTicketsPart() (%s)", (kind) => {
  beforeEach(async () => {
    base = createDeskBase({ database: await openTestDatabase(kind) });
    part = createTicketsPart(base, { sendsMail: true, ticketRetentionDays: 30 });
    store = new TicketStore(base.database);
  });

  describe("announcing", () => {
    it("puts card and lines into the coordinators' channel with the changes they tell of", async () => {
      const add = async (reply: ReturnType<typeof ticketLine>) => {
        if (reply !== undefined) await chat.base.notices.add({ conversationId: "teams:channel", reply });
      };
      const chat = await openTicketChat({
        database: await openTestDatabase(kind),
        announce: (ticket) => add(ticketAnnouncement(ticket, "fi")),
        announceStep: (happening) => add(ticketLine(happening, "fi")),
      });
      const form = await chat.say("I want to talk to a person");
      await chat.sendForm({ ...pressed(form), question: "What does steam cost?" });
      await chat.part.desk.assign({ id: 1, revision: 1, actor: kaisa });
      await chat.part.desk.note({ id: 1, actor: kaisa }, "hmm");
      await chat.part.desk.answer({ id: 1, revision: 3, actor: kaisa }, ANSWER);
      await chat.say("I got help with question 1");
      const told = (await chat.waiting()).filter(({ conversationId }) => conversationId === "teams:channel");
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
        database: await openTestDatabase(kind),
        announce: () => {
          throw new Error("no channel");
        },
      });
      const form = await chat.say("I want to talk to a person");
      const fields = { ...pressed(form), question: "What does steam cost?" };
      await expect(chat.sendForm(fields)).rejects.toThrow("no channel");
      expect(await chat.part.desk.list()).toEqual([]);
      expect(await chat.base.audit.list()).toEqual([]);
    });
  });

  describe("FAQ", () => {
    it("gives question, answer and sources of a ticket, and notes which entry came of it", async () => {
      await keepTicket(base, { question: "What does steam cost?", language: "sv" });
      const begun = { language: "sv", question: "What does steam cost?", answer: "", sources: [] };
      expect(await part.prefillFaq("ticket:1", kaisa)).toEqual(begun);
      await part.desk.answer({ id: 1, revision: 1, actor: kaisa }, ANSWER);
      expect(await part.prefillFaq("ticket:1", kaisa)).toEqual({
        ...begun,
        answer: ANSWER.text,
        sources: ANSWER.sources,
      });
      expect(await base.audit.list({ action: "ticket.read" })).toHaveLength(2);
      await part.noteFaq("ticket:1", { entryId: "steam-price", actor: kaisa });
      expect((await store.read(1))?.faqEntry).toBe("steam-price");
      expect((await store.events(1)).at(-1)).toMatchObject({ kind: "faq", detail: { entry: "steam-price" } });
    });

    it.each(["ticket:2", "ticket:", "ticket:1x", "question:1", ""])("leaves %j to others", async (from) => {
      await keepTicket(base, { question: "What does steam cost?" });
      expect(await part.prefillFaq(from, kaisa)).toBeUndefined();
      await part.noteFaq(from, { entryId: "x", actor: kaisa });
      expect((await store.read(1))?.faqEntry).toBeUndefined();
    });
  });

  describe("forgetting", () => {
    it("erases what is personal of a conversation and keeps that there was a ticket", async () => {
      const chat = await openTicketChat({ database: await openTestDatabase(kind), sendsMail: true });
      const person = { id: "visitor:zephyr", name: "Zephyr" };
      await chat.say("Where is the zephyr of Harbour Park?", { person });
      const form = await chat.say("I want to talk to a person", { person });
      const fields = { ...pressed(form), contact: "email", email: "zephyr@example.org" };
      await chat.sendForm(fields, { person });
      await chat.say("I want to talk to a person about the zephyr in the harbour", { person });
      await chat.part.desk.note({ id: 1, actor: kaisa }, "zephyr?");
      await chat.part.desk.answer({ id: 1, revision: 2, actor: kaisa }, ANSWER);
      const tables = ["ticket", "ticket_event", "ticket_form", "audit"];
      const dump = async () =>
        JSON.stringify(
          await Promise.all(
            tables.map((table) => chat.base.database.prepare(`select * from ${table}`).all()),
          ),
        );
      expect(await dump()).toMatch(/zephyr/i);

      await chat.part.erase("web:1");
      expect(await dump()).not.toMatch(/zephyr/i);
      expect((await chat.waiting()).map(({ conversationId }) => conversationId)).toEqual(["web:1"]);
      expect(await chat.part.desk.list()).toMatchObject([
        { id: 1, state: "closed", isErased: true, conversationId: "" },
      ]);
      expect(await chat.part.prefillFaq("ticket:1", kaisa)).toBeUndefined();
      expect((await chat.say("question 1", { person })).text).toContain("No question number 1");
      // A second time there is nothing left to do.
      await chat.part.erase("web:1");
      expect(await chat.base.audit.list({ action: "ticket.erased" })).toHaveLength(1);
    });

    it("leaves the tickets of others alone", async () => {
      await keepTicket(base, { question: "Mine" });
      await keepTicket(base, { question: "Yours", conversationId: "web:2" });
      await part.erase("web:2");
      expect(await store.read(1)).toMatchObject({ question: "Mine", conversationId: "web:1" });
      await part.erase("");
      expect((await store.read(1))?.question).toBe("Mine");
    });

    it("closes answered tickets after two weeks and deletes closed ones after their time", async () => {
      await keepTicket(base, { question: "Waits" });
      await keepTicket(base, { question: "Answered" });
      await part.desk.answer({ id: 2, revision: 1, actor: kaisa }, ANSWER);
      base.pass(14 * DAY);
      await part.tick();
      expect((await store.read(2))?.state).toBe("answered");
      base.pass(1);
      await part.tick();
      expect((await store.read(2))?.state).toBe("closed");
      expect((await store.events(2)).at(-1)).toMatchObject({ kind: "expired", actor: "system" });
      base.pass(30 * DAY);
      await part.purge();
      expect(await store.read(2)).toBeDefined();
      base.pass(1);
      await part.purge();
      expect(await store.read(2)).toBeUndefined();
      expect(await store.events(2)).toEqual([]);
      expect((await store.read(1))?.state).toBe("open");
      // Its number is not given again: somebody may still ask for it.
      expect((await keepTicket(base, { question: "New" })).id).toBe(3);
    });

    it("forgets forms that nobody sent within a week", async () => {
      const chat = await openTicketChat({ database: await openTestDatabase(kind) });
      const form = await chat.say("I want to talk to a person");
      chat.base.pass(7 * DAY + 1);
      await chat.part.purge();
      await chat.sendForm({ ...pressed(form), question: "What does steam cost?" });
      expect(await chat.part.desk.list()).toEqual([]);
    });
  });
});
