import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { personOf, topicOf } from "../../../bot/understand/conversation-topic.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";
import { makeCitation, makeReply } from "../../support/replies.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

type Draft = Parameters<typeof makeReply>[0];
const about = (language: Language, text: string, draft: Draft = { citations: [] }) =>
  topicOf(questionOf(text, { language, view }), { draft: makeReply(draft), view });
const person = (text: string, draft: Draft) =>
  personOf(questionOf(text, { language: "en", view }), { draft: makeReply(draft), view });

describe("topicOf()", () => {
  it.each<[Language, string, string]>([
    ["en", "Where is Kilpilahti?", "Kilpilahti industrial area"],
    ["fi", "Missä Kilpilahti sijaitsee?", "Kilpilahden teollisuusalue"],
    ["fi", "Paljonko KIP-yhdistykseen kuuluu yrityksiä?", "KIP-yhdistykseen"],
    ["sv", "Vad gör KIP-föreningen?", "KIP-föreningen"],
  ])("is the park or its association that the question names, in %s: %s", (language, text, topic) => {
    expect(about(language, text)).toBe(topic);
  });

  it("is a name that no vocabulary knows rather than its town, and the town alone", () => {
    expect(about("en", "What does Zephyrus do in Tampere?")).toBe("zephyrus");
    expect(about("fi", "Mitä Tampereella tapahtuu?")).toBe("Tampere");
  });

  it("is the stuff in the question's own words where no place is named", () => {
    expect(about("fi", "Mihin lentotuhkaa käytetään?")).toBe("lentotuhkaa");
  });

  it("is the park of the first citation where the question names nothing, unless the answer was a refusal", () => {
    const citations = [makeCitation({ passage: "Kilpilahti is in Porvoo.", language: "en" })];
    expect(about("en", "Who is there?", { citations })).toBe("Kilpilahti industrial area");
    expect(about("en", "Who is there?", { citations, refused: true })).toBeUndefined();
    expect(about("en", "Who is there?")).toBeUndefined();
  });
});

describe("personOf()", () => {
  const text = "Contact person: **Johanna Hylkilä**, then Paula Puro [1]";

  it("is the first person of an answer on contacts", () => {
    expect(person("Whom do I call?", { text, intent: "contact" })).toBe("Johanna Hylkilä");
    expect(person("Who leads the park?", { text })).toBe("Johanna Hylkilä");
  });

  it("is nobody in other answers and in refusals", () => {
    expect(person("How much slag is there?", { text })).toBeUndefined();
    expect(person("Whom do I call?", { text, intent: "contact", refused: true })).toBeUndefined();
  });
});
