import type { AnswerSource } from "./ticket.ts";

const MOST_SOURCES = 10;
const MAX_TITLE_CHARS = 300;

/**
 * Reads sources as a coordinator writes them: one a line, `Title | https://… | 2024`, address and year as they like.
 *
 * @returns Nothing when a line cannot be read: no title and no address, an address that is none, more than ten lines.
 *
 * @example
 * ```ts
 * parseSources("Price list | https://example.org/prices | 2026"); // [{ title: "Price list", url: "https://…", year: 2026 }]
 * parseSources(""); // []
 * ```
 */
export function parseSources(text: string): AnswerSource[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const sources = lines.map(parseSource);
  if (lines.length > MOST_SOURCES) return undefined;
  const read = sources.filter((source) => source !== undefined);
  return read.length === sources.length ? read : undefined;
}

/** Writes sources as {@link parseSources} reads them. */
export function writeSources(sources: readonly AnswerSource[]): string {
  return sources
    .map(({ title, url, year }) => [title, url, year].filter((part) => part !== undefined).join(" | "))
    .join("\n");
}

function parseSource(line: string): AnswerSource | undefined {
  const parts = line
    .split("|")
    .map((part) => part.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .filter((part) => part !== "");
  const url = parts.find((part) => /^https?:\/\//i.test(part));
  const year = parts.length > 1 ? parts.find((part) => /^(?:19|20)\d\d$/.test(part)) : undefined;
  const [title, ...more] = parts.filter((part) => part !== url && part !== year);
  const isReadable = (title ?? url) !== undefined && more.length === 0 && (url === undefined || isWeb(url));
  if (!isReadable) return undefined;
  return {
    title: (title ?? url ?? "").slice(0, MAX_TITLE_CHARS),
    ...(url === undefined ? {} : { url }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ["https:", "http:"].includes(new URL(url).protocol);
}
