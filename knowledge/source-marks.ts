/** An id is short; without the limit each of many opened marks would be followed to the end of the text. */
const MARK = /\[\^([^\]\s]{1,200})\]/g;

/** A paragraph, list item or table row of a Markdown text. */
export type MarkdownBlock = {
  /** Line of the file the block begins on, from 1. */
  line: number;
  text: string;
};

/**
 * Lists the source ids that a text names with marks such as `[^park-network]`.
 *
 * @returns Each id once, in the order of its first mark; empty when there is no mark.
 */
export function listMarks(text: string): string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, id]) => id ?? ""))];
}

/** Takes the source marks out of a text, together with the space before them. */
export function removeMarks(text: string): string {
  return text.replace(/[ \t]*\[\^[^\]\s]{1,200}\]/g, "");
}

/**
 * Splits Markdown into the pieces that must each carry a source mark.
 *
 * Headings, rules, comments on a line of their own, code, and the head of a table state nothing and are left
 * out. A list item reaches to the next item, table or empty line.
 *
 * @param body Markdown without front matter.
 * @param firstLine Line of the file that `body` begins on. @default {1}
 */
export function splitBlocks(body: string, firstLine = 1): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const lines = body.split(/\r?\n/);
  let isInCode = false;
  let isContinuing = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(```|~~~)/.test(line)) isInCode = !isInCode;
    if (isInCode || isSilent(line) || isTableHead(lines, index)) {
      isContinuing = false;
    } else if (isContinuing && !/^\s*([-*+]\s|\d+[.)]\s|\|)/.test(line)) {
      const block = blocks.at(-1);
      if (block !== undefined) block.text += `\n${line}`;
    } else {
      blocks.push({ line: firstLine + index, text: line });
      isContinuing = !/^\s*\|/.test(line);
    }
  }
  return blocks;
}

function isSilent(line: string): boolean {
  return /^\s*$|^\s*#{1,6}\s|^\s*(```|~~~)|^\s*([-*_]\s*){3,}$|^\s*<!--.*-->\s*$|^\s*\|[\s:|-]+\|\s*$/.test(
    line,
  );
}

function isTableHead(lines: string[], index: number): boolean {
  return /^\s*\|/.test(lines[index] ?? "") && /^\s*\|[\s:|-]+\|\s*$/.test(lines[index + 1] ?? "");
}
