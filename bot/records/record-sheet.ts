import type { Language } from "../../knowledge/languages.ts";

/** What can be shown on its own: a side stream, a company, a park, or a question of the FAQ with its answer. */
export const RECORD_KINDS = ["streams", "companies", "parks", "faq"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Names one record; nobody but the reader's rank decides whether it may be seen. */
export interface RecordReference {
  kind: RecordKind;
  /** Id of the row, such as `SS007` or `kemi-tornio`; of the FAQ, the id that its three languages share. */
  id: string;
}

/** One line of a sheet: what is told, and in which words. */
export interface RecordFact {
  label: string;
  value: string;
  /** Web address that the value names. */
  url?: string;
  /** Another record that the value names. */
  record?: RecordReference;
  /** Positions in the sheet's `sources` of what the fact rests on. @default all of them */
  sources?: readonly number[];
}

/** Where the facts come from. */
export interface RecordSource {
  /** Publisher and name of the publication. */
  title: string;
  /** `http:` or `https:`; absent for a publication without an address. */
  url?: string;
  year?: number;
}

/** A record as a list of results shows it. */
export interface RecordPreview extends RecordReference {
  title: string;
  /** One line. */
  summary?: string;
}

/** A record in the words of one language: plain text, for whatever shows it. */
export interface RecordSheet extends RecordPreview {
  /** One line below the title. */
  subtitle?: string;
  facts: readonly RecordFact[];
  /** An answer of the FAQ; a list item begins with `• `. */
  paragraphs?: readonly string[];
  sources: readonly RecordSource[];
  /** Year the record holds for. */
  year?: number;
  note?: string;
  /** Language of the words, where the record has none in the language asked for. */
  language?: Language;
}

/** Begins a paragraph that is an item of a list. */
export const ITEM_MARK = "• ";
