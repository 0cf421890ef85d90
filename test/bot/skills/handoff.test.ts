import { beforeAll, describe, expect, it } from "vitest";
import { isHandoffRequest } from "../../../bot/skills/handoff.ts";
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
  ])("understands %s", (text) => {
    expect(isHandoffRequest(text)).toBe(true);
  });

  it.each([
    "How many people work there?",
    "Montako ihmistä KIPissä työskentelee?",
    "Hur många människor jobbar där?",
  ])("leaves a question on people alone: %s", (text) => {
    expect(isHandoffRequest(text)).toBe(false);
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
