import { describe, expect, it } from "vitest";
import { createMemoryStore, fallbackLanguage, parseMemory } from "../../../bot/understand/memory.ts";

const MEMORY = {
  language: "fi",
  requestedLanguage: "sv",
  question: { text: "Missä ECO3 on?", language: "fi" },
  topic: "ECO3",
  person: "Sakari Ermala",
} as const;

describe("parseMemory()", () => {
  it("reads what was stored", () => {
    expect(parseMemory(JSON.parse(JSON.stringify(MEMORY)))).toEqual(MEMORY);
    expect(parseMemory({})).toEqual({});
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "fi"],
    ["another language", { ...MEMORY, language: "de" }],
    ["a question as a text, as an older form had it", { ...MEMORY, question: "Missä ECO3 on?" }],
    ["a question without its language", { ...MEMORY, question: { text: "Missä ECO3 on?" } }],
    ["a topic that is no text", { ...MEMORY, topic: ["ECO3"] }],
  ])("forgets %s", (_what, raw) => {
    expect(parseMemory(raw)).toBeUndefined();
  });
});

describe("createMemoryStore()", () => {
  it("keeps memories apart by conversation", async () => {
    const store = createMemoryStore();
    await store.save("a", MEMORY);
    expect(await store.load("a")).toEqual(MEMORY);
    expect(await store.load("b")).toBeUndefined();
  });
});

describe("fallbackLanguage()", () => {
  it.each([
    ["the conversation's", { language: "sv" }, "fi", "sv"],
    ["the page's", {}, "fi", "fi"],
    ["the page's, in a new conversation,", undefined, "sv", "sv"],
    ["English", undefined, undefined, "en"],
  ] as const)("is %s language", (_whose, memory, preferred, wanted) => {
    expect(fallbackLanguage(memory, preferred)).toBe(wanted);
  });
});
