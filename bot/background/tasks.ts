import { writeCsv as writeCsvText } from "../exports/write-csv.ts";
import { writeXlsx as writeXlsxFile } from "../exports/write-xlsx.ts";
import { drawPicture as drawPictureFile } from "../pictures/draw-picture.ts";

/*
 * What runs in the thread of `run-in-background.ts`, by its name: one input that can be copied between threads, one
 * result that is moved. Each is loaded with this file, so keep the heavy parts within it loaded late.
 */

/** Draws a picture as PNG. */
export function drawPicture(drawing: Parameters<typeof drawPictureFile>[0]): Promise<Uint8Array> {
  return drawPictureFile(drawing);
}

/** Writes a sheet as XLSX. */
export function writeXlsx(sheet: Parameters<typeof writeXlsxFile>[0]): Promise<Uint8Array> {
  return writeXlsxFile(sheet);
}

/** Writes a sheet as CSV. */
export async function writeCsv([sheet, language]: Parameters<typeof writeCsvText>): Promise<Uint8Array> {
  return writeCsvText(sheet, language);
}
