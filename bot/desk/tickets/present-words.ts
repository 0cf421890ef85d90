import { cutText } from "../../records/cut-text.ts";
import { breakLinks } from "../../reply/break-links.ts";

/**
 * Writes what a person typed as words of a Markdown text: on one line, every sign as it is, addresses no links.
 *
 * @param most Longest result before escaping, in characters. @default {2000}
 */
export function quoteWords(words: string, most = 2000): string {
  return breakLinks(
    cutText(oneLine(words), most)
      .replace(/[\\`*_~[\]|]/g, "\\$&")
      // Renderers write links out, also those that only look like one.
      .replace(/\](?=\()/g, "] ")
      .replace(/^([#>+-])/, "\\$1")
      .replace(/^(\d+)([.)])/, "$1\\$2")
      .replaceAll("<", "&lt;"),
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
