import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { readSheets, SHEET_ENDINGS, type Sheet } from "../read/read-sheets.ts";
import { findHeader, type MappedSheet } from "./find-header.ts";
import { foldText } from "./fold-text.ts";
import { ImportError } from "./import-error.ts";
import type { ImportOptions } from "./parse-options.ts";

/** The sheet to import, and others that might have been meant. */
export interface ChosenSheet {
  sheet: MappedSheet;
  /** Names of other sheets with headings that are known. */
  others: string[];
}

/**
 * Reads the coordinator's file and chooses the sheet: the named one, else the first that has a column of names.
 *
 * @throws {ImportError} When the file cannot be read, or no sheet has headings that are known.
 *
 * @example
 * ```ts
 * (await chooseSheet(options)).sheet.headerLine; // 3
 * ```
 */
export async function chooseSheet(options: ImportOptions): Promise<ChosenSheet> {
  const sheets = await readOrThrow(options.file);
  const named =
    options.sheet === undefined ? sheets : sheets.filter(({ name }) => isSame(name, options.sheet));
  if (sheets.length === 0) throw new ImportError("no-rows");
  if (named.length === 0) {
    const detail = sheets.map(({ name }) => `"${name}"`).join(", ");
    throw new ImportError("sheet-missing", { found: options.sheet ?? "", detail });
  }
  const mapped = named.flatMap((sheet) => findHeader(sheet, options.map) ?? []);
  const withNames = mapped.filter(({ columns }) => columns.some(isNameColumn));
  const [sheet] = withNames;
  if (sheet === undefined) {
    const [first] = mapped;
    const detail = (first?.headings ?? firstTexts(named)).filter((text) => text !== "").join(", ");
    throw new ImportError(first === undefined ? "no-headings" : "no-name", { detail });
  }
  const folded = new Set(sheet.headings.map(foldText));
  const strange = options.mapHeadings.find((heading) => !folded.has(foldText(heading)));
  if (strange !== undefined)
    throw new ImportError("map-heading", {
      found: strange,
      detail: sheet.headings.filter(Boolean).join(", "),
    });
  if (sheet.rows.length === 0) throw new ImportError("no-rows");
  return { sheet, others: withNames.slice(1).map(({ name }) => name) };
}

async function readOrThrow(file: string): Promise<Sheet[]> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new ImportError("file-missing", { found: file });
  const ending = extname(file).toLowerCase();
  if (!(SHEET_ENDINGS as readonly string[]).includes(ending))
    throw new ImportError("file-format", { found: ending });
  try {
    return await readSheets(file);
  } catch (error) {
    throw new ImportError("file-unreadable", {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function isNameColumn({ field, way }: MappedSheet["columns"][number]): boolean {
  return way !== "taken" && (field === "name" || field?.startsWith("name_") === true);
}

function isSame(name: string, wanted: string | undefined): boolean {
  return wanted !== undefined && foldText(name) === foldText(wanted);
}

function firstTexts([sheet]: readonly Sheet[]): string[] {
  return sheet?.rows[0]?.cells.map(({ text }) => text) ?? [];
}
