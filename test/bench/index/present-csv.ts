/**
 * Puts rows into CSV, with a heading line of all their keys; lists are joined by "; ".
 *
 * @returns Nothing but a line end where there are no rows.
 *
 * @example
 * ```ts
 * presentCsv([{ id: "a", parks: ["x", "y"] }, { id: "b, c" }]); // 'id,parks\na,x; y\n"b, c",\n'
 * ```
 */
export function presentCsv(rows: readonly object[]): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => !NO_COLUMNS.has(key));
  const lines = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return keys.map((key) => toCell(values.get(key))).join(",");
  });
  return `${[keys.join(","), ...lines].join("\n")}\n`;
}

/** Where a row was read from is not written into it. */
const NO_COLUMNS: ReadonlySet<string> = new Set(["file", "line"]);

function toCell(value: unknown): string {
  const text = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
