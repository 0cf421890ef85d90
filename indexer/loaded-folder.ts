import type { Fault } from "../knowledge/fault.ts";
import { LANGUAGES, type Language, type Reader } from "../knowledge/languages.ts";
import type { FaqEntry } from "../knowledge/parse-faq.ts";
import type { Tables } from "../knowledge/read-table.ts";
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

/** What a reader found in a file. */
export interface ReadContent {
  file: string;
  blocks: Block[];
  alternatives: string[];
  title?: string;
  /** As the file declares it; anything but the three languages is passed over. */
  language?: string;
  /** Lowest rank that may see it. @default {"public"} */
  visibility?: Reader;
}

/** Adds a document to what was loaded; one without text becomes a fault. */
export function addDocument(loaded: LoadedFolder, content: ReadContent): void {
  const { file, blocks, alternatives } = content;
  if (blocks.length === 0) {
    loaded.faults.push({ file, reason: "holds no text" });
    return;
  }
  const language = LANGUAGES.find((known): known is Language => known === content.language);
  loaded.documents.push({
    file,
    title: content.title ?? titleOf(blocks, file),
    visibility: content.visibility ?? "public",
    blocks,
    alternatives,
    ...(language === undefined ? {} : { language }),
  });
}

/** A file's name without folder and ending. */
export function bareName(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.[^.]+$/, "").normalize("NFC");
}

/** The first heading near the top, else the beginning of the first sentence, else the file's name. */
function titleOf(blocks: readonly Block[], file: string): string {
  const heading = blocks.slice(0, 3).find((block) => block.kind === "heading");
  if (heading !== undefined) return heading.text;
  const first = blocks.find((block) => block.kind === "paragraph");
  if (first === undefined) return bareName(file);
  const words = first.text.split(" ", 9);
  return words.length < 9 ? first.text : `${words.slice(0, 8).join(" ")} …`;
}
