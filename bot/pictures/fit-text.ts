import type { Ruler } from "./scene.ts";
import type { TextStyle } from "./style.ts";

/** The room that words have. */
export interface TextRoom {
  /** Pixels. */
  width: number;
  /** At least 1. */
  maxLines: number;
  style: TextStyle;
  ruler: Ruler;
}

const ELLIPSIS = "…";

/** Blanks, or a word up to its end or to a hyphen or slash with three letters behind it. */
const PIECE = /[ ]+|[^ ]+?(?:[-/](?=\p{L}{3})|(?= |$))/gu;

/** Longest text that is looked at; more would never fit. */
const MAX_CHARS = 400;

/**
 * Breaks words into lines that fit; what does not fit ends with an ellipsis.
 *
 * Breaks at spaces and before the next part of a word with a hyphen or slash, never inside a figure or between it and
 * its unit, and inside a word only when it is wider than a whole line.
 *
 * @param text Any text; control characters and marks that turn the direction of writing are dropped.
 * @param room See {@link TextRoom}.
 * @returns At least one line, which may be empty.
 */
export function fitText(text: string, room: TextRoom): string[] {
  const clean = plainText(text);
  const lines: string[] = [];
  let line = "";
  for (const piece of clean.slice(0, MAX_CHARS).match(PIECE) ?? []) {
    if (isTooWide((line + piece).trimEnd(), room)) {
      if (line.trim()) lines.push(line.trimEnd());
      const parts = breakWord(piece.trimStart(), room);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? "";
    } else line = line || piece !== " " ? line + piece : "";
  }
  lines.push(line.trimEnd());
  const isCut = lines.length > room.maxLines || clean.length > MAX_CHARS;
  return isCut ? endWithEllipsis(lines.slice(0, room.maxLines), room) : lines;
}

/** Drops what has no place in a picture: control and format characters, and line ends. Keeps figures together. */
function plainText(text: string): string {
  return text
    .replace(/[\t\r\n ]+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim()
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u00a0")
    .replace(/(\d) (?=\p{L}{1,3}(?![\p{L}-]))/gu, "$1\u00a0");
}

function isTooWide(text: string, { width, style, ruler }: TextRoom): boolean {
  return ruler(text, style) > width;
}

/** Cuts a word that is wider than a line, with a hyphen at each cut. */
function breakWord(word: string, room: TextRoom): string[] {
  const parts: string[] = [];
  let part = "";
  const letters = [...word];
  letters.forEach((letter, index) => {
    const isLast = index === letters.length - 1;
    if (part && isTooWide(part + letter + (isLast ? "" : "-"), room)) {
      parts.push(`${part}-`);
      part = "";
    }
    part += letter;
  });
  return [...parts, part];
}

function endWithEllipsis(lines: readonly string[], room: TextRoom): string[] {
  let last = (lines.at(-1) ?? "").replace(/-$/, "");
  while (last && isTooWide(last.trimEnd() + ELLIPSIS, room)) last = [...last].slice(0, -1).join("");
  return [...lines.slice(0, -1), last.replace(/[\s,;:.–-]+$/, "") + ELLIPSIS];
}
