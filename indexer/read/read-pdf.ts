import { joinRuns, type PdfLine, type PdfRun, presentLines } from "./pdf-lines.ts";
import { readBytes } from "./read-bytes.ts";
import { parseText, type TextLayout } from "./read-text.ts";

/** Lines that stand on most pages at the top or bottom are running heads and page numbers. */
const LEAST_PAGES_FOR_RUNNING_HEADS = 3;
/** How many lines at either end of a page may be running heads. */
const MOST_RUNNING_LINES = 2;

/**
 * Reads the text of a PDF file page by page: headings by the size of their letters, paragraphs and tables by
 * their spacing. Running heads and page numbers are left out, words cut at line ends are joined.
 *
 * @param path File on disk.
 * @returns Blocks as of plain text.
 * @throws {Error} When the file is no PDF, is encrypted, or holds no text (a scan).
 */
export async function readPdf(path: string): Promise<TextLayout> {
  const pages = withoutRunningHeads(await readPages(path));
  // Typographers' ligatures ("ﬁ") are letters of their own, which nobody searches for.
  const text = pages.map(presentLines).join("\n\f").normalize("NFC");
  const plain = text.replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"));
  if (plain.trim() === "") throw new Error("it holds no text, perhaps it is a scan");
  return parseText(plain);
}

async function readPages(path: string): Promise<PdfLine[][]> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // A copy: pdf.js takes the buffer over, and a pooled one would carry other files' bytes.
  const data = new Uint8Array(await readBytes(path));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  try {
    const document = await task.promise;
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(joinRuns(items.flatMap((item) => ("str" in item ? [toRun(item)] : []))));
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

function toRun(item: { str: string; transform: number[]; width: number; height: number }): PdfRun {
  const [, , , , x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: item.height };
}

/**
 * Drops the lines at the top and bottom of pages that recur on at least half of them, digits aside.
 *
 * @param pages Lines of each page; fewer than three pages come back as they are.
 */
export function withoutRunningHeads<Line extends { text: string }>(pages: readonly Line[][]): Line[][] {
  if (pages.length < LEAST_PAGES_FOR_RUNNING_HEADS) return [...pages];
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = [...lines.slice(0, MOST_RUNNING_LINES), ...lines.slice(-MOST_RUNNING_LINES)];
    for (const shape of new Set(edges.map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const isRunning = (line: Line | undefined) =>
    line !== undefined && (counts.get(shapeOf(line)) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((lines) => {
    let first = 0;
    while (first < MOST_RUNNING_LINES && isRunning(lines[first])) first++;
    let end = lines.length;
    while (end > lines.length - MOST_RUNNING_LINES && end > first && isRunning(lines[end - 1])) end--;
    return lines.slice(first, end);
  });
}

function shapeOf(line: { text: string }): string {
  return line.text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
}
