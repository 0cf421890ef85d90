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
    ["Missä KIP on?", "Kuinka moni siellä työskentelee?", "**2400** työntekijää"],
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

  it.each([
    [
      "Where should I place a plant that needs steam and 5 hectares?",
      "How much fly ash is there in total?",
      "**Fly ash** – the table holds 2 side streams.",
    ],
    [
      "Mihin kannattaa sijoittaa laitos, joka tarvitsee höyryä ja 5 hehtaaria?",
      "Kuinka paljon lentotuhkaa on yhteensä?",
      "**Lentotuhka** – taulukossa on 2 sivuvirtaa.",
    ],
    [
      "Var ska vi placera en anläggning som behöver ånga och 5 hektar?",
      "Hur mycket flygaska finns det?",
      "**Flygaska** – tabellen har 2 sidoströmmar.",
    ],
  ])("that names another stuff is a question of its own: %s / %s", async (first, second, fact) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text).toContain(fact);
    expect(reply.text).not.toMatch(/steam|höyry|ånga/i);
    expectGrounded(reply);
  });

  it.each([
    [
      "We need 3 ha, steam and a port for a battery plant. Where?",
      "Which companies are there?",
      "**Kokkola Industrial Park** – the table holds 18 companies",
    ],
    [
      "Haemme tonttia biokaasulaitokselle, tarvitaan 3 ha ja satama.",
      "Mitä sivuvirtoja siellä on?",
      "**Kokkolan suurteollisuusalue** – taulukossa on 16 sivuvirtaa",
    ],
    [
      "Var ska vi placera en fabrik som behöver 3 ha, ånga och hamn?",
      "Och vem kan jag ringa?",
      "Johanna Hylkilä",
    ],
  ])("means the park that was recommended: %s / %s", async (first, second, fact) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text).toContain(fact);
    expectGrounded(reply);
  });

  it.each([
    [
      "We need 3 ha, steam and a port for a battery plant. Where?",
      "What if a port is not needed?",
      "(steam, land, at least 3 ha, “battery”)",
    ],
    [
      "Haemme tonttia biokaasulaitokselle, tarvitaan 3 ha ja satama.",
      "Entä jos satamaa ei tarvita?",
      "(tonttimaa, vähintään 3 ha, biokaasu)",
    ],
    [
      "Var ska vi placera en fabrik som behöver 3 ha, ånga och hamn?",
      "Hamn behövs inte",
      "(ånga, tomtmark, minst 3 ha)",
    ],
  ])("takes a need back: %s / %s", async (first, second, needs) => {
    const reply = await asker.ask([first, second]);
    expect(reply.text.split("\n")[0]).toContain(needs);
    expectGrounded(reply);
  });

  it("on permits is not taken for one on who takes them", async () => {
    const reply = await asker.ask(["Do you know any buyers of gypsum?", "What permits do they need?"]);
    expect(reply.text).toMatch(/environmental permit/i);
    expect(reply.text).not.toContain("no such company");
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
