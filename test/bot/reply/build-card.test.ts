import { describe, expect, it } from "vitest";
import { buildCard, sayAction, textBlock } from "../../../bot/reply/build-card.ts";

describe("buildCard()", () => {
  it("puts title and second line before the body, and reads both out", () => {
    const card = buildCard({ title: "Kemi-Tornio", subtitle: "2 rows", body: [textBlock("Fly ash")] });
    expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5", speak: "Kemi-Tornio. 2 rows" });
    expect(card.body.map(({ text }) => text)).toEqual(["Kemi-Tornio", "2 rows", "Fly ash"]);
    expect(card.body[0]).toMatchObject({ style: "heading", weight: "Bolder" });
    expect(card.body.every(({ wrap }) => wrap === true)).toBe(true);
  });

  it("has neither second line nor actions where there are none", () => {
    const card = buildCard({ title: "Kemi", body: [] });
    expect(card.speak).toBe("Kemi");
    expect(card.body).toHaveLength(1);
    expect(card).not.toHaveProperty("actions");
    expect(buildCard({ title: "Kemi", body: [], actions: [] })).not.toHaveProperty("actions");
  });

  it("keeps the actions in their order, apart from the list it was given", () => {
    const actions = [sayAction("More", "show more"), sayAction("Largest", "largest first")];
    const card = buildCard({ title: "Kemi", body: [], actions });
    expect(card.actions).toEqual(actions);
    expect(card.actions).not.toBe(actions);
  });
});

describe("sayAction()", () => {
  it("sends the words as data", () => {
    expect(sayAction("Näytä lisää", "näytä lisää")).toEqual({
      type: "Action.Submit",
      title: "Näytä lisää",
      data: { say: "näytä lisää" },
    });
  });
});

describe("textBlock()", () => {
  it.each([
    ["*bold*", "\\*bold\\*"],
    ["[x](https://example.org)", "\\[x\\](https://example.org)"],
    ["a_b <b>", "a\\_b \\<b\\>"],
    ["back\\slash", "back\\\\slash"],
    ["Åkerströms 1,5 t (2018)", "Åkerströms 1,5 t (2018)"],
  ])("shows text of a table as it is: %s", (text, escaped) => {
    expect(textBlock(text).text).toBe(escaped);
  });

  it("takes further properties", () => {
    expect(textBlock("x", { isSubtle: true })).toMatchObject({
      type: "TextBlock",
      wrap: true,
      isSubtle: true,
    });
  });
});
