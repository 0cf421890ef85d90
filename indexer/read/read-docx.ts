import { checkZip } from "./check-zip.ts";
import { readBytes } from "./read-bytes.ts";
import { type HtmlContent, parseHtml } from "./read-html.ts";

/** A paragraph in Word's style for titles counts as a heading; other styles are mapped by mammoth itself. */
const STYLE_MAP = ["p[style-name='Title'] => h1:fresh"];

/**
 * Reads a Word file through its HTML form, so that headings, lists and tables stay what they are; pictures are
 * left out.
 *
 * @param path File on disk.
 * @throws {Error} When the file is no DOCX.
 */
export async function readDocx(path: string): Promise<HtmlContent> {
  const buffer = await readBytes(path);
  checkZip(buffer);
  const { default: mammoth } = await import("mammoth");
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: STYLE_MAP, convertImage });
  return parseHtml(value.normalize("NFC"));
}
