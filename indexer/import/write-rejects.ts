import { writeFile } from "node:fs/promises";
import type { MappedSheet } from "./find-header.ts";
import { ImportError } from "./import-error.ts";
import { presentProblem } from "./present-plan.ts";
import type { RowDraft } from "./row-draft.ts";
import type { ImportTexts } from "./texts-type.ts";

/**
 * Writes the bad rows as they stand in the sheet, with what is wrong with each, so that they can be mended and
 * imported alone. A byte order mark and semicolons let a Finnish or Swedish spreadsheet program open the file.
 *
 * @throws {ImportError} When the file exists already.
 *
 * @example
 * ```ts
 * await writeRejects("rejects.csv", { bad: plan.bad, sheet, texts });
 * ```
 */
export async function writeRejects(
  path: string,
  { bad, sheet, texts }: { bad: readonly RowDraft[]; sheet: MappedSheet; texts: ImportTexts },
): Promise<void> {
  const { row, field, reason, expected } = texts.rejectColumns;
  const rows = bad.map((draft) => {
    const problems = draft.problems.map((problem) => ({
      ...presentProblem(problem, texts),
      field: problem.field,
    }));
    const cells = sheet.rows.find(({ line }) => line === draft.line)?.cells ?? [];
    return [
      ...sheet.headings.map((_, at) => cells[at]?.text ?? ""),
      String(draft.line),
      problems.map((problem) => problem.field).join(" | "),
      problems.map((problem) => problem.reason).join(" | "),
      problems.map((problem) => problem.expected).join(" | "),
    ];
  });
  const lines = [[...sheet.headings, row, field, reason, expected], ...rows];
  const content = lines.map((cells) => cells.map(formatCell).join(";")).join("\r\n");
  try {
    await writeFile(path, `\uFEFF${content}\r\n`, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new ImportError("rejects-exists", { found: path });
    throw error;
  }
}

function formatCell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
