import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { parseRecordId } from "./record-id.ts";
import type { RecordReference } from "./record-sheet.ts";

/** Longest address that is read. */
const MOST_CHARS = 2048;
const PATH = /^\/records\/([a-z]+)\/([A-Za-z0-9-]+)$/;

/** Path of a record's page, to be put behind an origin. */
export function recordPath({ kind, id }: RecordReference, language?: Language): string {
  return `/records/${kind}/${id}${language === undefined ? "" : `?lang=${language}`}`;
}

/**
 * Writes the address of a record's page.
 *
 * @param options.publicUrl Origin under which people reach the bot, without a path.
 * @param options.language Language of the page. @default that of the browser
 *
 * @example
 * ```ts
 * recordUrl({ kind: "streams", id: "SS007" }, { publicUrl: "https://chat.example.fi", language: "fi" });
 * // "https://chat.example.fi/records/streams/SS007?lang=fi"
 * ```
 */
export function recordUrl(
  record: RecordReference,
  { publicUrl, language }: { publicUrl: string; language?: Language },
): string {
  return `${publicUrl}${recordPath(record, language)}`;
}

/**
 * Reads the address of a record's page, as somebody pastes it.
 *
 * @param options.publicUrl Origin of the bot; without one no address is its own.
 * @returns `undefined` for an address of another origin, another page, or no address at all. Whether the record
 * exists is not asked.
 */
export function parseRecordLink(
  url: string,
  { publicUrl }: { publicUrl: string | undefined },
): (RecordReference & { language?: Language }) | undefined {
  if (publicUrl === undefined || url.length > MOST_CHARS || /[\s\\]/.test(url)) return undefined;
  const parsed = URL.parse(url);
  if (parsed === null || parsed.origin !== URL.parse(publicUrl)?.origin) return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  const [, kind = "", id = ""] = PATH.exec(parsed.pathname) ?? [];
  const record = parseRecordId(kind, id);
  const asked = parsed.searchParams.get("lang");
  const language = LANGUAGES.find((known) => known === asked);
  return record && { ...record, ...(language === undefined ? {} : { language }) };
}
