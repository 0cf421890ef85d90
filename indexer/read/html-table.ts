import { type HTMLElement, type Node, NodeType } from "node-html-parser";

/** Places of a table that cells may fill by their spans; beyond it each cell fills one. */
const MOST_SPANNED = 200_000;

/**
 * Reads the cells of an HTML table; a cell that spans rows or columns stands in each of them, so that every
 * value keeps the heading of its column.
 *
 * @param table The `table` element.
 * @returns Rows of equal meaning by column; rows without text are left out.
 */
export function readCells(table: HTMLElement): string[][] {
  const grid: string[][] = [];
  let left = MOST_SPANNED;
  table.querySelectorAll("tr").forEach((row, rowAt) => {
    let column = 0;
    for (const cell of row.querySelectorAll("th,td")) {
      while (grid[rowAt]?.[column] !== undefined) column++;
      const text = innerText(cell);
      const spans = { width: span(cell, "colspan"), height: span(cell, "rowspan") };
      left -= spans.width * spans.height;
      const { width, height } = left > 0 ? spans : { width: 1, height: 1 };
      for (let down = 0; down < height; down++) {
        const target = grid[rowAt + down] ?? [];
        for (let across = 0; across < width; across++) target[column + across] = text;
        grid[rowAt + down] = target;
      }
      column += width;
    }
  });
  return grid
    .map((cells) => Array.from(cells, (cell) => cell ?? ""))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

function span(cell: HTMLElement, name: "rowspan" | "colspan"): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 100 ? value : 1;
}

const INLINE = new Set(
  "a abbr b cite code del em font i ins mark q s small span strong sub sup u wbr".split(" "),
);
const SILENT = new Set(["script", "style", "template", "noscript"]);

/** Words of an element; paragraphs and line breaks within it are parted by a space. */
export function innerText(element: Node): string {
  return tidyText(rawText(element));
}

/** Drops soft hyphens and makes each run of white space one space. */
export function tidyText(text: string): string {
  return text
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function rawText(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  if (node.nodeType !== NodeType.ELEMENT_NODE) return "";
  const tag = ((node as HTMLElement).rawTagName ?? "").toLowerCase();
  if (SILENT.has(tag)) return "";
  const words = node.childNodes.map(rawText).join("");
  return INLINE.has(tag) ? words : ` ${words} `;
}
