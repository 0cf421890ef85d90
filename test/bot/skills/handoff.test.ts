import { beforeAll, describe, expect, it } from "vitest";
import { beyondHandoffRequest, isHandoffRequest } from "../../../bot/skills/handoff.ts";
import { TEXTS } from "../../../bot/texts.ts";
import { expectGrounded } from "../../support/check-reply.ts";
import { type Asker, askFiles, askOwnKnowledge } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("isHandoffRequest()", () => {
  it.each([
    "I want to talk to a person",
    "can I speak with someone",
    "Human, please: connect me",
    "Haluan puhua ihmisen kanssa",
    "Yhdistä minut koordinaattorille",
    "Jag vill prata med en människa",
    "kan du koppla mig vidare",
    "I need a real person",
    "Could I speak to your coordinator?",
    "Please forward my question to a coordinator",
    "Can you ask a human about this?",
    "I want to ask the coordinator",
    "get me a human",
    "a real person, please",
    "Haluaisin jutella oikean ihmisen kanssa",
    "Voinko puhua jollekulle?",
    "Välitä kysymykseni koordinaattorille",
    "Voisitko lähettää kysymyksen asiantuntijalle?",
    "Haluan kysyä tätä suoraan koordinaattorilta",
    "Haluan ottaa yhteyttä koordinaattoriin",
    "Tarvitsen ihmisen apua",
    "ohjaa minut asiakaspalveluun",
    "Kan jag få prata med en koordinator?",
    "Jag vill tala med någon",
    "Jag vill komma i kontakt med en människa",
    "Kan du fråga en koordinator?",
    "Skicka min fråga vidare till en koordinator",
    "jag behöver en riktig människa",
    "can someone from your team get back to me",
    "Is there anybody I could speak with about this?",
    "Is there a real human here?",
    "I'd like to consult an expert",
    "saisko yhteyden johonkin asiakaspalvelijaan",
    "Olisiko teillä ketään, jonka kanssa voisin jutella tästä?",
    "voisiko joku soittaa minulle",
    "Voisinko kysyä tästä ihmiseltä?",
    "Kan jag få fråga en riktig person om det här?",
    "går det att få kontakt med nån hos er",
    "det hjälpte inte, fråga koordinatorn",
    "kan någon ringa mig?",
  ])("understands %s", (text) => {
    expect(isHandoffRequest(text)).toBe(true);
  });

  it.each([
    "How many people work there?",
    "Montako ihmistä KIPissä työskentelee?",
    "Hur många människor jobbar där?",
    "Plänet B contact person",
    "Who is the contact person of Envi Grow Park?",
    "Who can I contact about steam in Kokkola?",
    "What is the coordinator's phone number?",
    "Haluaisin keskustella jonkun kanssa Envi Grow Parkista Forssassa. Mikä on yhteyshenkilön numero?",
    "Kuka on ECO3:n koordinaattori?",
    "Mistä saan koordinaattorin yhteystiedot?",
    "Kuinka monta ihmistä puisto työllistää?",
    "Vem är koordinator för Envi Grow Park?",
    "Vilka företag har kontakt med KIP?",
    "Is there anybody I could talk to about land in Kokkola?",
    "Onko ihmisille haitallista käsitellä lentotuhkaa?",
    "Är flygaska skadlig för människor?",
    "Vem ska jag prata med om en tomt i Karleby?",
    "I want to talk to someone at Kokkola Industrial Park: what is the e-mail?",
  ])("leaves a question on people alone: %s", (text) => {
    expect(isHandoffRequest(text)).toBe(false);
  });
});

it("isHandoffRequest() takes no time over long messages", () => {
  const started = performance.now();
  for (const words of ["kysyä tätä suoraan ", "skicka frågan vidare ", "ask a real ", "i want ", "a"]) {
    expect(isHandoffRequest(words.repeat(400))).toBe(false);
  }
  expect(performance.now() - started).toBeLessThan(500);
});

describe("beyondHandoffRequest()", () => {
  it.each([
    ["I want to talk to a person", "I want to"],
    ["Haluan puhua ihmisen kanssa höyryn hinnasta talvella", "Haluan höyryn hinnasta talvella"],
    ["Where is Kilpilahti?", "Where is Kilpilahti?"],
  ])("leaves what is said beside the wish: %s", (text, rest) => {
    expect(beyondHandoffRequest(text)).toBe(rest);
  });
});

describe("answerHandoff()", () => {
  it.each([
    ["en", "I want to talk to a person"],
    ["fi", "Haluan puhua ihmisen kanssa"],
    ["sv", "Jag vill prata med en människa"],
  ] as const)(
    "names people of the network to somebody who has asked nothing yet (%s)",
    async (language, text) => {
      const reply = await asker.ask(text);
      expect(reply).toMatchObject({ language, intent: "handoff", refused: false });
      expect(reply.text.startsWith(TEXTS[language].handoff)).toBe(true);
      expect(reply.text).toMatch(/\*\*.+\*\*, \+358/);
      expectGrounded(reply);
    },
  );

  it("names the people of the park last talked about", async () => {
    const reply = await asker.ask(["Missä ECO3 sijaitsee?", "Haluan puhua ihmisen kanssa"]);
    expect(reply.text).toContain("Sakari Ermala");
  });

  it("takes a contact from a text when there is no table of them", async () => {
    const { ask } = await askFiles({
      "a.md":
        "# Harbour\n\nHarbour Park is in Hanko.\n\nPaula Puro\nManager\n+358 40 111 1111\npaula.puro@example.org\n",
    });
    const reply = await ask("I want to talk to a person");
    expect(reply.intent).toBe("handoff");
    expect(reply.text).toContain("Paula Puro");
    expectGrounded(reply);
  });

  it("promises nobody when it knows nobody", async () => {
    const { ask } = await askFiles({ "a.md": "# Harbour\n\nHarbour Park is in Hanko.\n" });
    const reply = await ask("I want to talk to a person");
    expect(reply.citations).toEqual([]);
    expect(reply.intent).toBe("handoff");
  });
});
