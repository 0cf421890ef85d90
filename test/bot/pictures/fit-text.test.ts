import { describe, expect, test } from "vitest";
import { fitText } from "../../../bot/pictures/fit-text.ts";
import { TEXT_STYLES } from "../../../bot/pictures/style.ts";

/** Every letter is 10 pixels wide. */
const ruler = (text: string) => [...text].length * 10;
const fitLines = (text: string, options: { width: number; maxLines: number }) =>
  fitText(text, { ...options, style: TEXT_STYLES.label, ruler });

describe("fitText", () => {
  test.each([
    ["breaks at spaces", "yksi kaksi kolme", 100, 3, ["yksi kaksi", "kolme"]],
    ["breaks after a hyphen", "Pori-Harjavallan ekopuisto", 120, 3, ["Pori-", "Harjavallan", "ekopuisto"]],
    ["keeps figure and unit together", "Kuona 300 000 t", 120, 3, ["Kuona", "300\u00a0000\u00a0t"]],
    ["does not break a unit at its slash", "noin 40 000 t/v", 120, 3, ["noin", "40\u00a0000\u00a0t/v"]],
    [
      "cuts a word wider than a line",
      "kiertotalousliiketoiminta",
      110,
      3,
      ["kiertotalo-", "usliiketoi-", "minta"],
    ],
    ["ends with an ellipsis", "yksi kaksi kolme neljä viisi", 100, 2, ["yksi kaksi", "kolme…"]],
    ["drops marks that turn the writing", "a\u202eb\u0007c\nd", 100, 1, ["abc d"]],
    ["gives an empty line for nothing", "", 100, 2, [""]],
  ])("%s", (_, text, width, maxLines, lines) => {
    expect(fitLines(text, { width, maxLines })).toEqual(lines);
  });

  test("never gives a line wider than the room, nor more lines", () => {
    for (let width = 60; width < 400; width += 17) {
      const lines = fitLines("Äänekosken biotuotetehtaan energiantuotantolaitos-tuhka 12 500 t/v", {
        width,
        maxLines: 3,
      });
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(ruler(line)).toBeLessThanOrEqual(Math.max(width, 0));
    }
  });

  test("a very long text is cut in no time", () => {
    const lines = fitLines("x".repeat(1_000_000), { width: 200, maxLines: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
