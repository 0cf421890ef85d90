import { checkZip } from "./check-zip.ts";

/** A sheet as the library gives it. */
export type WorkbookSheet = Awaited<ReturnType<typeof import("read-excel-file/universal").default>>[number];

/**
 * Reads the values of all sheets of an XLSX.
 *
 * The library's form for Node unpacks as a stream, which of some damaged files waits for ever; this one goes by the
 * directory of the file and says what is wrong.
 *
 * @param bytes The whole file.
 * @throws {Error} When it is no XLSX, is damaged, or holds too much.
 */
export async function readWorkbook(bytes: Buffer): Promise<WorkbookSheet[]> {
  checkZip(bytes);
  const { default: readExcelFile } = await import("read-excel-file/universal");
  // A copy: a pooled buffer would carry other files' bytes.
  return readExcelFile(new Uint8Array(bytes).buffer);
}
