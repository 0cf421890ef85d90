import { type Language, mayRead, type Reader } from "../knowledge/languages.ts";

/** Where a fact comes from, as a citation shows it. */
export interface SourceReference {
  /** Name of the publication. */
  title: string;
  /** Web address, or path of the file within the indexed folder. */
  source: string;
  year?: number;
}

/** The smallest piece an answer may quote. */
export interface Sentence {
  text: string;
  /** Positions in the passage's `sources` of what the sentence rests on; at least one. */
  sources: number[];
  /** A contact block is quoted whole; a heading is never quoted. */
  kind: "sentence" | "list-item" | "contact" | "row";
}

/** A curated question and answer. */
export interface FaqReference {
  id: string;
  question: string;
  variants: string[];
  /** Day of the last change, `2026-11-22`; an entry of a file may have its passage's year alone. */
  changed?: string;
  /** Last day on which the answer holds, `2027-12-31`. */
  validUntil?: string;
  /** Written at run time rather than in a file of the knowledge. */
  origin?: "desk";
  tags?: string[];
}

/** A piece of a document of a few hundred characters: what is indexed, found and cited. */
export interface Passage {
  /** Stable over rebuilds as long as the words stay: hash of file, headings and text. */
  id: string;
  file: string;
  /** Title of the document. */
  title: string;
  /** Headings above the passage, outermost first. */
  headings: string[];
  language: Language;
  visibility: Reader;
  /** Ranks that this version of a row is for, where ranks see different ones; absent: all from `visibility` up. */
  audience?: readonly Reader[];
  year?: number;
  /** `outline` lists the numbered headings of a document. */
  kind: "text" | "faq" | "row" | "outline";
  /** Park the document is about, when it says so. */
  park?: string;
  faq?: FaqReference;
  /** Row of a table that the passage renders, such as `streams:SS007`. */
  record?: string;
  sentences: Sentence[];
  sources: SourceReference[];
  /** Further readings to be indexed but not shown (words cut at line ends, variants of a question). */
  hidden: string[];
}

/** Whether a passage is one that a reader may see and is meant to see: of a row each rank meets one version. */
export function isForReader(passage: Pick<Passage, "visibility" | "audience">, reader: Reader): boolean {
  return passage.audience?.includes(reader) ?? mayRead(reader, passage.visibility);
}

/** The words of a passage as they are quoted. */
export function passageText(passage: Passage): string {
  return passage.sentences.map((sentence) => sentence.text).join(" ");
}

/** Everything of a passage that is searched: title, headings, words and hidden readings. */
export function searchableText(passage: Passage): string {
  return [...passage.headings, passageText(passage), ...passage.hidden].join(". ");
}
