import { describe, expect, test } from "vitest";
import {
  namesOf,
  plainTitle,
  safeText,
  shorten,
  usedCitations,
  webAddress,
} from "../../../bot/channels/render-citations.ts";
import { makeCitation, makeReply } from "../../support/replies.ts";

describe("usedCitations()", () => {
  test("leaves out sources without a mark and sorts the others", () => {
    const citations = [3, 1, 2].map((n) => makeCitation({ n }));
    const used = usedCitations(makeReply({ text: "Late [3], early [1].", citations }));
    expect(used.map(({ n }) => n)).toEqual([1, 3]);
  });

  test("keeps one source per number", () => {
    const citations = [makeCitation({ title: "first" }), makeCitation({ title: "second" })];
    expect(usedCitations(makeReply({ citations })).map(({ title }) => title)).toEqual(["first"]);
  });
});

describe("safeText()", () => {
  test.each([
    ["parts neighbouring marks", "Steam is free![1][2]", "Steam is free! [1] [2]"],
    ["parts a mark from a bracket", "Free [1](since 2026)", "Free [1] (since 2026)"],
    [
      "keeps a leading mark from defining a link",
      "[1]: https://evil.example",
      "[1] : https:\u2060//evil.example",
    ],
    ["turns a picture into its description", "See ![plan](https://evil.example/?d=1) now", "See plan now"],
    ["leaves ordinary text alone", "**12 t** [1], [2].", "**12 t** [1], [2]."],
  ])("%s", (_, text, expected) => {
    expect(safeText(text)).toBe(expected);
  });
});

describe("plainTitle()", () => {
  test("drops what would end a Markdown definition or link", () => {
    expect(plainTitle('A "B" [c](d)\n\n[2]: evil\\')).toBe("A ”B” (c)(d) (2): evil");
  });

  test("never is empty", () => {
    expect(plainTitle(" \n` ")).toBe("–");
  });
});

describe("namesOf()", () => {
  test("puts the first words of a row before a title that others share", () => {
    const names = namesOf([
      makeCitation({ n: 1, title: "Side streams", passage: "Fly ash, Kemi. Quantity: 22.5 t" }),
      makeCitation({ n: 2, title: "Side streams", passage: "Bark 2.5 % | Tornio\nmore" }),
      makeCitation({ n: 3, title: "Guide" }),
    ]);
    expect([...names.values()]).toEqual([
      "Fly ash, Kemi – Side streams",
      "Bark 2.5 % Tornio – Side streams",
      "Guide",
    ]);
  });
});

describe("shorten()", () => {
  test("cuts at a word and never exceeds the limit", () => {
    expect(shorten("höyryliittymä vapaa vuodesta 2026", 22)).toBe("höyryliittymä vapaa…");
    expect(shorten("x".repeat(30), 10)).toBe(`${"x".repeat(9)}…`);
    expect(shorten("short", 10)).toBe("short");
  });
});

describe("webAddress()", () => {
  test.each([
    ["https://a.example/b (c).pdf#page=2", "https://a.example/b%20%28c%29.pdf#page=2"],
    ["http://a.example/", "http://a.example/"],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["guides/fi/kemi.md", undefined],
    ["", undefined],
  ])("%s becomes %s", (source, expected) => {
    expect(webAddress(source)).toBe(expected);
  });
});
