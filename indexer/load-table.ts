import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Fault } from "../knowledge/fault.ts";
import { READERS } from "../knowledge/languages.ts";
import { parseTable, type Tables } from "../knowledge/read-table.ts";
import { TABLES, type TableName } from "../knowledge/schema.ts";
import { addDocument, bareName, type LoadedFolder } from "./loaded-folder.ts";
import { decodeText } from "./read/decode-text.ts";
import { MOST_TEXT_BYTES, readBytes } from "./read/read-bytes.ts";
import { detectSeparator, readCsv, readXlsx, type TableContent } from "./read/read-table.ts";
import type { Block } from "./read/source-document.ts";

/** Reads a CSV file: a table of the knowledge base when its name and columns say so, else a table of any kind. */
export async function loadCsv(loaded: LoadedFolder, place: { folder: string; file: string }): Promise<void> {
  const { folder, file } = place;
  const name = (Object.keys(TABLES) as TableName[]).find((table) => TABLES[table].file === file);
  if (name !== undefined) {
    const content = decodeText(await readBytes(join(folder, file), MOST_TEXT_BYTES));
    const separator = detectSeparator(content);
    if (hasColumnsOf(name, { content, separator })) {
      if (separator === ",") return loadKnownTable(loaded, { name, content });
      const found = separator === "\t" ? "tabs" : `"${separator}"`;
      loaded.faults.push({ file, line: 1, reason: `must separate cells by commas (found ${found})` });
      return;
    }
  }
  addTable(loaded, { file, ...(await readCsv(join(folder, file))) });
}

/** Reads all sheets of a spreadsheet. */
export async function loadXlsx(loaded: LoadedFolder, place: { folder: string; file: string }): Promise<void> {
  addTable(loaded, { file: place.file, ...(await readXlsx(join(place.folder, place.file))) });
}

/** A table of many columns that may be left out is known by as many as this. */
const MOST_NEEDED = 14;

function hasColumnsOf(
  name: TableName,
  { content, separator }: { content: string; separator: string },
): boolean {
  const [header = []] = parse(content, {
    delimiter: separator,
    to_line: 1,
    relax_quotes: true,
  }) as string[][];
  const found = new Set(header.map((cell) => cell.trim()));
  const columns = Object.keys(TABLES[name].schema.shape);
  return columns.filter((column) => found.has(column)).length >= Math.min(columns.length / 2, MOST_NEEDED);
}

function loadKnownTable<Name extends TableName>(
  loaded: { tables: { [Key in Name]?: Tables[Key] }; faults: Fault[] },
  { name, content }: { name: Name; content: string },
): void {
  const { rows, faults } = parseTable(name, content);
  if (rows !== undefined) loaded.tables[name] = rows;
  loaded.faults.push(...faults);
}

/** A table of any kind becomes a document for each rank that its column `visibility`, if there is one, names. */
function addTable(loaded: LoadedFolder, content: TableContent & { file: string }): void {
  const { file, blocks } = content;
  loaded.faults.push(...content.faults.map((fault) => ({ file, ...fault })));
  const rankOf = (block: Block) => {
    const column = block.kind === "table-row" ? block.header.indexOf("visibility") : -1;
    const rank = block.kind === "table-row" ? block.cells[column] : undefined;
    return rank === undefined || rank === "" ? "public" : rank;
  };
  const unknown = blocks.map(rankOf).filter((rank) => !READERS.some((reader) => reader === rank));
  for (const rank of new Set(unknown)) {
    const reason = `must be one of ${READERS.join(", ")} (found "${rank}"); such rows are left out`;
    loaded.faults.push({ file, field: "visibility", reason });
  }
  for (const visibility of READERS) {
    const seen = blocks.filter((block) => block.kind === "heading" || rankOf(block) === visibility);
    const isEmpty = seen.every((block) => block.kind === "heading");
    if (isEmpty && (visibility !== "public" || blocks.length > 0)) continue;
    addDocument(loaded, { file, title: bareName(file), blocks: seen, alternatives: [], visibility });
  }
}
