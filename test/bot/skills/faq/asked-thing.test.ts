import { describe, expect, test } from "vitest";
import { type AskedThing, kindCost, readAskedThing } from "../../../../bot/skills/faq/asked-thing.ts";
import { detectAnswerType } from "../../../../bot/understand/answer-type.ts";
import type { Language } from "../../../../knowledge/languages.ts";

function read(text: string, language: Language): AskedThing {
  return readAskedThing(text, { language, answerType: detectAnswerType(text, language) });
}

describe("readAskedThing()", () => {
  test.each<[Language, string, Partial<AskedThing>]>([
    ["en", "Why was it closed?", { kind: "reason" }],
    ["fi", "Miksi se suljettiin?", { kind: "reason" }],
    ["sv", "Hur många företag finns där?", { kind: "count" }],
    ["fi", "Montako yritystä siellä on?", { kind: "count" }],
    ["en", "How long must it be kept?", { kind: "amount" }],
    ["fi", "Paljonko jäsenmaksu on?", { kind: "amount" }],
    ["sv", "Hur bokar jag ett besök?", { kind: "manner" }],
    ["fi", "Onko siellä vaaka?", { kind: "whether" }],
    ["en", "Is there a scale?", { kind: "whether" }],
    ["en", "What was the KISS project?", { kind: "definition" }],
    ["sv", "När är det öppet?", { kind: "date" }],
    ["en", "Which parks have no port?", { isDenied: true }],
    ["fi", "Milloin jäte ei ole enää jätettä?", { isDenied: false }],
    ["sv", "När är det inte längre avfall?", { isDenied: false }],
    ["sv", "Vem säljer sand?", { side: "giver" }],
    ["fi", "Kuka ottaa sandin vastaan?", { side: "taker" }],
    ["en", "Who did they sell it to?", { side: "taker" }],
    ["en", "Which steps does it take?", { side: "either" }],
    ["en", "What is the phone number?", { kind: "person" }],
    ["en", "What are the opening hours?", { kind: "date" }],
    ["en", "Who has surplus lime?", { kind: "thing" }],
    ["fi", "kuitulietteen vastaanottaja?", { kind: "person", side: "taker" }],
    ["en", "Who takes care of permits?", { side: "either" }],
    ["sv", "Behöver man tillstånd?", { kind: "whether", side: "either" }],
    ["sv", "Får avfall användas utan tillstånd?", { isDenied: false }],
    ["en", "we're 4 people, can we join?", { kind: "whether", figures: new Set() }],
    ["sv", "Hur gammal är den?", { kind: "amount" }],
    ["en", "What is the 2,000 euro rule of 2022?", { figures: new Set(["2000"]), years: new Set(["2022"]) }],
  ])("%s: %j", (language, text, expected) => {
    expect(read(text, language)).toMatchObject(expected);
  });
});

describe("kindCost()", () => {
  test("is the same both ways, nothing for one kind, and absent where no answer serves both", () => {
    expect(kindCost("date", "date")).toBe(0);
    expect(kindCost("amount", "count")).toBe(kindCost("count", "amount"));
    expect(kindCost("reason", "thing")).toBeUndefined();
  });
});
