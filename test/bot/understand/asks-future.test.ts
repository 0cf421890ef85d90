import { describe, expect, it } from "vitest";
import { asksForecast, namedLastYear, namesYearToCome } from "../../../bot/understand/asks-future.ts";

describe("what sources cannot know", () => {
  it.each([
    "What will the weather be tomorrow?",
    "Mitä zink maksaa ensi vuonna?",
    "Vad kostar zink nästa år?",
  ])("is asked by: %s", (text) => {
    expect(asksForecast(text)).toBe(true);
  });

  it("is not what is asked of the past", () => {
    expect(asksForecast("What did zinc cost in 2020?")).toBe(false);
    expect(asksForecast("Which park lies next to Kokkola?")).toBe(false);
  });

  it("begins with the year after this one", () => {
    expect(namesYearToCome("How much ash in 2027?", 2026)).toBe(true);
    expect(namesYearToCome("How much ash in 2026?", 2026)).toBe(false);
    expect(namesYearToCome("How much ash of 12027 t?", 2026)).toBe(false);
  });

  it.each([
    ["How much cargo last year?", "2025"],
    ["Paljonko lastia viime vuonna?", "2025"],
    ["Hur mycket gods i fjol?", "2025"],
    ["How much cargo in all?", undefined],
  ] as const)("names the last year: %s", (text, year) => {
    expect(namedLastYear(text, 2026)).toBe(year);
  });
});
