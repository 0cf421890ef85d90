import { remember } from "../remember.ts";
import type { Citation, Reply } from "../reply/reply.ts";
import { hostOfLink, type LinkPolicy } from "./link-policy.ts";
import { keepKnownLinks } from "./safe-links.ts";

/** Finds the `[n]` marks of a text; three digits are more than any answer has. */
const MARK = /\[(\d{1,3})\]/g;

/**
 * Returns the citations whose `[n]` mark stands in the text, by rising `n`, each number once.
 *
 * Both channels must leave the others out: Teams refuses a message with an unused one, Web Chat would list it
 * below an answer that does not rest on it.
 *
 * @param reply The answer; `citations` may be in any order.
 * @returns Used citations; empty when the text has no marks.
 */
export function usedCitations(reply: Reply): Citation[] {
  const marks = new Set([...reply.text.matchAll(MARK)].map((match) => Number(match[1])));
  const byNumber = new Map<number, Citation>();
  for (const citation of reply.citations) {
    if (marks.has(citation.n) && !byNumber.has(citation.n)) byNumber.set(citation.n, citation);
  }
  return [...byNumber.values()].sort((a, b) => a.n - b.n);
}

/**
 * Makes the text of an answer safe for a Markdown reader that knows links and pictures.
 *
 * `[1][2]`, `[1](see)`, `![1]` and `[1]:` each mean something else in Markdown than a mark; a space parts them.
 * Pictures become their description: a picture is a request to another host. Links of documents and tables show
 * their address, so that nobody is led elsewhere than the words say, and one that is not known is plain text.
 *
 * @param text Markdown of a reply.
 * @param isKnown Which addresses may be links. @default none
 * @returns The same words with each mark standing alone.
 *
 * @example
 * ```ts
 * safeText("Steam is free![1][2]"); // "Steam is free! [1] [2]"
 * ```
 */
export function safeText(text: string, isKnown: LinkPolicy = () => false): string {
  return keepKnownLinks(text.replace(/!(?=\[\d{1,3}\])/g, "! "), isKnown);
}

/**
 * Returns a title as one line without the characters that end or start something in Markdown.
 *
 * @param title Name of a source, from any file or web page.
 * @param maxChars Longest result, at least 2; a longer title ends in "…". @default {200}
 * @returns The title; `"–"` when nothing is left, because Teams refuses an empty name.
 */
export function plainTitle(title: string, maxChars = 200): string {
  return shorten(onOneLine(title) || "–", maxChars);
}

const onOneLine = remember((title) =>
  title
    .replace(/[\\`*<>|]/g, " ")
    .replaceAll('"', "”")
    .replaceAll("[", "(")
    .replaceAll("]", ")")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim(),
);

/** Longest first words of a passage that stand before the title they share with another. */
const MAX_LEAD_CHARS = 48;

/**
 * Names each citation so that no two look alike: rows of one table share their source's title, so their first
 * words go in front of it.
 *
 * @param citations Citations of one answer.
 * @returns Number to name; one line, not yet shortened, safe in Markdown.
 */
export function namesOf(citations: readonly Citation[]): Map<number, string> {
  const titles = citations.map(({ title }) => title);
  return new Map(
    citations.map(({ n, title, passage }) => {
      const isShared = titles.filter((other) => other === title).length > 1;
      const [lead = ""] = passage.trim().split(/[.;:](?=\s|$)|\n/);
      return [n, plainTitle(isShared ? `${shorten(lead, MAX_LEAD_CHARS)} – ${title}` : title)];
    }),
  );
}

/**
 * Cuts a text to a length, at a word when one ends near.
 *
 * @param text Text of one paragraph.
 * @param maxChars Longest result in UTF-16 units, at least 2, the ellipsis included.
 * @returns The text itself when it is short enough.
 */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, "");
  const lastSpace = cut.lastIndexOf(" ");
  return `${cut.slice(0, lastSpace > maxChars * 0.6 ? lastSpace : cut.length).trimEnd()}…`;
}

/**
 * Returns the web address of a source in a form that cannot break out of a Markdown link.
 *
 * @param source `source` of a citation: a URL or the path of a file.
 * @returns The address; `undefined` for paths, for every scheme other than `http` and `https`, and for an address with a
 * name or password in it.
 */
export function webAddress(source: string): string | undefined {
  if (/^www\./i.test(source) || hostOfLink(source) === undefined) return undefined;
  return new URL(source).href.replace(/[()[\]<>"'`|\\]/g, encodeMarkdownMark);
}

/** `encodeURIComponent` leaves round brackets and the apostrophe as they are; Markdown does not. */
function encodeMarkdownMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
