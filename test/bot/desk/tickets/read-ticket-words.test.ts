import { describe, expect, it } from "vitest";
import { readTicketWords } from "../../../../bot/desk/tickets/read-ticket-words.ts";
import { TICKET_TEXTS } from "../../../../bot/desk/tickets/texts.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";

describe("readTicketWords()", () => {
  it.each(LANGUAGES)("understands the words that buttons and suggestions say (%s)", (language) => {
    const texts = TICKET_TEXTS[language].chat;
    expect(readTicketWords(texts.helpedSay(12))).toEqual({ kind: "helped", id: 12 });
    expect(readTicketWords(texts.needsMoreSay(12))).toEqual({ kind: "needs-more", id: 12 });
    expect(readTicketWords(texts.askLater(12))).toEqual({ kind: "status", id: 12 });
    expect(readTicketWords(texts.questionNumber(12))).toEqual({ kind: "status", id: 12 });
  });

  it.each([
    "What about my question?",
    "any news on my question",
    "Has anyone answered my question yet?",
    "what's the status of my ticket?",
    "my questions",
    "kysymykseni tila",
    "Mikä on kysymykseni tilanne?",
    "Mitä kysymykselleni kuuluu?",
    "Missä vaiheessa kysymykseni on?",
    "missä vaiheessa on kysymykseni",
    "Onko kysymykseeni vastattu?",
    "onko joku vastannut kysymykseeni?",
    "Onko kysymykseeni jo tullut vastausta?",
    "Entä kysymykseni?",
    "Hur går det med min fråga?",
    "Har någon svarat på min fråga än?",
    "status för mitt ärende",
    "Vad hände med min fråga?",
    "mina frågor",
  ])("takes a question about one's own tickets: %s", (words) => {
    expect(readTicketWords(words)).toEqual({ kind: "status" });
  });

  it.each([
    ["ticket 12", 12],
    ["Ticket #12?", 12],
    ["kysymys 3", 3],
    ["tiketti 3", 3],
    ["ärende nr 7", 7],
    ["What is the status of question 12?", 12],
  ])("takes a number: %s", (words, id) => {
    expect(readTicketWords(words)).toEqual({ kind: "status", id });
  });

  it.each([
    "How many questions are in the FAQ?",
    "My question is: where is Kilpilahti?",
    "Kysymykseni koskee höyryä",
    "Min fråga gäller flygaska",
    "What does step 3 say?",
    "Vaihe 3",
    "I need help with side stream 12",
    "Which companies produce over 12 tonnes?",
    "question 12 and the price of steam",
    "fråga",
    "kysymys",
    "",
  ])("leaves other words alone: %s", (words) => {
    expect(readTicketWords(words)).toBeUndefined();
  });

  it("takes no time over long messages", () => {
    const started = performance.now();
    for (const word of ["kysymys ", "my question ", "a ", "1 "]) readTicketWords(word.repeat(1000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
