import type { Language } from "../../knowledge/languages.ts";
import type { PartnerRequest } from "../partners/partner-request.ts";
import type { LocationRequest } from "../query/location-need.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import type { DownloadRequest } from "./download-request.ts";
import type { Drawing } from "./drawing.ts";

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
  /** Absent: an amount that arises every year. The others are never added up. */
  kind?: "aggregate" | "stock" | "planned";
}

/** A sum over rows of one unit; units are never mixed. */
export interface Total {
  unit: string;
  quantity: number;
  rows: number;
}

/** A company of an answer that lists companies. */
export interface CompanyRow {
  id: string;
  name: string;
}

/** A park of an answer that compares or lists parks. */
export interface ParkRow {
  id: string;
  name: string;
  score?: number;
  reasons: string[];
  missing: string[];
}

/** A receiving industry that may take a stream, or that a wanted stream may come from. */
export interface PartnerIndustry {
  /** English name of the class, one of `receiver-classes.csv`. */
  class: string;
  /** Name of the class in the language of the answer. */
  label: string;
  /** 0 to 1; larger fits better. */
  score: number;
  reasons: string[];
  obstacles: string[];
}

/** A company that may be the other side of an exchange. */
export interface PartnerCompany {
  /** Name, or "a company in park X" where the reader may not know which. */
  name: string;
  park?: string;
  class: string;
  /** 0 to 1; larger fits better. */
  score: number;
  distanceKm?: number;
  reasons: string[];
  obstacles: string[];
}

/** Partners of both levels, best first. */
export interface Partners {
  industries: PartnerIndustry[];
  companies: PartnerCompany[];
}

/** A table that stands in an answer; the text of the answer holds the same facts. */
export interface ReplyTable {
  title: string;
  columns: readonly { title: string; isNumber?: boolean }[];
  /** Plain text cells, as many as columns; numbers written for the reader's language. */
  rows: readonly (readonly string[])[];
}

/** A picture, drawn when a channel shows it. */
export interface Picture {
  /** What the picture shows, in words, for whoever does not see it. */
  alt: string;
  drawing: Drawing;
}

/** A file of the whole result, offered as a link by channels that can. */
export interface Download {
  /** Words of the link, such as "Lataa CSV". */
  title: string;
  request: DownloadRequest;
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
  /** The answer rests on a passage that meets the question badly, so that somebody should look at it. @default {false} */
  isWeak?: true;
  /** Markdown (paragraphs, bold, lists, tables) in `language` with `[n]` marks; no link definitions, no HTML. */
  text: string;
  citations: Citation[];
  streams?: StreamRow[];
  totals?: Total[];
  partners?: Partners;
  companies?: CompanyRow[];
  parks?: ParkRow[];
  table?: ReplyTable;
  cards?: AdaptiveCard[];
  pictures?: Picture[];
  downloads?: Download[];
  /** The query behind `streams` and how many of its rows have been shown, for follow-ups. */
  streamQuery?: { query: StreamQuery; shown: number };
  /** The search for a partner behind `partners`, for the answers to what was asked back. */
  partnerRequest?: PartnerRequest;
  /** What was asked of a place, for follow-ups. */
  locationRequest?: LocationRequest;
  suggestions: Suggestion[];
  /** Names the turn it answers, for ratings; random. Absent: it answers none. */
  turnId?: string;
  /** Time the answer took, in milliseconds. */
  ms: number;
}
