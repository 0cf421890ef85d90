import { repairHyphens } from "../text/repair-hyphens.ts";
import { isContactParagraph } from "./contact-lines.ts";
import type { Block } from "./source-document.ts";
import { tidyMarkdown } from "./tidy-markdown.ts";

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/;
/** Within a paragraph only "1." begins a list; another number is the rest of a sentence ("vuonna / 2019. Sen"). */
const NUMBER_IN_TEXT = /^\s*(?!1[.)])\d+[.)]\s/;
const TABLE_ROW = /^\s*\|(.*)\|\s*$/;
const TABLE_RULE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

/**
 * Takes the emphasis, links and code marks off a line; the words stay. Links have an end somewhere: without their limits
 * each of many opened brackets would be followed to the end of the text.
 */
function plainWords(line: string): string {
  return line
    .replace(/!\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, "$1")
    .replace(/(?<!\^)\[([^\]^]{1,500})\](?:\([^)]{0,2000}\)|\[[^\]^]{0,500}\])/g, "$1")
    .replace(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/(\*\*|__)(.*?)\1/g, "$2")
    .replace(/(?<![\p{L}\d])[*_]([^*_]+)[*_](?![\p{L}\d])/gu, "$1")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/[ \t]+/g, " ")
    .trim();
}

function splitCells(row: string): string[] {
  return row.split(/(?<!\\)\|/).map((cell) => plainWords(cell.replaceAll("\\|", "|")));
}

/**
 * Reads the body of a Markdown file: headings with their level, paragraphs, list items and table rows.
 *
 * @param body Markdown without front matter; fenced code is read as text, HTML marks are dropped.
 * @returns Blocks in reading order and second readings of words cut at line ends.
 */
export function parseMarkdown(body: string): { blocks: Block[]; alternatives: string[] } {
  const repaired = repairHyphens(tidyMarkdown(body.replace(/\r\n?/g, "\n")));
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let header: string[] | undefined;
  const closeParagraph = () => {
    if (paragraph.length === 0) return;
    const text = plainWords(paragraph.join(" "));
    const lines = paragraph.map(plainWords);
    if (isContactParagraph(lines) && lines.length > 1) {
      blocks.push({ kind: "contact", text: lines.join(", ") });
    } else if (text !== "") blocks.push({ kind: "paragraph", text });
    paragraph = [];
  };
  for (const line of repaired.text.split("\n")) {
    const heading = HEADING.exec(line);
    const item = paragraph.length > 0 && NUMBER_IN_TEXT.test(line) ? null : LIST_ITEM.exec(line);
    const row = TABLE_ROW.exec(line);
    if (row === null) header = undefined;
    if (heading !== null || item !== null || row !== null || line.trim() === "") closeParagraph();
    if (heading !== null) {
      blocks.push({
        kind: "heading",
        level: (heading[1] as string).length,
        text: plainWords(heading[2] as string),
      });
    } else if (row !== null) {
      if (TABLE_RULE.test(line)) continue;
      const cells = splitCells(row[1] as string);
      if (header === undefined) header = cells;
      else blocks.push({ kind: "table-row", header, cells });
    } else if (item !== null) blocks.push({ kind: "list-item", text: plainWords(item[1] as string) });
    else if (/^\s+\S/.test(line) && blocks.at(-1)?.kind === "list-item" && paragraph.length === 0) {
      const last = blocks.at(-1) as { kind: "list-item"; text: string };
      last.text = `${last.text} ${plainWords(line)}`;
    } else if (line.trim() !== "") paragraph.push(line);
  }
  closeParagraph();
  return { blocks, alternatives: repaired.alternatives };
}
