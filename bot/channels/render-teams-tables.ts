const ROW = /^\s*\|.*\|\s*$/;
const DIVIDER = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/**
 * Replaces each Markdown table of a text by a list, one item a row, because Teams messages know no tables.
 *
 * The first cell leads in bold; the others follow with their heading. Empty cells are left out.
 *
 * @param text Markdown; text without a table comes back unchanged.
 * @returns Markdown without tables.
 *
 * @example
 * ```ts
 * tablesToLists("| Stream | t/a |\n| --- | --- |\n| Fly ash | 22 000 |"); // "- **Fly ash** – t/a: 22 000"
 * ```
 */
export function tablesToLists(text: string): string {
  const lines = text.split("\n");
  const result: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (!(ROW.test(line) && DIVIDER.test(lines[index + 1] ?? ""))) {
      result.push(line);
      continue;
    }
    const headings = cellsOf(line);
    index += 2;
    while (ROW.test(lines[index] ?? "")) result.push(toItem(cellsOf(lines[index++] ?? ""), headings));
    index -= 1;
  }
  return result.join("\n");
}

/** Splits at bars that are not escaped; `\|` is a bar within a cell. */
function cellsOf(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function toItem(cells: string[], headings: string[]): string {
  const [first = "", ...rest] = cells;
  const details = rest
    .map((cell, index) => ({ cell, heading: headings[index + 1] }))
    .filter(({ cell }) => cell !== "")
    .map(({ cell, heading }) => (heading ? `${heading}: ${cell}` : cell));
  const lead = first === "" || first.includes("**") ? first : `**${first}**`;
  return `- ${[lead, details.join(" · ")].filter((part) => part !== "").join(" – ")}`;
}
