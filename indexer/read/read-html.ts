import { type HTMLElement, type Node, NodeType, parse } from "node-html-parser";
import { repairHyphens } from "../text/repair-hyphens.ts";
import { isContactParagraph } from "./contact-lines.ts";
import { innerText, readCells, tidyText } from "./html-table.ts";
import type { Block } from "./source-document.ts";

/** Menus and fields; not forms themselves, since some sites put the whole page into one. */
const LEFT_OUT = new Set(
  "script style nav noscript template svg iframe button aside select textarea label".split(" "),
);
const BLOCK_TAGS = new Set(
  "p div section article main header footer ul ol li table tr td th h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd figure figcaption address form fieldset br hr body html".split(
    " ",
  ),
);

/** Text, title and language of a web page. */
export interface HtmlContent {
  title?: string;
  language?: string;
  blocks: Block[];
  alternatives: string[];
}

/**
 * Reads a web page: headings, paragraphs, list items and table rows; scripts, styles, menus and form fields are left out.
 *
 * @param html A whole page or a fragment.
 * @throws {RangeError} When its elements are nested so deep that nobody wrote them for readers.
 * @returns Blocks in reading order, the page's title and declared language where given.
 */
export function parseHtml(html: string): HtmlContent {
  refuseDeepNesting(html);
  const root = parse(html, { comment: false });
  const blocks: Block[] = [];
  const alternatives: string[] = [];
  const collect = new Collector(blocks, alternatives);
  collect.visit(root.querySelector("body") ?? root);
  collect.closeParagraph();
  const title = root.querySelector("title")?.text.trim();
  const language = root.querySelector("html")?.getAttribute("lang")?.slice(0, 2).toLowerCase();
  return {
    blocks,
    alternatives,
    ...(title !== undefined && title !== "" ? { title } : {}),
    ...(language !== undefined ? { language } : {}),
  };
}

/** Elements within each other; the time of the parser grows with the square of it. */
const MOST_LEVELS = 2000;
/** Elements without end, and those whose end is often left out because the next one tells it. */
const UNCOUNTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dd|dt|option)$/;

function refuseDeepNesting(html: string): void {
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (UNCOUNTED.test(name.toLowerCase())) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MOST_LEVELS) throw new RangeError(`its elements are nested more than ${MOST_LEVELS} deep`);
  }
}

class Collector {
  #lines: string[] = [];
  readonly #blocks: Block[];
  readonly #alternatives: string[];

  constructor(blocks: Block[], alternatives: string[]) {
    this.#blocks = blocks;
    this.#alternatives = alternatives;
  }

  visit(node: Node): void {
    if (node.nodeType === NodeType.TEXT_NODE) {
      this.#addText(node.text);
      return;
    }
    if (node.nodeType !== NodeType.ELEMENT_NODE) return;
    const element = node as HTMLElement;
    const tag = (element.rawTagName ?? "").toLowerCase();
    if (LEFT_OUT.has(tag) || element.getAttribute("aria-hidden") === "true") return;
    if (/^h[1-6]$/.test(tag)) this.#addHeading(element, Number(tag[1]));
    // A table within a table is for the looks: the outer one is no table of facts.
    else if (tag === "table" && element.querySelector("table") === null) this.#addTable(element);
    else if (tag === "li" && element.querySelector("ul,ol") === null) this.#addItem(element);
    else if (tag === "br") this.#lines.push("");
    else this.#visitChildren(element, BLOCK_TAGS.has(tag));
  }

  #visitChildren(element: HTMLElement, isBlock: boolean): void {
    if (isBlock) this.closeParagraph();
    for (const child of element.childNodes) this.visit(child);
    if (isBlock) this.closeParagraph();
  }

  closeParagraph(): void {
    const lines = this.#lines.map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
    this.#lines = [];
    if (lines.length === 0) return;
    if (isContactParagraph(lines)) this.#blocks.push({ kind: "contact", text: tidyText(lines.join(", ")) });
    else this.#blocks.push({ kind: "paragraph", text: this.#repair(lines.join("\n")) });
  }

  #addText(text: string): void {
    if (this.#lines.length === 0) this.#lines.push("");
    this.#lines[this.#lines.length - 1] += text;
  }

  #addHeading(element: HTMLElement, level: number): void {
    this.closeParagraph();
    const text = innerText(element);
    if (text !== "") this.#blocks.push({ kind: "heading", level, text });
  }

  #addItem(element: HTMLElement): void {
    this.closeParagraph();
    const text = innerText(element);
    if (text !== "") this.#blocks.push({ kind: "list-item", text });
  }

  #addTable(table: HTMLElement): void {
    this.closeParagraph();
    const [header, ...rest] = readCells(table);
    for (const cells of rest) this.#blocks.push({ kind: "table-row", header: header ?? [], cells });
    if (header !== undefined && rest.length === 0) {
      this.#blocks.push({ kind: "paragraph", text: header.join(" ") });
    }
  }

  #repair(text: string): string {
    const repaired = repairHyphens(text);
    this.#alternatives.push(...repaired.alternatives);
    return tidyText(repaired.text);
  }
}
