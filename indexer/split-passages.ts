import { createHash } from "node:crypto";
import type { Language } from "../knowledge/languages.ts";
import { listMarks, removeMarks } from "../knowledge/source-marks.ts";
import type { Passage, Sentence, SourceReference } from "./passage.ts";
import type { Block, SourceDocument } from "./read/source-document.ts";
import { createSourceList } from "./source-list.ts";
import { splitLongBlocks } from "./split-long-blocks.ts";
import { splitMarked } from "./split-marked.ts";
import { splitSentences } from "./text/split-sentences.ts";

export interface SplitOptions {
  /** Tells the language of a piece of text; `declared` is what the document says of itself. */
  detectLanguage: (text: string, declared: Language | undefined) => Language;
  /** Finds a source by the id of a mark; unknown ids give nothing. */
  findSource?: (id: string) => SourceReference | undefined;
  /** Characters from which a passage is closed at the next block, 200–4,000. @default {700} */
  targetChars?: number;
}

/** A passage under construction. */
interface Draft {
  headings: string[];
  blocks: { block: Block; text: string }[];
  hasContact: boolean;
  /** Number of steps when the passage lists the numbered headings of a document. */
  steps?: number;
}

/**
 * Cuts a document into passages of about `targetChars` characters. A passage never crosses a heading, keeps
 * the headings above it, list items whole, a table row whole, and contact details with the text above them.
 *
 * @param document Blocks in reading order.
 * @returns Passages in reading order; a document without words gives none.
 */
export function splitPassages(document: SourceDocument, options: SplitOptions): Passage[] {
  const targetChars = options.targetChars ?? 700;
  const drafts = draftPassages(splitLongBlocks(document.blocks, targetChars), targetChars);
  return [...drafts, ...outlineDrafts(document.blocks)]
    .map((draft) => toPassage(draft, { document, options }))
    .filter((passage) => passage.sentences.length > 0);
}

function draftPassages(blocks: readonly Block[], targetChars: number): Draft[] {
  const drafts: Draft[] = [];
  const path: { level: number; text: string }[] = [];
  let current: Draft | undefined;
  let length = 0;
  const open = () => {
    current = { headings: path.map((heading) => heading.text), blocks: [], hasContact: false };
    drafts.push(current);
    length = 0;
    return current;
  };
  for (const block of blocks) {
    if (block.kind === "heading") {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, text: removeMarks(block.text) });
      current = undefined;
      continue;
    }
    const text = block.kind === "table-row" ? rowText(block) : block.text;
    const isContact = block.kind === "contact";
    const isFull = length > 0 && length + text.length > targetChars && !isContact;
    const isNextEntry = current?.hasContact === true && !isContact;
    const draft = current === undefined || isFull || isNextEntry ? open() : current;
    draft.blocks.push({ block, text });
    draft.hasContact ||= isContact;
    length += text.length;
  }
  return drafts;
}

const NUMBERED = /^\d{1,2}[.)]\s+\S/;
const LEAST_STEPS = 3;

/** Numbered headings under one heading ("1. …", "2. …") are a list of steps: a passage of its own. */
function outlineDrafts(blocks: readonly Block[]): Draft[] {
  const outlines: Draft[] = [];
  let above = "";
  let steps: { block: Block; text: string }[] = [];
  const close = () => {
    if (steps.length >= LEAST_STEPS) {
      outlines.push({
        headings: above === "" ? [] : [above],
        blocks: steps,
        hasContact: false,
        steps: steps.length,
      });
    }
    steps = [];
  };
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    if (NUMBERED.test(block.text)) {
      steps.push({ block: { kind: "list-item", text: block.text }, text: block.text });
    } else {
      close();
      above = removeMarks(block.text);
    }
  }
  close();
  return outlines;
}

const NUMBER_WORDS: Record<number, string> = {
  3: "three kolme tre",
  4: "four neljä fyra",
  5: "five viisi fem",
  6: "six kuusi sex",
  7: "seven seitsemän sju",
  8: "eight kahdeksan åtta",
  9: "nine yhdeksän nio",
  10: "ten kymmenen tio",
  11: "eleven yksitoista elva",
  12: "twelve kaksitoista tolv",
};

/** People ask for "the nine steps" where the document only numbers them. */
function numberWords(steps: number | undefined): string[] {
  return steps === undefined ? [] : [String(steps), ...(NUMBER_WORDS[steps] ?? "").split(" ")];
}

/** A table row as words: "Column: cell; Column: cell". */
export function rowText(row: { header: readonly string[]; cells: readonly string[] }): string {
  return row.cells
    .map((cell, position) => ({ cell: cell.trim(), name: row.header[position]?.trim() ?? "" }))
    .filter(({ cell }) => cell !== "")
    .map(({ cell, name }) => (name === "" || removeMarks(cell).trim() === "" ? cell : `${name}: ${cell}`))
    .join("; ");
}

function toPassage(draft: Draft, context: { document: SourceDocument; options: SplitOptions }): Passage {
  const { document, options } = context;
  const { sources, toSources } = createSourceList(document, options.findSource);
  const sentences = draft.blocks.flatMap(({ block, text }) => toSentences(block, { text, toSources }));
  const text = sentences.map((sentence) => sentence.text).join(" ");
  const bareText = text.replaceAll("-", "");
  const hidden = document.alternatives.filter((word) => bareText.includes(word.replaceAll("-", "")));
  return {
    id: hash(document.file, ...draft.headings, text),
    file: document.file,
    title: document.title,
    headings: draft.headings,
    language: options.detectLanguage(text, document.language),
    visibility: document.visibility,
    ...(document.year === undefined ? {} : { year: document.year }),
    ...(document.park === undefined ? {} : { park: document.park }),
    kind:
      draft.steps !== undefined
        ? "outline"
        : draft.blocks.every(({ block }) => block.kind === "table-row")
          ? "row"
          : "text",
    sentences,
    sources,
    hidden: [...new Set([...hidden, ...numberWords(draft.steps)])],
  };
}

function toSentences(
  block: Block,
  context: { text: string; toSources: (ids: readonly string[]) => number[] },
): Sentence[] {
  const { text, toSources } = context;
  if (block.kind !== "paragraph") {
    const plain = removeMarks(text)
      .replace(/\s*;\s*$/, "")
      .trim();
    const kind = block.kind === "contact" ? "contact" : block.kind === "table-row" ? "row" : "list-item";
    return /[\p{L}\d]/u.test(plain) ? [{ text: plain, sources: toSources(listMarks(text)), kind }] : [];
  }
  return splitMarked(text).flatMap(({ words, marks }) =>
    splitSentences(words).map(
      (sentence): Sentence => ({ text: sentence, sources: toSources(marks), kind: "sentence" }),
    ),
  );
}

function hash(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
