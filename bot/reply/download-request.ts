import type { Language, Reader } from "../../knowledge/languages.ts";

/**
 * Which result a download holds. The file is made when it is fetched, from the knowledge as it is then and for the
 * rank of the reader who was given the link.
 */
export interface DownloadRequest {
  table: "streams" | "companies" | "parks";
  /** The query as plain JSON; checked again when the link is used. */
  query: Record<string, unknown>;
  format: "csv" | "xlsx";
  language: Language;
  reader: Reader;
}
