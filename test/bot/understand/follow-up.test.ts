import { beforeAll, describe, expect, it } from "vitest";
import { resolveFollowUp } from "../../../bot/understand/follow-up.ts";
import { expectGrounded } from "../../support/check-reply.ts";
import { type Asker, askOwnKnowledge, questionOf } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("a follow-up", () => {
  it.each([
    ["Where is Kilpilahti?", "and in Kokkola?", "Kokkola"],
    ["Montako yritystä KIPissä toimii?", "entä Kemijärvellä?", "Kemijärven biopuisto: **5**"],
    ["Var ligger ECO3?", "och Kilpilahti?", "Borgå"],
    ["Who is the contact person of ECO3?", "what about Envi Grow Park?", "Riikka Riihimäki"],
    ["Kuka on ECO3:n yhteyshenkilö?", "entä Kilpilahden?", "Leena Alihakkola"],
    ["Vem är kontaktperson för ECO3?", "och för Kilpilahti?", "Leena Alihakkola"],
  ])("carries the question over to another name: %s / %s", async (first, second, fact) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text).toContain(fact);
    expectGrounded(reply);
  });

  it.each([
    ["Where is ECO3?", "who is its contact person?", "Sakari Ermala"],
    ["Missä ECO3 on?", "kuka on sen yhteyshenkilö?", "Sakari Ermala"],
    ["Missä ECO3 on?", "mitkä yritykset toimivat siellä?", "Verte Oy"],
    ["Var ligger ECO3?", "och telefonnumret?", "+358 50 583 4233"],
    ["Var ligger ECO3?", "vem är parkens kontaktperson?", "Sakari Ermala"],
    ["Which companies are in ECO3?", "and the phone number?", "+358 50 583 4233"],
  ])("asks more of the same thing: %s / %s", async (first, second, fact) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text).toContain(fact);
    expectGrounded(reply);
  });

  it.each([
    ["Who is the contact person of ECO3?", "what is his phone number?", "+358 50 583 4233"],
    ["Who is the contact person of Envi Grow Park?", "what is her e-mail?", "Riikka.riihimaki@fyk.fi"],
    ["Kuka on ECO3:n yhteyshenkilö?", "mikä on hänen sähköpostinsa?", "sakari.ermala@verte.fi"],
    ["Vem är kontaktperson för Envi Grow Park?", "vad har hon för telefonnummer?", "+358 50 464 1333"],
    ["Vem är kontaktperson för ECO3?", "vad är hans e-post?", "sakari.ermala@verte.fi"],
  ])("means the person last named: %s / %s", async (first, second, fact) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text).toContain(fact);
    expect(reply.intent).toBe("contact");
    expectGrounded(reply);
  });

  it("holds over several turns and a change of the topic", async () => {
    const turns = ["Missä ECO3 on?", "entä Kilpilahti?", "kuka on sen yhteyshenkilö?", "entä ECO3:n?"];
    expect((await asker.ask(turns.slice(0, 3))).text).toContain("Leena Alihakkola");
    expect((await asker.ask(turns)).text).toContain("Sakari Ermala");
  });
});

describe("resolveFollowUp()", () => {
  const read = (text: string) => questionOf(text, { language: "en", view: asker.view });

  it("leaves a question without a past alone", () => {
    const question = read("and in Kokkola?");
    expect(resolveFollowUp(question, { memory: undefined, view: asker.view })).toBe(question);
    expect(resolveFollowUp(question, { memory: {}, view: asker.view })).toBe(question);
  });

  it("leaves a question that stands alone as it is", () => {
    const memory = {
      question: { text: "Where is ECO3?", language: "en" as const },
      topic: "ECO3",
      person: "Sakari Ermala",
    };
    for (const text of [
      "How many members does the KIP Association have?",
      "Which side streams arise in Kemi-Tornio?",
    ]) {
      const question = read(text);
      expect(resolveFollowUp(question, { memory, view: asker.view })).toBe(question);
    }
  });
});
