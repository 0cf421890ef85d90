import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Fault } from "../knowledge/fault.ts";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { type FaqEntry, parseFaq } from "../knowledge/parse-faq.ts";
import { parseGuide } from "../knowledge/parse-guide.ts";
import { parseTable, type Tables } from "../knowledge/read-table.ts";
import { TABLES, type TableName } from "../knowledge/schema.ts";
import { parseHtml } from "./read/read-html.ts";
import { parseMarkdown } from "./read/read-markdown.ts";
import { readCsv, readXlsx } from "./read/read-table.ts";
import { parseText } from "./read/read-text.ts";
import type { Block, SourceDocument } from "./read/source-document.ts";

/** Everything a folder holds, read and validated; what could not be read is named in `faults`. */
export interface LoadedFolder {
  documents: SourceDocument[];
  tables: Partial<Tables>;
  faq: FaqEntry[];
  faults: Fault[];
  /** Files of kinds that are not read, such as pictures. */
  ignored: string[];
}

/** File endings that are read. */
export const READ_ENDINGS = [".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx", ".csv", ".xlsx"];

/** Notes to the people who keep the folder, not knowledge. */
const NOTES = /^(?:readme|contributing|changelog|licen[cs]e)(?:\.|$)/i;

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
    .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
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
  return loaded;
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
  if (ending === ".xlsx") return addTable(loaded, { file, ...(await readXlsx(path)) });
  if (ending === ".pdf") {
    const { readPdf } = await import("./read/read-pdf.ts");
    return addDocument(loaded, { file, ...(await readPdf(path)) });
  }
  if (ending === ".docx") {
    const { readDocx } = await import("./read/read-docx.ts");
    return addDocument(loaded, { file, ...(await readDocx(path)) });
  }
  const content = decodeText(await readFile(path));
  if (ending === ".txt") return addDocument(loaded, { file, ...parseText(content) });
  if (ending === ".html" || ending === ".htm") return addDocument(loaded, { file, ...parseHtml(content) });
  return loadMarkdown(loaded, { file, content });
}

/** UTF-8, or Windows-1252 when the bytes are no valid UTF-8; anything with zero bytes is refused. */
function decodeText(bytes: Buffer): string {
  if (bytes.includes(0)) throw new Error("it is not text (it holds zero bytes)");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function loadMarkdown(loaded: LoadedFolder, { file, content }: { file: string; content: string }): void {
  const faqLanguage = LANGUAGES.find((language) => new RegExp(`(?:^|/)faq/${language}\\.md$`).test(file));
  if (faqLanguage !== undefined) {
    const { entries, faults } = parseFaq(content, { language: faqLanguage, file });
    loaded.faq.push(...entries);
    loaded.faults.push(...faults);
    return;
  }
  if (!/^\uFEFF?---\r?\n/.test(content)) return addDocument(loaded, { file, ...parseMarkdown(content) });
  const { guide, faults } = parseGuide(content, file);
  if (guide === undefined) {
    // Front matter of another kind: the text is still worth reading.
    const body = content.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n?/, "");
    return addDocument(loaded, { file, ...parseMarkdown(body) });
  }
  loaded.faults.push(...faults);
  loaded.documents.push({
    file,
    title: guide.title,
    language: guide.language,
    visibility: guide.visibility,
    ...(guide.year === undefined ? {} : { year: guide.year }),
    ...(guide.park === undefined ? {} : { park: guide.park }),
    ...parseMarkdown(guide.body),
  });
}

async function loadCsv(
  loaded: LoadedFolder,
  { folder, file }: { folder: string; file: string },
): Promise<void> {
  const name = (Object.keys(TABLES) as TableName[]).find((table) => TABLES[table].file === file);
  if (name !== undefined) {
    const content = decodeText(await readFile(join(folder, file)));
    const header = (content.split(/\r?\n/, 1)[0] ?? "").split(",");
    const columns = Object.keys(TABLES[name].schema.shape);
    const known = columns.filter((column) => header.includes(column)).length;
    if (known >= columns.length / 2) return loadKnownTable(loaded, { name, content });
  }
  addTable(loaded, { file, ...(await readCsv(join(folder, file))) });
}

function loadKnownTable<Name extends TableName>(
  loaded: { tables: { [Key in Name]?: Tables[Key] }; faults: Fault[] },
  { name, content }: { name: Name; content: string },
): void {
  const { rows, faults } = parseTable(name, content);
  if (rows !== undefined) loaded.tables[name] = rows;
  loaded.faults.push(...faults);
}

function addTable(
  loaded: LoadedFolder,
  content: { file: string; blocks: Block[]; faults: { line: number; reason: string }[] },
): void {
  const { file } = content;
  loaded.faults.push(...content.faults.map((fault) => ({ file, ...fault })));
  addDocument(loaded, { file, blocks: content.blocks, alternatives: [] });
}

function addDocument(
  loaded: LoadedFolder,
  content: { file: string; blocks: Block[]; alternatives: string[]; title?: string; language?: string },
): void {
  const { file, blocks, alternatives } = content;
  if (blocks.length === 0) {
    loaded.faults.push({ file, reason: "holds no text" });
    return;
  }
  const language = LANGUAGES.find((known): known is Language => known === content.language);
  loaded.documents.push({
    file,
    title: content.title ?? titleOf(blocks, file),
    visibility: "public",
    blocks,
    alternatives,
    ...(language === undefined ? {} : { language }),
  });
}

/** The first heading near the top, else the beginning of the first sentence, else the file's name. */
function titleOf(blocks: readonly Block[], file: string): string {
  const heading = blocks.slice(0, 3).find((block) => block.kind === "heading");
  if (heading !== undefined) return heading.text;
  const first = blocks.find((block) => block.kind === "paragraph");
  const name = (file.split("/").at(-1) ?? file).replace(/\.[^.]+$/, "");
  if (first === undefined) return name;
  const words = first.text.split(" ");
  return words.length <= 9 ? first.text : `${words.slice(0, 8).join(" ")} …`;
}
