import { describe, expect, it } from "vitest";
import { type ClaimSource, composeReply, GroundingError } from "../../../bot/skills/compose-reply.ts";

const source = (passage: string, title = "Book"): ClaimSource => ({
  title,
  source: "https://example.org",
  passage,
  language: "en",
});
const compose = (lines: Parameters<typeof composeReply>[0]["lines"]) =>
  composeReply({ language: "en", intent: "answer", lines });

describe("composeReply()", () => {
  it("numbers sources in the order they are first used, the same passage once", () => {
    const [one, two] = [source("one"), source("two")];
    const { text, citations } = compose([
      { claim: { text: "Two.", sources: [two] } },
      { claim: { text: "One, and two.", sources: [one, two] } },
    ]);
    expect(text).toBe("Two. [1]\n\nOne, and two. [2][1]");
    expect(citations.map(({ n, passage }) => [n, passage])).toEqual([
      [1, "two"],
      [2, "one"],
    ]);
  });

  it("tells two publications with the same words apart", () => {
    const { citations } = compose([
      { claim: { text: "One.", sources: [source("one"), source("one", "Page")] } },
    ]);
    expect(citations).toHaveLength(2);
  });

  it("keeps a list together and other lines apart", () => {
    const item = (text: string) => ({ prefix: "- ", claim: { text, sources: [source("x")] } });
    expect(compose([{ frame: "List:" }, item("a"), item("b"), { frame: "End." }]).text).toBe(
      "List:\n\n- a [1]\n- b [1]\n\nEnd.",
    );
  });

  it("refuses a claim whose figure stands in none of its passages, and names it", () => {
    const wrong = () => compose([{ claim: { text: "23 members.", sources: [source("22 members")] } }]);
    expect(wrong).toThrow(GroundingError);
    expect(wrong).toThrow(expect.objectContaining({ missing: ["23"] }));
  });

  it("refuses a claim without a source", () => {
    expect(() => compose([{ claim: { text: "It is so.", sources: [] } }])).toThrow(GroundingError);
  });
});
