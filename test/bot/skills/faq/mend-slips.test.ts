import { describe, expect, it } from "vitest";
import { mendSlips } from "../../../../bot/skills/faq/mend-slips.ts";
import type { Term } from "../../../../bot/understand/term.ts";

const WORDS = new Set(["siirtoasiakirja", "companies", "transfer", "jarosite"]);

function mend(text: string, given: Partial<Term> & { word: string }): string {
  const term: Term = {
    stems: { fi: given.word, sv: given.word, en: given.word },
    concepts: new Map(),
    weight: 0.6,
    isUnknown: true,
    isName: false,
    isFocus: false,
    isAsked: false,
    isCounted: false,
    ...given,
  };
  return mendSlips(text, { terms: [term], words: WORDS });
}

describe("mendSlips()", () => {
  it("takes an unknown word for the nearest one of curated questions, its ending aside", () => {
    expect(mend("siirtoasiakrijan säilytys", { word: "siirtoasiakrijan" })).toBe("siirtoasiakirja säilytys");
    expect(mend("How many compannies?", { word: "compannies" })).toBe("How many companies?");
  });

  it("leaves known words, names, short words and words of another beginning alone", () => {
    expect(mend("jarosita", { word: "jarosita", isUnknown: false })).toBe("jarosita");
    expect(mend("Jarosita", { word: "jarosita", isName: true })).toBe("Jarosita");
    expect(mend("trans", { word: "trans" })).toBe("trans");
    expect(mend("dompanies", { word: "dompanies" })).toBe("dompanies");
  });
});
