import { describe, expect, test } from "vitest";
import { tablesToLists } from "../../../bot/channels/render-teams-tables.ts";

describe("tablesToLists()", () => {
  test.each([
    [
      "makes an item of a row",
      "| Stream | t/a |\n| --- | --- |\n| Fly ash | 22 000 |",
      "- **Fly ash** – t/a: 22 000",
    ],
    ["keeps an escaped bar within its cell", "|A|B|\n|---|---|\n|x|1 \\| 2|", "- **x** – B: 1 | 2"],
    ["leaves bars without a divider alone", "| a | b |\n| c | d |", "| a | b |\n| c | d |"],
    ["leaves text alone", "No table.\n\n- item", "No table.\n\n- item"],
  ])("%s", (_, text, expected) => {
    expect(tablesToLists(text)).toBe(expected);
  });
});
