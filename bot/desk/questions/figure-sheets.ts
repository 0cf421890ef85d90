import type { Language } from "../../../knowledge/languages.ts";
import type { ExportCell, ExportSheet } from "../../exports/export-sheet.ts";
import type { Period } from "./figure-store.ts";
import type { FigureCell, FigureTable } from "./figure-table.ts";
import { QUESTION_TEXTS } from "./texts.ts";

interface SheetContext {
  period: Period;
  language: Language;
}

/** One table as a sheet, as it is shown. */
export function toSheet(table: FigureTable, { period, language }: SheetContext): ExportSheet {
  return {
    name: sheetName(table.id, period),
    columns: [{ title: table.nameColumn }, ...table.columns.map((title) => ({ title, isNumber: true }))],
    rows: table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => toCell(cell, language))]),
  };
}

/** All tables as one sheet with a figure a row: table, name, column, figure. */
export function toOneSheet(tables: readonly FigureTable[], { period, language }: SheetContext): ExportSheet {
  const texts = QUESTION_TEXTS[language].figures;
  return {
    name: sheetName("all", period),
    columns: [
      { title: texts.table },
      { title: texts.name },
      { title: texts.figure },
      { title: texts.count, isNumber: true },
    ],
    rows: tables.flatMap((table) =>
      table.rows.flatMap(({ name, cells }) =>
        cells.map((cell, at) => [texts.titles[table.id], name, table.columns[at], toCell(cell, language)]),
      ),
    ),
  };
}

/** What stands in a cell of a figure that is too small or that there is none of. */
export function toCell(cell: FigureCell, language: Language): ExportCell {
  if (typeof cell === "number") return cell;
  return cell === "hidden" ? QUESTION_TEXTS[language].figures.hidden : undefined;
}

function sheetName(id: string, { from, to }: Period): string {
  return `sivuvirta-${id}-${from}-${to}`;
}
