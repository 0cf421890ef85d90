import type { Block } from "./source-document.ts";

/**
 * Reads lines whose cells are parted by tabs as a table; its first line is the header.
 *
 * @param lines Lines of one paragraph.
 * @returns Rows, or nothing when the lines are no table: fewer than two, or of unequal numbers of cells.
 */
export function parseTabTable(lines: readonly string[]): Block[] | undefined {
  if (lines.length < 2 || !lines.every((line) => line.includes("\t"))) return undefined;
  // Several tabs are empty cells in one file and mere alignment in another.
  for (const separator of ["\t", /\t+/]) {
    const [header = [], ...rows] = lines.map((line) => line.split(separator).map((cell) => cell.trim()));
    const isTable = rows.every(
      (cells) => cells.length === header.length && cells.filter((cell) => cell !== "").length >= 2,
    );
    if (isTable) return rows.map((cells) => ({ kind: "table-row", header, cells }));
  }
  return undefined;
}
