import { repairHyphens } from "../text/repair-hyphens.ts";
import { hasContactDetail, isContactLabel, isContactParagraph, isPersonName } from "./contact-lines.ts";
import type { Block } from "./source-document.ts";
import { parseTabTable } from "./tab-table.ts";

/** Blocks of a plain text and the second readings of its hyphenated words. */
export interface TextLayout {
  blocks: Block[];
  alternatives: string[];
}

const BULLET = /^\s*[•▪●◦*–-]\s+/;
const NAVIGATION =
  /^(?:skip to (?:main )?content|siirry sisältöön|hoppa till innehåll(?:et)?|seuraa meitä.*|follow us.*|följ oss.*)$/iu;
const LONGEST_HEADING = 90;
const MOST_HEADING_WORDS = 12;

/**
 * Reads the layout of plain text, as web pages and PDF files give it: paragraphs, lists, headings written in
 * capitals or standing alone, and contact details, which stay with the text above them.
 *
 * @param raw Text with line breaks; form feeds count as page breaks.
 * @returns Blocks in reading order; an empty text gives none.
 */
export function parseText(raw: string): TextLayout {
  const repaired = repairHyphens(raw.replace(/\r\n?/g, "\n").replace(/\f/g, "\n"));
  const paragraphs = repaired.text
    .split(/\n[ \t\u00A0]*\n/)
    .flatMap(splitCapitalHeadings)
    .map((lines) =>
      lines
        .map((line) => line.replace(/[\u00A0 ]+/g, " ").replace(/^ | $/g, ""))
        .filter((line) => /\S/.test(line)),
    )
    .flatMap(splitAfterContact)
    .filter((lines) => lines.length > 0 && !isNavigation(lines))
    .reduce(joinBrokenSentence, [] as string[][]);
  const blocks: Block[] = [];
  paragraphs.forEach((lines, position) => {
    const isLast = position === paragraphs.length - 1;
    for (const block of toBlocks(lines, { next: isLast ? undefined : paragraphs[position + 1] })) {
      pushBlock(blocks, block);
    }
  });
  return { blocks, alternatives: repaired.alternatives };
}

/** Cuts a paragraph where lines in capitals, a heading, meet running text without a blank line between. */
function splitCapitalHeadings(paragraph: string): string[][] {
  if (parseTabTable(paragraph.split("\n")) !== undefined) return [paragraph.split("\n")];
  const groups: string[][] = [];
  let isCapitals: boolean | undefined;
  for (const line of paragraph.split("\n")) {
    const letters = line.replace(/[^\p{L}]/gu, "");
    const lineIsCapitals = letters.length >= 3 && letters === letters.toUpperCase();
    const isBullet = BULLET.test(line);
    if (groups.length === 0 || lineIsCapitals !== isCapitals || isBullet) groups.push([]);
    isCapitals = lineIsCapitals;
    groups.at(-1)?.push(line);
  }
  return groups;
}

/** Lines behind the last contact detail of a contact paragraph, such as a heading after a page break. */
function splitAfterContact(lines: string[]): string[][] {
  if (!isContactParagraph(lines)) return [lines];
  const last = lines.findLastIndex(hasContactDetail);
  const rest = lines.slice(last + 1);
  return rest.length === 0 ? [lines] : [lines.slice(0, last + 1), rest];
}

function isNavigation(lines: readonly string[]): boolean {
  return lines.length === 1 && NAVIGATION.test(lines[0] as string);
}

/** A long paragraph that ends without a stop goes on in the next one ("... by" / "i) deploying ..."). */
function joinBrokenSentence(paragraphs: string[][], lines: string[]): string[][] {
  const before = paragraphs.at(-1);
  const end = before?.at(-1) ?? "";
  const isOpen =
    before !== undefined && before.join(" ").length > LONGEST_HEADING && !/[.!?:;)"”…]$/.test(end.trim());
  const isText = !BULLET.test(lines[0] ?? "") && !isContactParagraph(lines) && !lines.some(hasTab);
  const startsSmall = /^(?:\p{Ll}|[ivx]+\))/u.test(lines[0] ?? "");
  if (isOpen && isText && startsSmall && !isContactParagraph(before)) before.push(...lines);
  else paragraphs.push(lines);
  return paragraphs;
}

function hasTab(line: string): boolean {
  return line.includes("\t");
}

function toBlocks(lines: readonly string[], context: { next: readonly string[] | undefined }): Block[] {
  const [first] = lines;
  if (first === undefined) return [];
  const table = parseTabTable(lines);
  if (table !== undefined) return table;
  if (BULLET.test(first)) return [{ kind: "list-item", text: toListItem(lines) }];
  if (isContactParagraph(lines)) return [toContact(lines)];
  const text = joinLines(lines);
  if (isHeading(text) && context.next !== undefined) {
    return [{ kind: "heading", level: text === text.toUpperCase() ? 1 : 2, text: tidyCapitals(text) }];
  }
  return [{ kind: "paragraph", text }];
}

/** A list item whose first line is a label ("Locally – KIP ry") keeps it apart by a colon. */
function toListItem(lines: readonly string[]): string {
  const [first = "", second, ...rest] = lines;
  const label = first.replace(BULLET, "");
  const isLabel =
    second !== undefined &&
    /^\p{Lu}/u.test(second) &&
    label.length < LONGEST_HEADING &&
    !/[.,:;-]$/.test(label);
  return joinLines([isLabel ? `${label}:` : label, second ?? "", ...rest]);
}

function toContact(lines: readonly string[]): Block {
  const details = lines.filter((line) => !isContactLabel(line)).map((line) => joinLines([line]));
  return { kind: "contact", text: details.join(", ") };
}

function joinLines(lines: readonly string[]): string {
  return lines.join(" ").replace(/\s+/g, " ").trim();
}

function isHeading(text: string): boolean {
  const words = text.split(" ").length;
  if (text.length > LONGEST_HEADING || words > MOST_HEADING_WORDS) return false;
  if (/[.,;]$/.test(text)) return false;
  return /\p{L}{3}/u.test(text);
}

function tidyCapitals(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.charAt(0) + text.slice(1).toLowerCase();
}

/** Adds a block; contact details swallow the name and title that stand above them as seeming headings. */
function pushBlock(blocks: Block[], block: Block): void {
  if (block.kind === "contact") {
    const above: string[] = [];
    for (let last = blocks.at(-1); last?.kind === "heading" && above.length < 2; last = blocks.at(-1)) {
      const isName = isPersonName(last.text);
      const isTitle = !isName && blocks.at(-2)?.kind === "heading" && isPersonName(textOf(blocks.at(-2)));
      if (!isName && !isTitle) break;
      above.unshift(last.text);
      blocks.pop();
      if (isName) break;
    }
    if (blocks.at(-1)?.kind === "heading" && isContactLabel(textOf(blocks.at(-1)))) blocks.pop();
    const text = [...above, block.text].filter((part) => part !== "").join(", ");
    if (text !== "") blocks.push({ kind: "contact", text });
    return;
  }
  if (block.kind === "paragraph" || block.kind === "list-item") {
    if (isContactLabel(block.text)) return;
  }
  blocks.push(block);
}

function textOf(block: Block | undefined): string {
  return block !== undefined && "text" in block ? block.text : "";
}
