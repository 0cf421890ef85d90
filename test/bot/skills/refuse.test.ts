import { beforeAll, describe, expect, it } from "vitest";
import { TEXTS } from "../../../bot/texts.ts";
import { claimsOf, expectGrounded } from "../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("refuse()", () => {
  it.each([
    ["en", "What will the weather be tomorrow in Kokkola?"],
    ["en", "What is the phone number of the Eiffel Tower?"],
    ["fi", "Kuka voitti jalkapallon maailmanmestaruuden 1998?"],
    ["fi", "Mikä on Bolidenin osakkeen hinta tänään?"],
    ["sv", "Hur blir vädret i Karleby i morgon?"],
    ["sv", "Vad kostar en biljett till Paris?"],
    // What is asked for is spoken of nowhere, though all else is.
    ["sv", "Vilken busslinje går från järnvägsstationen till Lounapuisto?"],
    ["en", "What pH do the green liquor dregs from the Äänekoski mill have?"],
    ["fi", "Paljonko Riihimäen jätevoimalan porttimaksu on tonnilta?"],
    ["sv", "Hur många anställda har Yara i Karleby?"],
    ["fi", "Mistä Helsingistä saa parasta pizzaa?"],
    ["sv", "Hur många ton slagg kommer SSAB i Brahestad att sälja år 2090?"],
  ] as const)("says so plainly and names a person (%s): %s", async (language, question) => {
    const reply = await asker.ask(question);
    const texts = TEXTS[language];
    expect(reply).toMatchObject({ language, intent: "none", refused: true });
    expect(reply.text.startsWith(texts.refusal)).toBe(true);
    expect(reply.text).toContain(texts.refusalContact);
    expect(claimsOf(reply).join(" ")).toMatch(/\*\*\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\*\*, \+358 \d/u);
    expect(reply.suggestions).toEqual([{ title: texts.talkToPerson, text: texts.talkToPerson }]);
    expectGrounded(reply);
  });

  it("names the nearest topic there is", async () => {
    const { text, refused } = await asker.ask("What is the yearly turnover of the KISS project?");
    expect(refused).toBe(true);
    expect(text).toMatch(/The nearest topic I know something about: .*KISS/);
  });

  it("names the people of the park that was asked about", async () => {
    const { text, refused } = await asker.ask("What will the weather be tomorrow in ECO3?");
    expect(refused).toBe(true);
    expect(text).toContain("Sakari Ermala");
  });
});
