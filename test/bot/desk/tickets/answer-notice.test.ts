import { describe, expect, it } from "vitest";
import { renderTeams } from "../../../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../../../bot/channels/render-web-chat.ts";
import { answerMail, answerNotice, closedNotice } from "../../../../bot/desk/tickets/answer-notice.ts";
import { TICKET_TEXTS } from "../../../../bot/desk/tickets/texts.ts";
import type { Ticket, TicketAnswer } from "../../../../bot/desk/tickets/ticket.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { createDeskBase, DESK_START } from "../../../support/desk-base.ts";
import { keepTicket } from "./keep-ticket.ts";

async function answered(answer: Partial<TicketAnswer>, changes: Partial<Ticket> = {}): Promise<Ticket> {
  const ticket = await keepTicket(createDeskBase(), { question: "What does steam cost?" });
  const usual = {
    text: "20 euros",
    sources: [],
    by: "web:kaisa",
    byName: "Kaisa",
    showsName: false,
    at: DESK_START,
  };
  return { ...ticket, answers: [{ ...usual, ...answer }], ...changes };
}

describe("answerNotice()", () => {
  it.each(LANGUAGES)(
    "tells question, answer, date and sources, each statement cited (%s)",
    async (language) => {
      const texts = TICKET_TEXTS[language].chat;
      const sources = [{ title: "Price list", url: "https://example.org/prices", year: 2026 }];
      const text = "Steam costs **20 euros** a MWh.\n\nAsk Paula Puro, +358 40 111 1111.";
      const reply = answerNotice(await answered({ text, sources }, { language }));
      expect(reply).toMatchObject({ language, intent: "answer", refused: false });
      expect(reply.text.split("\n")[0]).toBe(texts.answerTo(1, "What does steam cost?"));
      expect(reply.text).toContain("+358 40 111 1111. [1][2]");
      expect(reply.text).not.toContain("Kaisa");
      const date = { fi: "1.3.2026", sv: "1.3.2026", en: "1 March 2026" }[language];
      expect(reply.text).toContain(texts.answeredBy(undefined, date));
      expect(reply.citations).toMatchObject([
        { title: texts.statement(undefined, date), year: 2026, passage: text },
        { title: "Price list", source: "https://example.org/prices", year: 2026 },
      ]);
      expect(reply.citations[1]?.passage).toBe(texts.namedSource("Price list", 2026));
      expectGrounded(reply);
    },
  );

  it("tells the coordinator's name only where they wish it", async () => {
    const hidden = JSON.stringify(answerNotice(await answered({ showsName: false })));
    expect(hidden).not.toContain("Kaisa");
    expect(JSON.stringify(answerMail(await answered({ showsName: false })))).not.toContain("Kaisa");
    expect(answerNotice(await answered({ showsName: true })).text).toContain("Kaisa");
    expect(answerNotice(await answered({ showsName: true, byName: "" })).text).toContain(
      "A coordinator answered",
    );
  });

  it.each([
    ["marks of their own", "See [1] and [12].", "See (1) and (12). [1]"],
    ["HTML", "<b>x</b> <img src=x onerror=alert(1)>", "&lt;b>x&lt;/b> &lt;img src=x onerror=alert(1)> [1]"],
    ["addresses in angle brackets", "<https://example.org/a>", "https://example.org/a [1]"],
    ["a table at the end", "| a | b |\n| --- | --- |\n| 1 | 2 |", "| 1 | 2 |\n\n [1]"],
    ["code at the end", "```\nx\n```", "```\n\n [1]"],
  ])("fits in an answer with %s", async (_, text, wanted) => {
    const reply = answerNotice(await answered({ text }));
    expect(reply.text).toContain(wanted);
    expect(reply.citations).toHaveLength(1);
    expectGrounded(reply);
  });

  it("quotes the asker's words as words, on one line", async () => {
    const question = "**Free** [click](https://evil.example)\n\n# Heading <b>x</b> ".repeat(5);
    const [first, second] = answerNotice(await answered({}, { question })).text.split("\n");
    expect(first).toContain("\\*\\*Free\\*\\* \\[click\\] (https:\u2060//evil.example) # Heading &lt;b>");
    expect(first?.length).toBeLessThan(260);
    expect(second).toBe("");
  });

  it("comes through both renderers with its citations and buttons", async () => {
    const reply = answerNotice(await answered({ sources: [{ title: "Price list" }] }));
    const teams = renderTeams(reply);
    expect(JSON.stringify(teams.attachments)).toContain("I still need help with question 1");
    expect(teams.entities?.[0]).toMatchObject({ citation: [{ position: 1 }, { position: 2 }] });
    const web = renderWebChat(reply, { answerId: "a" });
    expect(JSON.stringify(web.attachments)).toContain("I got help with question 1");
    expect(web.text).toContain('[2]: cite:2 "Price list"');
  });
});

describe("closedNotice()", () => {
  it.each(LANGUAGES)("tells that there is no answer, why, and how to go on (%s)", async (language) => {
    const texts = TICKET_TEXTS[language].chat;
    const reply = closedNotice(await answered({}, { language }), { reason: "We sell none.", at: DESK_START });
    expect(reply.text).toBe(`${texts.closedFrame(1, "What does steam cost?")}\n\nWe sell none. [1]`);
    expect(JSON.stringify(reply.cards)).toContain(texts.needsMoreSay(1));
    expectGrounded(reply);
  });
});
