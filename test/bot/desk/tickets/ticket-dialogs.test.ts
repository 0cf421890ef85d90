import { beforeEach, describe, expect, it } from "vitest";
import { DIALOG_KEY, type DialogAnswer } from "../../../../bot/desk/dialogs/dialog.ts";
import { createTicketsPart, type TicketsPart } from "../../../../bot/desk/tickets/create-tickets-part.ts";
import { TICKET_TEXTS } from "../../../../bot/desk/tickets/texts.ts";
import { ticketAnnouncement, ticketCard, ticketLine } from "../../../../bot/desk/tickets/ticket-card.ts";
import type { AdaptiveCard } from "../../../../bot/reply/adaptive-card.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";
import { readNotices } from "../../../support/waiting-notices.ts";
import { keepTicket } from "./keep-ticket.ts";

let base: TestDeskBase;
let part: TicketsPart;
beforeEach(async () => {
  base = createDeskBase();
  part = createTicketsPart(base);
});

interface Call {
  actor?: (typeof PEOPLE)["kaisa"] | (typeof PEOPLE)["erik"];
  language?: Language;
  fields?: Record<string, string>;
}

function call(name: string, step: "open" | "submit", changes: Call = {}): Promise<DialogAnswer> {
  const dialog = part.dialogs.find((one) => one.name === name);
  if (dialog === undefined) throw new Error(`No dialog ${name}`);
  const { actor = PEOPLE.kaisa, language = "en", fields = { ticket: "1", revision: "1" } } = changes;
  return dialog[step]({ actor, language, conversationId: "teams:channel", fields });
}

function cardOf(answer: DialogAnswer): AdaptiveCard {
  if (answer.kind !== "card") throw new Error(`No card: ${answer.text}`);
  return answer.card;
}

/** What the card's button sends, with what is filled in. */
function filled(answer: DialogAnswer, inputs: Record<string, string> = {}): Record<string, string> {
  const card = cardOf(answer);
  const action = card.actions?.[0];
  if (action?.type !== "Action.Submit") throw new Error("No button");
  const { [DIALOG_KEY]: _dialog, ...data } = action.data as Record<string, string>;
  return { ...inputs, ...data };
}

describe("ticketCard()", () => {
  it.each(LANGUAGES)(
    "tells question, turns, state and who has it, and opens dialogs (%s)",
    async (language) => {
      const texts = TICKET_TEXTS[language].desk;
      const turns = [{ asked: "Where?", answered: "In Hanko.", refused: false }];
      const ticket = await keepTicket(base, { question: "What does *steam* cost?", turns });
      const card = ticketCard({ ...ticket, assigneeName: "Erik" }, language);
      const text = JSON.stringify(card.body);
      for (const words of ["\\\\*steam\\\\*", "Where?", "In Hanko.", "Erik", texts.languages.en]) {
        expect(text).toContain(words);
      }
      expect(text).toContain(texts.states.open);
      expect(card.actions?.map(({ title }) => title)).toEqual([texts.answer, texts.assign, texts.close]);
      const [answer] = card.actions ?? [];
      expect(answer).toMatchObject({
        data: { msteams: { type: "task/fetch" }, dialog: "ticket.answer", ticket: "1", revision: "1" },
      });
      const done = ticketCard({ ...ticket, state: "answered" }, language);
      expect(done.actions).toMatchObject([{ data: { dialog: "faq.new", from: "ticket:1" } }]);
    },
  );

  it("is announced with words that tell the question too, without links of the asker's making", async () => {
    const ticket = await keepTicket(base, { question: "[Pay](https://evil.example) <at>all</at>" });
    const { text, cards } = ticketAnnouncement(ticket, "fi");
    expect(text).toContain("\\[Pay\\] (https:\u2060//evil.example) &lt;at>all&lt;/at>");
    expect(cards).toHaveLength(1);
    expect(text).not.toMatch(/(?<!\\)\[/);
  });

  it("has a line for each step the channel is told of", async () => {
    const ticket = await keepTicket(base, { question: "Why?" });
    const line = (kind: "answered" | "noted" | "helped", actor = PEOPLE.erik as typeof PEOPLE.erik) =>
      ticketLine({ kind, ticket, actor }, "sv")?.text;
    expect(line("answered")).toBe("Erik besvarade ärende 1.");
    expect(line("helped")).toBe("Frågeställaren fick hjälp: ärende 1 är avslutat.");
    expect(line("noted")).toBeUndefined();
  });
});

describe.each(LANGUAGES)("the dialogs of tickets (%s)", (language) => {
  const texts = TICKET_TEXTS[language].desk;

  it("answer", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const open = await call("ticket.answer", "open", { language });
    expect(JSON.stringify(open)).toContain("What does steam cost?");
    const fields = filled(open, { answer: "20 euros", sources: "Price list", showName: "yes" });
    const answer = await call("ticket.answer", "submit", { language, fields });
    expect(answer).toEqual({ kind: "message", text: texts.done.answered });
    expect((await readNotices(base))[0]?.reply.text).toContain("Kaisa");
    expect(await base.audit.list({ action: "ticket.read" })).toHaveLength(1);
  });

  it("answer: shows what is wrong and keeps what was typed", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const open = await call("ticket.answer", "open", { language });
    const fields = filled(open, { answer: "20 euros", sources: "A | B" });
    const again = await call("ticket.answer", "submit", { language, fields });
    expect(JSON.stringify(again)).toContain(texts.problems.source);
    expect(cardOf(again).body.find(({ id }) => id === "answer")?.value).toBe("20 euros");
  });

  it("answer: shows whoever comes second the first answer and their own words, and sends nothing", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const open = await call("ticket.answer", "open", { language });
    await call("ticket.answer", "submit", { language, fields: filled(open, { answer: "20 euros" }) });
    const fields = filled(open, { answer: "25 euros" });
    const late = await call("ticket.answer", "submit", { language, fields, actor: PEOPLE.erik });
    const text = JSON.stringify(late);
    expect(text).toContain(texts.conflict);
    expect(text).toContain("20 euros");
    expect(text).toContain("25 euros");
    expect(cardOf(late).actions).toBeUndefined();
    expect(await readNotices(base)).toHaveLength(1);
  });

  it("assign: takes a free ticket at once, and one of somebody else only after asking", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const taken = await call("ticket.assign", "open", { language });
    expect(taken).toEqual({ kind: "message", text: texts.done.assigned });
    const asked = await call("ticket.assign", "open", { language, actor: PEOPLE.erik });
    expect(JSON.stringify(asked)).toContain(texts.takeOver("Kaisa"));
    expect((await part.desk.list())[0]?.assignee).toBe(PEOPLE.kaisa.id);
    await call("ticket.assign", "submit", { language, actor: PEOPLE.erik, fields: filled(asked) });
    expect((await part.desk.list())[0]?.assignee).toBe(PEOPLE.erik.id);
  });

  it("close: wants a reason, and tells it to the asker", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const open = await call("ticket.close", "open", { language });
    const again = await call("ticket.close", "submit", { language, fields: filled(open) });
    expect(JSON.stringify(again)).toContain(texts.problems.reason);
    const fields = filled(again, { reason: "We sell none." });
    expect(await call("ticket.close", "submit", { language, fields })).toEqual({
      kind: "message",
      text: texts.done.closed,
    });
    expect((await readNotices(base))[0]?.reply.text).toContain("We sell none.");
  });

  it("say plainly that a ticket is gone", async () => {
    for (const name of ["ticket.answer", "ticket.assign", "ticket.close"]) {
      const calls: Record<string, string>[] = [{ ticket: "99", revision: "1" }, {}];
      for (const fields of calls) {
        const answer = { kind: "message", text: texts.missing };
        expect(await call(name, "open", { language, fields })).toEqual(answer);
        const sent = { answer: "x", reason: "x", ...fields };
        expect(await call(name, "submit", { language, fields: sent })).toEqual(answer);
      }
    }
  });
});
