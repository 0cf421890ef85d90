import { describe, expect, it } from "vitest";
import { parseSources, writeSources } from "../../../../bot/desk/tickets/parse-sources.ts";

describe("parseSources()", () => {
  it.each([
    ["", []],
    ["  \n \n", []],
    ["Price list", [{ title: "Price list" }]],
    [
      "Price list | https://example.org/prices | 2026",
      [{ title: "Price list", url: "https://example.org/prices", year: 2026 }],
    ],
    ["Price list | 2026", [{ title: "Price list", year: 2026 }]],
    ["https://example.org/a", [{ title: "https://example.org/a", url: "https://example.org/a" }]],
    ["2026", [{ title: "2026" }]],
    ["A\r\nB | 2020", [{ title: "A" }, { title: "B", year: 2020 }]],
  ])("reads %j", (text, sources) => {
    expect(parseSources(text)).toEqual(sources);
  });

  it.each(["A | B", "|", "A | javascript:alert(1)", "A | https://", Array(11).fill("A").join("\n")])(
    "refuses %j",
    (text) => {
      expect(parseSources(text)).toBeUndefined();
    },
  );

  it("reads what writeSources() writes", () => {
    const sources = [{ title: "A" }, { title: "B", url: "https://example.org/", year: 1999 }];
    expect(parseSources(writeSources(sources))).toEqual(sources);
  });
});
