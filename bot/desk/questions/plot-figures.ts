import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import { type Html, html } from "../web/html.ts";
import type { FigureRow, FigureTable } from "./figure-table.ts";
import { presentDayOrMonth } from "./present-day-or-month.ts";
import { QUESTION_TEXTS } from "./texts.ts";

/** Units of the drawing; on a phone one is about 0.7 of a pixel, on a wide screen a whole one. */
const WIDTH = 460;
/** Width on a wide screen, in pixels; the style sheet makes it narrower where there is less room. */
const SHOWN_WIDTH = 440;
const BAR_HEIGHT = 18;
const ROW_HEIGHT = 48;
const VALUE_ROOM = 80;
const COLUMNS_HEIGHT = 200;
const LEGEND_HEIGHT = 60;
const AXIS_HEIGHT = 28;
const LEFT = 44;
const MOST_LABEL_CHARS = 42;

/** What a plot says beside its table. */
interface PlotWords {
  title: string;
  language: Language;
}

/**
 * Draws a table of figures: columns for days, bars for everything else. Nothing is drawn for a table without figures.
 *
 * Lightness tells the parts of a column apart, also without colours; the table below the plot holds the same numbers.
 * Figures too small to be told have no bar.
 */
export function plotFigures(table: FigureTable, words: PlotWords): Html | undefined {
  if (table.rows.every((row) => table.drawn.every((at) => figureAt(row, at) === 0))) return undefined;
  return table.id === "days" ? plotColumns(table, words) : plotBars(table, words);
}

function plotBars(table: FigureTable, { title, language }: PlotWords): Html {
  const column = table.drawn[0] ?? 0;
  const most = Math.max(...table.rows.map((row) => figureAt(row, column)));
  const height = table.rows.length * ROW_HEIGHT;
  const bars = table.rows.map((row, at) => {
    const value = figureAt(row, column);
    const length = Math.round(((WIDTH - VALUE_ROOM) * value) / most);
    const top = at * ROW_HEIGHT;
    const words =
      row.cells[column] === "hidden" ? QUESTION_TEXTS[language].figures.hidden : write(value, language);
    return html`
<text class="desk-plot-label" x="0" y="${top + 16}" font-size="19" fill="currentColor">${shorten(row.name)}</text>
<rect class="desk-plot-part is-first" x="0" y="${top + 23}" width="${length}" height="${BAR_HEIGHT}" fill="currentColor"/>
<text class="desk-plot-value" x="${length + 6}" y="${top + 38}" font-size="19" fill="currentColor">${words}</text>`;
  });
  return frame({ id: table.id, title, description: describe(table, language), height }, bars);
}

function plotColumns(table: FigureTable, { title, language }: PlotWords): Html {
  const { rows, drawn, columns } = table;
  const totals = rows.map((row) => drawn.reduce((sum, at) => sum + figureAt(row, at), 0));
  const most = Math.max(...totals);
  const step = (WIDTH - LEFT) / rows.length;
  const bottom = LEGEND_HEIGHT + COLUMNS_HEIGHT;
  const parts = rows.flatMap((row, at) => {
    let top = bottom;
    return drawn.map((column, part) => {
      const height = (COLUMNS_HEIGHT * figureAt(row, column)) / most;
      top -= height;
      const place = { x: LEFT + at * step + step * 0.1, y: top, width: step * 0.8, height };
      return height === 0 ? html`` : rectangle(place, part);
    });
  });
  const legend = drawn.map((column, part) => {
    const x = LEFT + (part % 2) * 205;
    const y = 4 + Math.floor(part / 2) * 26;
    return html`${rectangle({ x, y, width: 12, height: 12 }, part)}
<text class="desk-plot-label" x="${x + 18}" y="${y + 12}" font-size="18" fill="currentColor">${columns[column] ?? ""}</text>`;
  });
  const axis = html`
<line class="desk-plot-axis" x1="${LEFT}" y1="${bottom}" x2="${WIDTH}" y2="${bottom}" stroke="currentColor"/>
<text class="desk-plot-value" x="${LEFT - 6}" y="${LEGEND_HEIGHT + 12}" font-size="18" text-anchor="end" fill="currentColor">${write(most, language)}</text>
<text class="desk-plot-value" x="${LEFT - 6}" y="${bottom}" font-size="18" text-anchor="end" fill="currentColor">0</text>
<text class="desk-plot-label" x="${LEFT}" y="${bottom + 20}" font-size="18" fill="currentColor">${presentDayOrMonth(rows[0]?.name ?? "", language)}</text>
<text class="desk-plot-label" x="${WIDTH}" y="${bottom + 20}" font-size="18" text-anchor="end" fill="currentColor">${presentDayOrMonth(rows.at(-1)?.name ?? "", language)}</text>`;
  const height = bottom + AXIS_HEIGHT;
  return frame({ id: table.id, title, description: describe(table, language), height }, [
    ...legend,
    ...parts,
    axis,
  ]);
}

const PARTS = [
  { name: "is-first", opacity: "1" },
  { name: "is-second", opacity: "0.65" },
  { name: "is-third", opacity: "0.4" },
  { name: "is-fourth", opacity: "0.2" },
] as const;

function rectangle(place: { x: number; y: number; width: number; height: number }, part: number): Html {
  const { name, opacity } = PARTS[part % PARTS.length] ?? PARTS[0];
  const round = (value: number) => Math.round(value * 10) / 10;
  return html`<rect class="desk-plot-part ${name}" x="${round(place.x)}" y="${round(place.y)}" width="${round(place.width)}" height="${round(place.height)}" fill="currentColor" fill-opacity="${opacity}"/>`;
}

function frame(
  head: { id: string; title: string; description: string; height: number },
  shapes: readonly Html[],
): Html {
  const { id, title, description, height } = head;
  return html`<svg class="desk-plot" role="img" aria-labelledby="plot-${id}-title plot-${id}-text" viewBox="0 0 ${WIDTH} ${height}" width="${SHOWN_WIDTH}" focusable="false" xmlns="http://www.w3.org/2000/svg">
<title id="plot-${id}-title">${title}</title>
<desc id="plot-${id}-text">${description}</desc>${shapes}
</svg>`;
}

/** The largest figure in words; the table tells all of them. */
function describe(table: FigureTable, language: Language): string {
  const column = table.id === "days" ? 0 : (table.drawn[0] ?? 0);
  const [largest] = table.rows.toSorted((one, other) => figureAt(other, column) - figureAt(one, column));
  if (largest === undefined) return "";
  const value = write(figureAt(largest, column), language);
  return QUESTION_TEXTS[language].figures.plotText(presentDayOrMonth(largest.name, language), value);
}

function figureAt(row: FigureRow, column: number): number {
  const cell = row.cells[column];
  return typeof cell === "number" ? cell : 0;
}

function write(value: number, language: Language): string {
  return presentNumber(value, language);
}

function shorten(text: string): string {
  return text.length <= MOST_LABEL_CHARS ? text : `${text.slice(0, MOST_LABEL_CHARS - 1).toWellFormed()}…`;
}
