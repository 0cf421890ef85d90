import type { Language, Reader } from "../../knowledge/languages.ts";

/** A piece of a document in reading order. */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list-item"; text: string }
  /** Name, phone, e-mail and address lines of a person or office, joined by commas. */
  | { kind: "contact"; text: string }
  | { kind: "table-row"; header: readonly string[]; cells: readonly string[] };

/** A document as the readers hand it on: its text in blocks, hyphens repaired. */
export interface SourceDocument {
  /** Path within the indexed folder, with forward slashes. */
  file: string;
  title: string;
  /** Language that the document declares; absent when it must be detected. */
  language?: Language;
  year?: number;
  visibility: Reader;
  /** Id of the park that the whole document is about. */
  park?: string;
  blocks: Block[];
  /** Second readings of words cut at line ends, indexed with the document's passages. */
  alternatives: string[];
}
