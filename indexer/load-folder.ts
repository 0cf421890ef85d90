import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { loadMarkdown } from "./load-markdown.ts";
import { loadCsv, loadXlsx } from "./load-table.ts";
import { addDocument, type LoadedFolder } from "./loaded-folder.ts";
import { decodeText } from "./read/decode-text.ts";
import { MOST_TEXT_BYTES, readBytes } from "./read/read-bytes.ts";
import { parseHtml } from "./read/read-html.ts";
import { parseText } from "./read/read-text.ts";

/** File endings that are read. */
export const READ_ENDINGS = [".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx", ".csv", ".xlsx"];

/** Notes to the people who keep the folder, not knowledge. */
const NOTES = /^(?:readme|contributing|changelog|licen[cs]e)(?:\.|$)/i;
/** Hidden files, and the locks that Word and Excel leave beside open ones. */
const HIDDEN = /^(?:\.|~\$)/;

/**
 * Lists the files of a folder that an index is made of, sorted, with forward slashes; hidden files and notes to
 * the folder's keepers (README and so on) are left out.
 *
 * @throws {Error} When the folder does not exist.
 */
export async function listFiles(folder: string): Promise<{ files: string[]; ignored: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !file.split("/").some((part) => HIDDEN.test(part)))
    .filter((file) => !NOTES.test(file.split("/").at(-1) ?? ""))
    .sort();
  const isRead = (file: string) => READ_ENDINGS.includes(extname(file).toLowerCase());
  return { files: all.filter(isRead), ignored: all.filter((file) => !isRead(file)) };
}

/**
 * Reads a whole folder. A file that cannot be read is named as a fault and stops nothing.
 *
 * @param folder Any folder; tables, guides and FAQ in the forms of `knowledge/` are recognised by their content.
 * @param onProgress Called after each file with the number of files done and in all.
 */
export async function loadFolder(
  folder: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<LoadedFolder> {
  const { files, ignored } = await listFiles(folder);
  const loaded: LoadedFolder = { documents: [], tables: {}, faq: [], faults: [], ignored };
  for (const [position, file] of files.entries()) {
    try {
      await loadFile(loaded, { folder, file });
    } catch (error) {
      loaded.faults.push({ file, reason: `cannot be read: ${reasonOf(error)}` });
    }
    onProgress(position + 1, files.length);
  }
  loaded.faults = loaded.faults.map((fault) => ({ ...fault, reason: shorten(fault.reason) }));
  return loaded;
}

/** A reason that repeats what was found stays readable where that is long. */
const MOST_REASON_CHARS = 500;

function shorten(reason: string): string {
  const cut = reason.slice(0, MOST_REASON_CHARS).toWellFormed();
  return reason.length > MOST_REASON_CHARS ? `${cut} …` : cut;
}

/** First line of an error, without paths of this machine. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n")[0] ?? "").replace(/(?:\/[^\s/:'"]+){2,}/g, "the file");
}

async function loadFile(loaded: LoadedFolder, place: { folder: string; file: string }): Promise<void> {
  const { folder, file } = place;
  const path = join(folder, file);
  const ending = extname(file).toLowerCase();
  if (ending === ".csv") return loadCsv(loaded, place);
  if (ending === ".xlsx") return loadXlsx(loaded, place);
  if (ending === ".pdf") {
    const { readPdf } = await import("./read/read-pdf.ts");
    return addDocument(loaded, { file, ...(await readPdf(path)) });
  }
  if (ending === ".docx") {
    const { readDocx } = await import("./read/read-docx.ts");
    return addDocument(loaded, { file, ...(await readDocx(path)) });
  }
  const content = decodeText(await readBytes(path, MOST_TEXT_BYTES));
  if (ending === ".txt") return addDocument(loaded, { file, ...parseText(content) });
  if (ending === ".html" || ending === ".htm") return addDocument(loaded, { file, ...parseHtml(content) });
  return loadMarkdown(loaded, { file, content });
}
