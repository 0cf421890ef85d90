import type { Language } from "../../../knowledge/languages.ts";
import { cutText } from "../../records/cut-text.ts";

const TIME_ZONE = "Europe/Helsinki";
const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/**
 * Writes a day as people of the language do.
 *
 * @example
 * ```ts
 * presentDate(Date.UTC(2026, 2, 1), "sv"); // "1.3.2026"
 * presentDate(Date.UTC(2026, 2, 1), "en"); // "1 March 2026"
 * ```
 */
export function presentDate(at: number, language: Language): string {
  const month = language === "en" ? "long" : "numeric";
  const form = { timeZone: TIME_ZONE, day: "numeric", month, year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], form).format(at);
}

/** Writes day and time. */
export function presentTime(at: number, language: Language): string {
  const time = new Intl.DateTimeFormat(LOCALES[language], { timeZone: TIME_ZONE, timeStyle: "short" });
  return `${presentDate(at, language)} ${time.format(at)}`;
}

/** Year of a time in Finland. */
export function yearOf(at: number): number {
  return Number(new Intl.DateTimeFormat("en-GB", { timeZone: TIME_ZONE, year: "numeric" }).format(at));
}

/**
 * Writes what a person typed as words of a Markdown text: on one line, every sign as it is.
 *
 * @param most Longest result before escaping, in characters. @default {2000}
 */
export function quoteWords(words: string, most = 2000): string {
  return (
    cutText(oneLine(words), most)
      .replace(/[\\`*_~[\]|]/g, "\\$&")
      // Renderers write links out, also those that only look like one.
      .replace(/\](?=\()/g, "] ")
      .replace(/^([#>+-])/, "\\$1")
      .replace(/^(\d+)([.)])/, "$1\\$2")
      .replaceAll("<", "&lt;")
  );
}

/** Puts a text on one line, without control signs. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** Cuts a text of several lines, without control signs and with at most one empty line in a row. */
export function tidyText(text: string, most: number): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, most)
    .toWellFormed();
}
