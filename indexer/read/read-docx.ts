import { type HtmlContent, parseHtml } from "./read-html.ts";

/**
 * Reads a Word file through its HTML form, so that headings, lists and tables stay what they are.
 *
 * @param path File on disk.
 * @throws {Error} When the file is no DOCX.
 */
export async function readDocx(path: string): Promise<HtmlContent> {
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml({ path });
  return parseHtml(value);
}
