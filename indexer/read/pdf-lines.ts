/** A run of glyphs as pdf.js gives it: words, place from the lower left corner of the page, size in points. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A line of a page; gaps as wide as a column stand as tabs. */
export interface PdfLine {
  text: string;
  /** Baseline, in points from the lower edge of the page. */
  y: number;
  /** Size of its largest letters, in points. */
  size: number;
}

/** A gap wider than this many times the letter size parts two cells, a narrower one than the other two words. */
const CELL_GAP = 1.5;
const WORD_GAP = 0.15;
/** A step down wider than this many times the usual one begins a paragraph. */
const PARAGRAPH_STEP = 1.25;
/** Lines whose sizes differ by more than this share are not of one paragraph: one of them is a heading. */
const SIZE_CHANGE = 0.08;

/**
 * Puts the runs of a page together into lines, in the order the file has them, so that columns stay apart.
 *
 * @param runs Runs of one page; empty ones are passed over.
 */
export function joinRuns(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let end = 0;
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const line = lines.at(-1);
    const size = Math.max(run.size, line?.size ?? 0);
    if (line === undefined || Math.abs(line.y - run.y) > size / 2 || run.x < end - size) {
      lines.push({ text: run.text, y: run.y, size: run.size });
    } else {
      const gap = (run.x - end) / size;
      line.text += (gap > CELL_GAP ? "\t" : gap > WORD_GAP ? " " : "") + run.text;
      line.size = size;
    }
    end = run.x + run.width;
  }
  return lines;
}

/**
 * Writes the lines of a page as plain text in which an empty line parts paragraphs, headings and tables, seen by
 * wider steps, other letter sizes and cells.
 */
export function presentLines(lines: readonly PdfLine[]): string {
  const steps = lines.slice(1).map((line, position) => (lines[position] as PdfLine).y - line.y);
  const usual = median(steps.filter((step) => step > 0));
  return lines
    .map((line, position) => {
      const before = lines[position - 1];
      return before !== undefined && isApart(before, { line, usual }) ? `\n${line.text}` : line.text;
    })
    .join("\n");
}

function isApart(before: PdfLine, { line, usual }: { line: PdfLine; usual: number }): boolean {
  const step = before.y - line.y;
  if (step < 0 || step > usual * PARAGRAPH_STEP) return true;
  if (Math.abs(before.size - line.size) / line.size > SIZE_CHANGE) return true;
  return before.text.includes("\t") !== line.text.includes("\t");
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
