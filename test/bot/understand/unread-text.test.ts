import { describe, expect, it } from "vitest";
import { UnreadText } from "../../../bot/understand/unread-text.ts";

describe("UnreadText", () => {
  it("blanks what is read and keeps every place of the original", () => {
    const text = new UnreadText("ash and slag and ash");
    expect(text.read(/ash/)?.index).toBe(0);
    expect(text.rest).toBe("    and slag and    ");
    expect(text.rest).toHaveLength(text.original.length);
    expect(text.original).toBe("ash and slag and ash");
  });

  it("reads nothing twice", () => {
    const text = new UnreadText("top 5 of 5");
    expect(text.read(/top (\d)/)?.[1]).toBe("5");
    expect(text.read(/top/)).toBeUndefined();
    text.take([9, 10]);
    expect(text.read(/\d/)).toBeUndefined();
  });

  it("comes to an end with a pattern that fits nowhere and everywhere", () => {
    const text = new UnreadText("slag");
    expect(text.read(/x*/)?.[0]).toBe("");
    expect(text.rest).toBe("slag");
  });

  it.each([
    ["en", "which of the slags are in Kemi", ["slags", "kemi"]],
    ["fi", "mitkä kuonat ovat Kemissä", ["kuonat", "kemissä"]],
    ["sv", "vilka av slaggen finns i Kemi", ["slaggen", "kemi"]],
  ] as const)("leaves words that say something, in %s", (language, words, left) => {
    expect(new UnreadText(words).leftWords(language)).toEqual(expect.arrayContaining([...left]));
    expect(new UnreadText(words).leftWords(language)).not.toContain("of");
  });

  it("counts no case ending behind a colon and no single letter", () => {
    const text = new UnreadText("KIP:ssä t");
    text.take([0, 3]);
    expect(text.leftWords("fi")).toEqual([]);
  });

  it("counts figures that nobody read", () => {
    expect(new UnreadText("over 10 000").leftWords("en")).toEqual(expect.arrayContaining(["10", "000"]));
  });
});
