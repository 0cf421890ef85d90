import type { BarChart } from "../reply/drawing.ts";
import { fitText } from "./fit-text.ts";
import { frameScene, type SceneBody, textBlock } from "./frame-scene.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";
import type { Ruler, Scene, Shape } from "./scene.ts";
import { COLOURS, lineHeight, MARGIN, PICTURE_WIDTH, TEXT_STYLES } from "./style.ts";

/** More bars are not drawn. */
export const MAX_BARS = 12;

const BAR_HEIGHT = 30;
const BAR_GAP = 22;
/** Between the end of a bar and its value. */
const VALUE_GAP = 12;
/** A value that is not zero is always seen. */
const MIN_BAR_LENGTH = 3;
/** Left edge of the bars, right of the base line. */
const BAR_LEFT = MARGIN + 2;

/** A bar with its words as they will stand. */
interface Row {
  labelLines: string[];
  value: number;
  valueText: string;
  valueWidth: number;
}

/**
 * Lays out horizontal bars: each label above its bar, each value at its end, all from one base line.
 *
 * @param chart Values below zero and what is no number are drawn as nothing, with their words.
 * @param ruler Measures words.
 * @returns The picture as shapes.
 */
export function layOutBars(chart: BarChart, ruler: Ruler): Scene {
  const texts = PICTURE_TEXTS[chart.language];
  const rows = chart.bars.slice(0, MAX_BARS).map((bar) => toRow(bar, { unit: chart.unit, ruler }));
  const notes = [
    ...(rows.length === 0 ? [texts.nothing] : []),
    ...(chart.bars.length > rows.length ? [texts.firstOf(rows.length, chart.bars.length)] : []),
  ];
  return frameScene({ title: chart.title, source: chart.source, notes, ruler }, (top) =>
    layOutRows(rows, top),
  );
}

function toRow(bar: BarChart["bars"][number], { unit, ruler }: { unit: string; ruler: Ruler }): Row {
  const style = TEXT_STYLES.value;
  const hasUnit = !unit || bar.text.trimEnd().toLowerCase().endsWith(unit.toLowerCase());
  const text = hasUnit ? bar.text : `${bar.text}\u00a0${unit}`;
  const [valueText = ""] = fitText(text, { width: 420, maxLines: 1, style, ruler });
  const room = { width: PICTURE_WIDTH - 2 * MARGIN, maxLines: 2, style: TEXT_STYLES.label, ruler };
  return {
    labelLines: fitText(bar.label, room),
    value: Number.isFinite(bar.value) ? Math.max(0, bar.value) : 0,
    valueText,
    valueWidth: ruler(valueText, style),
  };
}

function layOutRows(rows: readonly Row[], top: number): SceneBody {
  const shapes: Shape[] = [];
  const scale = pixelsPerUnit(rows);
  let y = top;
  for (const row of rows) {
    shapes.push(
      ...textBlock({
        lines: row.labelLines,
        x: BAR_LEFT + 6,
        top: y,
        style: TEXT_STYLES.label,
        fill: COLOURS.ink,
      }),
    );
    y += row.labelLines.length * lineHeight(TEXT_STYLES.label) + 4;
    const width = row.value > 0 ? Math.max(MIN_BAR_LENGTH, row.value * scale) : 0;
    const bar = { x: BAR_LEFT, y, width, height: BAR_HEIGHT, fill: COLOURS.accent };
    if (width > 0) shapes.push({ kind: "rectangle", ...bar });
    const x = BAR_LEFT + width + VALUE_GAP;
    const value = { text: row.valueText, x, y: y + 25, style: TEXT_STYLES.value, fill: COLOURS.ink };
    shapes.push({ kind: "text", ...value, align: "left" });
    y += BAR_HEIGHT + BAR_GAP;
  }
  const bottom = y - BAR_GAP;
  const base = { x: MARGIN - 1, y: top, width: 3, height: Math.max(0, bottom - top), fill: COLOURS.leader };
  return { shapes: rows.length > 0 ? [{ kind: "rectangle", ...base }, ...shapes] : [], bottom };
}

/** The largest scale at which every bar and the value behind it stay within the picture. */
function pixelsPerUnit(rows: readonly Row[]): number {
  const scales = rows
    .filter(({ value }) => value > 0)
    .map(({ value, valueWidth }) => (PICTURE_WIDTH - MARGIN - BAR_LEFT - VALUE_GAP - valueWidth) / value);
  return scales.length > 0 ? Math.min(...scales) : 0;
}
