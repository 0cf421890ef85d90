import { describe, expect, test } from "vitest";
import { emptyDraft } from "../../../../bot/desk/faq/faq-draft.ts";
import { mergeDrafts } from "../../../../bot/desk/faq/merge-drafts.ts";

describe("mergeDrafts()", () => {
  const base = emptyDraft({ tags: "steam", answer_fi: "A" });

  test("takes what only one changed from that one", () => {
    const mine = { ...base, year: "2026" };
    const theirs = { ...base, tags: "heat" };
    expect(mergeDrafts({ base, mine, theirs })).toEqual({
      draft: { ...base, year: "2026", tags: "heat" },
      clashes: [],
    });
  });

  test("names what both changed, and what both changed alike is no clash", () => {
    const mine = { ...base, answer_fi: "B", tags: "heat" };
    const theirs = { ...base, answer_fi: "C", tags: "heat" };
    expect(mergeDrafts({ base, mine, theirs })).toEqual({ draft: mine, clashes: ["answer_fi"] });
  });

  test("without what both began with, every difference is a clash", () => {
    const theirs = { ...base, year: "2026" };
    expect(mergeDrafts({ mine: base, theirs })).toEqual({ draft: base, clashes: ["year"] });
  });
});
