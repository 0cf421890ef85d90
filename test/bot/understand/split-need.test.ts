import { describe, expect, it } from "vitest";
import { splitNeed } from "../../../bot/understand/split-need.ts";

describe("splitNeed()", () => {
  it.each([
    ["We make bricks, what could we take?", "We make bricks, what could we take", ""],
    ["We make bricks and need clay", "We make bricks", "clay"],
    ["Our steel works needs lime", "Our steel works", "lime"],
    ["We need lime for our steel works", "We, steel works", "lime"],
    ["Teemme tiiliä ja tarvitsemme savea", "Teemme tiiliä", "savea"],
    ["Tarvitsemme kalkkia", "", "kalkkia"],
    ["Vi behöver gips till gipsskivor", "Vi, gipsskivor", "gips"],
    ["Vi gör tegel och söker lera", "Vi gör tegel", "lera"],
  ])("parts who asks from what is wanted: %s", (text, own, wanted) => {
    expect(splitNeed(text)).toEqual({ own, wanted });
  });

  it.each([
    ["Which waste glass could we get?", "waste glass could we get"],
    ["Vilket returglas kunde vi få?", "returglas kunde vi få"],
    ["Mitä purua saisi sahalta?", "purua saisi sahalta"],
  ])("takes what stands behind the question word for wanted: %s", (text, wanted) => {
    expect(splitNeed(text)).toEqual({ own: "", wanted });
  });

  it("keeps a message that wants nothing as the asker's own", () => {
    expect(splitNeed("We run a fish farm.")).toEqual({ own: "We run a fish farm", wanted: "" });
    expect(splitNeed("")).toEqual({ own: "", wanted: "" });
  });
});
