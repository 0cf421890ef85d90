import type { ParkMap } from "../reply/drawing.ts";
import { choosePlaces } from "./choose-places.ts";
import { fitText } from "./fit-text.ts";
import { frameScene, type SceneBody, textBlock } from "./frame-scene.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";
import { placeLabels } from "./place-labels.ts";
import { projectFinland } from "./project-finland.ts";
import type { Point, Ruler, Scene, Shape } from "./scene.ts";
import { spreadDots } from "./spread-dots.ts";
import { COLOURS, lineHeight, MARGIN, PICTURE_WIDTH, TEXT_STYLES } from "./style.ts";

const COLUMN_WIDTH = 262;
/** Between the words of a label and its line. */
const LABEL_GAP = 8;
/** Between a column of labels and the land. */
const LAND_GAP = 22;
const LEFT = MARGIN + COLUMN_WIDTH;
const RIGHT = PICTURE_WIDTH - MARGIN - COLUMN_WIDTH;
/** What lies west of it has its label on the left. */
const MIDDLE = PICTURE_WIDTH / 2 - 15;
const DOT_RADIUS = 8;
const STRONG_RADIUS = 17;
/** How far a column of labels may reach below the land, where most parks are; in pixels. */
const OVERHANG = 110;
/** A side whose labels are this much higher than the others gives up those near the middle; in pixels. */
const UNEVEN = 120;
/** How far from the middle a place counts as near; in pixels. */
const NEAR_MIDDLE = 80;

/** A place with all that is known of how it is drawn. */
interface PlaceMark {
  lines: string[];
  height: number;
  dot: Point;
  /** 1-based; absent for places that are not highlighted. */
  number?: number;
}

/**
 * Lays out the map: land, a dot for each place, and the labels in two columns beside it, joined by lines.
 *
 * Highlighted places are larger, bold and numbered in the order given.
 *
 * @param map Places outside Finland lie where they belong, cut off at the edges of the map.
 * @param ruler Measures words.
 * @returns The picture as shapes.
 */
export function layOutMap(map: ParkMap, ruler: Ruler): Scene {
  const { places, all } = choosePlaces(map);
  const texts = PICTURE_TEXTS[map.language];
  const notes = all > places.length ? [texts.firstOf(places.length, all)] : [];
  return frameScene({ title: map.title, source: map.source, notes, ruler }, (top) => {
    const land = projectFinland({ left: LEFT + LAND_GAP, right: RIGHT - LAND_GAP, top: top + 6 });
    const marks = toMarks(places, { project: land.project, ruler, top, bottom: top + land.height });
    const body = layOutMarks(marks, { top, bottom: top + land.height + 12 });
    const [fill, stroke] = [COLOURS.accentSoft, COLOURS.leader];
    const ground = land.land.map((points): Shape => ({ kind: "polygon", points, fill, stroke }));
    return { shapes: [...ground, ...body.shapes], bottom: body.bottom };
  });
}

function toMarks(
  places: ParkMap["places"],
  room: {
    project: (latitude: number, longitude: number) => Point;
    ruler: Ruler;
    top: number;
    bottom: number;
  },
): PlaceMark[] {
  const dots = places.map(({ latitude, longitude, isHighlighted }) => {
    const { x, y } = room.project(latitude, longitude);
    const radius = isHighlighted ? STRONG_RADIUS : DOT_RADIUS;
    return { x: clamp(x, LEFT + 30, RIGHT - 30), y: clamp(y, room.top, room.bottom), radius };
  });
  const moved = spreadDots(dots);
  let count = 0;
  return places.map((place, index) => {
    const number = place.isHighlighted ? ++count : undefined;
    const style = styleOf(number);
    const text = number === undefined ? place.label : `${number}.\u00a0${place.label}`;
    const lines = fitText(text, { width: COLUMN_WIDTH - LABEL_GAP, maxLines: 3, style, ruler: room.ruler });
    return { lines, height: lines.length * lineHeight(style), dot: moved[index] as Point, number };
  });
}

function layOutMarks(marks: readonly PlaceMark[], edges: { top: number; bottom: number }): SceneBody {
  const lines: Shape[] = [];
  const words: Shape[] = [];
  let bottom = edges.bottom;
  for (const side of splitSides(marks, edges.bottom - edges.top)) {
    const column = { x: side.x, top: edges.top, bottom: edges.bottom + OVERHANG };
    const middles = placeLabels(side.marks, { column, dots: marks.map(({ dot }) => dot) });
    side.marks.forEach((mark, index) => {
      const middle = middles[index] as number;
      const points = [{ x: side.x, y: middle }, mark.dot];
      lines.push({ kind: "line", points, stroke: COLOURS.leader, width: mark.number ? 2.5 : 1.5 });
      words.push(...labelOf(mark, { middle, ...side }));
      bottom = Math.max(bottom, middle + mark.height / 2);
    });
  }
  const dots = [...marks].sort((a, b) => Number(Boolean(a.number)) - Number(Boolean(b.number)));
  return { shapes: [...lines, ...dots.flatMap(dotOf), ...words], bottom };
}

/** Gives each label the nearer side; the middlemost go over while a side has far more than the other. */
function splitSides(marks: readonly PlaceMark[], full: number) {
  const byX = [...marks].sort((a, b) => a.dot.x - b.dot.x || a.dot.y - b.dot.y);
  const heightOf = (some: readonly PlaceMark[]) => some.reduce((sum, { height }) => sum + height + 10, 0);
  let cut = byX.filter(({ dot }) => dot.x < MIDDLE).length;
  const doesMove = (mark: PlaceMark | undefined, [from, to]: readonly PlaceMark[][]) => {
    if (!mark || !from || !to || heightOf(from) - heightOf(to) <= UNEVEN) return false;
    return Math.abs(mark.dot.x - MIDDLE) < NEAR_MIDDLE || heightOf(from) > full;
  };
  while (doesMove(byX[cut - 1], [byX.slice(0, cut), byX.slice(cut)])) cut--;
  while (doesMove(byX[cut], [byX.slice(cut), byX.slice(0, cut)])) cut++;
  return [
    { marks: byX.slice(0, cut), x: LEFT, align: "right" as const, wordsX: LEFT - LABEL_GAP },
    { marks: byX.slice(cut), x: RIGHT, align: "left" as const, wordsX: RIGHT + LABEL_GAP },
  ];
}

function labelOf(
  mark: PlaceMark,
  { middle, wordsX, align }: { middle: number; wordsX: number; align: "left" | "right" },
): Shape[] {
  const top = middle - mark.height / 2;
  const look = { style: styleOf(mark.number), fill: COLOURS.ink };
  return textBlock({ lines: mark.lines, x: wordsX, top, align, ...look });
}

function dotOf({ dot, number }: PlaceMark): Shape[] {
  if (number === undefined) {
    return [{ kind: "circle", ...dot, radius: DOT_RADIUS, fill: COLOURS.accent, stroke: COLOURS.ground }];
  }
  const style = TEXT_STYLES.number;
  const text = { text: String(number), x: dot.x, y: dot.y + 8.5, style, fill: COLOURS.onAccent };
  return [
    { kind: "circle", ...dot, radius: STRONG_RADIUS, fill: COLOURS.accent, stroke: COLOURS.ground },
    { kind: "text", ...text, align: "center" },
  ];
}

function styleOf(number: number | undefined) {
  return number === undefined ? TEXT_STYLES.place : TEXT_STYLES.placeStrong;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
