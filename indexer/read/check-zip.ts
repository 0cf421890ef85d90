import { listZipParts } from "./zip-parts.ts";

const MEGABYTE = 1024 * 1024;
/** Most that one file of a document may unpack to, in bytes: what is read is kept in memory as a tree. */
const MOST_PART_BYTES = 32 * MEGABYTE;
/** Most that all files of a document may unpack to, in bytes. */
const MOST_BYTES = 256 * MEGABYTE;
/** More files than any document has. */
const MOST_PARTS = 10_000;
/** Most cells of a sheet, empty ones between others included: the library makes a place for each. */
const MOST_CELLS = 2_000_000;

/**
 * Unpacks a DOCX or XLSX once, with limits, before a library without limits does: a few kilobytes may unpack to
 * gigabytes, or put one cell a million rows below the others.
 *
 * @throws {Error} When it holds too much, or cannot be unpacked.
 */
export function checkZip(bytes: Buffer): void {
  const parts = listZipParts(bytes);
  if (parts.length > MOST_PARTS)
    throw new Error(`it holds ${parts.length} files, at most ${MOST_PARTS} are read`);
  let sum = 0;
  for (const part of parts) {
    const content = unpackPart(part);
    sum += content.length;
    if (sum > MOST_BYTES) throw new Error(`it unpacks to more than ${MOST_BYTES / MEGABYTE} MB: split it`);
    if (/^xl\/worksheets\/[^/]*\.xml$/i.test(part.name)) checkSheet(content.toString("latin1"));
  }
}

function unpackPart({ name, declaredBytes, unpack }: ReturnType<typeof listZipParts>[number]): Buffer {
  try {
    // A library sets aside as much as is declared.
    if (declaredBytes > MOST_PART_BYTES) throw new RangeError(`Cannot unpack ${declaredBytes} bytes`);
    return unpack(MOST_PART_BYTES);
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    const shown = JSON.stringify(name.split("/").at(-1)?.slice(0, 100));
    const reason = isTooLarge
      ? `unpacks to more than ${MOST_PART_BYTES / MEGABYTE} MB: split it`
      : "cannot be unpacked: save it again";
    throw new Error(`its part ${shown} ${reason}`, { cause: error });
  }
}

/** @throws {Error} When a cell lies so far out that the sheet would have too many places. */
function checkSheet(xml: string): void {
  let [rows, columns] = [0, 0];
  for (const [, letters = "", digits = ""] of xml.matchAll(/\sr="([A-Z]{0,8})(\d{1,15})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  }
  if (rows * columns <= MOST_CELLS) return;
  throw new Error(`a sheet reaches to row ${rows}, column ${columns}: at most ${MOST_CELLS} cells are read`);
}

/** "C" is 3. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
