import { describe, expect, it } from "vitest";
import { inClauses, withoutAside } from "../../../../bot/skills/faq/question-clauses.ts";

describe("inClauses()", () => {
  it("parts a question of two halves", () => {
    expect(inClauses("What is FISS, and who runs it?")).toEqual(["What is FISS?", "who runs it?"]);
    expect(inClauses("Mitä ankkuriyritykset ovat, ja miksi puisto tarvitsee niitä?")).toEqual([
      "Mitä ankkuriyritykset ovat?",
      "miksi puisto tarvitsee niitä?",
    ]);
  });

  it("gives nothing for one question that joins things", () => {
    expect(inClauses("Where do lime mud and off-grade lime go?")).toEqual([]);
  });
});

describe("withoutAside()", () => {
  it("leaves out what stands in brackets", () => {
    expect(withoutAside("When does waste stop being waste (end of waste)?")).toEqual([
      "When does waste stop being waste?",
    ]);
    expect(withoutAside("What is FISS?")).toEqual([]);
  });
});
