import { readFile } from "node:fs/promises";
import { parseText, type TextLayout } from "./read-text.ts";

/** Lines that stand on most pages at the top or bottom are running heads and page numbers. */
const LEAST_PAGES_FOR_RUNNING_HEADS = 3;

/**
 * Reads the text of a PDF file page by page; running heads and page numbers are left out, words cut at line
 * ends are joined.
 *
 * @param path File on disk.
 * @returns Blocks as of plain text.
 * @throws {Error} When the file is no PDF, is encrypted, or holds no text (a scan).
 */
export async function readPdf(path: string): Promise<TextLayout> {
  const { PDFParse } = await import("pdf-parse");
  // A copy: pdf.js takes the buffer over, and a pooled one would carry other files' bytes.
  const parser = new PDFParse({ data: new Uint8Array(await readFile(path)) });
  try {
    const { pages } = await parser.getText({ pageJoiner: "" });
    const texts = pages.map((page) => page.text);
    const text = withoutRunningHeads(texts).join("\n\f");
    if (text.trim() === "") throw new Error("Cannot read the PDF: it holds no text, perhaps it is a scan");
    return parseText(text);
  } finally {
    await parser.destroy();
  }
}

/**
 * Drops first and last lines that recur on at least half of the pages, digits aside.
 *
 * @param pages Text of each page.
 */
export function withoutRunningHeads(pages: readonly string[]): string[] {
  if (pages.length < LEAST_PAGES_FOR_RUNNING_HEADS) return [...pages];
  const counts = new Map<string, number>();
  const shape = (line: string) => line.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
  const edges = (lines: readonly string[]) => [lines[0], lines.at(-1)].filter((line) => line !== undefined);
  const split = pages.map((page) => page.split("\n").filter((line) => line.trim() !== ""));
  for (const lines of split) {
    for (const line of new Set(edges(lines).map(shape))) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const isRunning = (line: string | undefined) =>
    line !== undefined && (counts.get(shape(line)) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((page, position) => {
    const lines = split[position] ?? [];
    const first = isRunning(lines[0]) ? lines[0] : undefined;
    const last = isRunning(lines.at(-1)) ? lines.at(-1) : undefined;
    let text = page;
    if (first !== undefined) text = text.replace(first, "");
    if (last !== undefined) {
      const at = text.lastIndexOf(last);
      if (at >= 0) text = text.slice(0, at) + text.slice(at + last.length);
    }
    return text;
  });
}
