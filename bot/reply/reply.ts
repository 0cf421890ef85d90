import type { Language } from "../../knowledge/languages.ts";

/** What kind of answer a turn got; part of the `ask --json` contract. */
export type Intent =
  | "answer"
  | "streams"
  | "partners"
  | "parks"
  | "contact"
  | "smalltalk"
  | "handoff"
  | "none";

/** One source of an answer, numbered as the `[n]` marks in its text. */
export interface Citation {
  /** 1-based; appears in the text as `[n]`. */
  n: number;
  /** Name of the source as a reader would say it. */
  title: string;
  /** Web address of the fact's source, or path of the file within the indexed folder. */
  source: string;
  /** Year of the source; absent when the source is undated. */
  year?: number;
  /** The cited words or table row; everything the answer states from this source stands in here. */
  passage: string;
  /** Language of `passage`. */
  language: Language;
}

/** One side stream of an answer that lists rows. */
export interface StreamRow {
  id: string;
  name: string;
  producer?: string;
  park?: string;
  municipality?: string;
  quantity?: number;
  unit?: string;
  year?: number;
  note?: string;
}

/** A sum over rows of one unit; units are never mixed. */
export interface Total {
  unit: string;
  quantity: number;
  rows: number;
}

/** A park of an answer that compares or lists parks. */
export interface ParkRow {
  name: string;
  score?: number;
  reasons: string[];
  missing: string[];
}

/** A question offered as a button; `text` is sent when it is pressed. */
export interface Suggestion {
  title: string;
  text: string;
}

/**
 * The one typed answer of every skill. It knows no channel: the renderers in this folder turn it into
 * Teams and Web Chat activities.
 */
export interface Reply {
  language: Language;
  intent: Intent;
  /** `true` when the knowledge does not cover the question and the reply says so. */
  refused: boolean;
  /** Markdown (paragraphs, bold, lists, tables) in `language` with `[n]` marks; no link definitions, no HTML. */
  text: string;
  citations: Citation[];
  streams?: StreamRow[];
  totals?: Total[];
  parks?: ParkRow[];
  suggestions: Suggestion[];
  /** Time the answer took, in milliseconds. */
  ms: number;
}
