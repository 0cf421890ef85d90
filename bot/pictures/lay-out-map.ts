import type { ParkMap } from "../reply/drawing.ts";
import { choosePlaces } from "./choose-places.ts";
import { fitText } from "./fit-text.ts";
import { frameScene, type SceneBody, textBlock } from "./frame-scene.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";
import { placeLabels } from "./place-labels.ts";
import { projectFinland } from "./project-finland.ts";
import type { Dot, Point, Ruler, Scene, Shape } from "./scene.ts";
import { splitSides } from "./split-sides.ts";
import { spreadDots } from "./spread-dots.ts";
import { COLOURS, lineHeight, MARGIN, PICTURE_WIDTH, TEXT_STYLES } from "./style.ts";

const COLUMN_WIDTH = 262;
/** Between the words of a label and its line. */
const LABEL_GAP = 8;
/** Between a column of labels and the land. */
const LAND_GAP = 22;
const LEFT = MARGIN + COLUMN_WIDTH;
const RIGHT = PICTURE_WIDTH - MARGIN - COLUMN_WIDTH;
const DOT_RADIUS = 8;
const STRONG_RADIUS = 17;
/** How far a column of labels may reach below the land, where most parks are; in pixels. */
const OVERHANG = 150;

/** A place with all that is known of how it is drawn. */
interface PlaceMark {
  lines: string[];
  height: number;
  dot: Dot;
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
    return { lines, height: lines.length * lineHeight(style), dot: moved[index] as Dot, number };
  });
}

function layOutMarks(marks: readonly PlaceMark[], edges: { top: number; bottom: number }): SceneBody {
  const lines: Shape[] = [];
  const words: Shape[] = [];
  let bottom = edges.bottom;
  const column = { top: edges.top, bottom: edges.bottom + OVERHANG };
  const [left, right] = [
    { ...column, x: LEFT },
    { ...column, x: RIGHT },
  ];
  const isLeft = splitSides(marks, { left, right });
  const sides = [
    { column: left, own: marks.filter((_, index) => isLeft[index]), align: "right" as const },
    { column: right, own: marks.filter((_, index) => !isLeft[index]), align: "left" as const },
  ];
  for (const { column, own, align } of sides) {
    const { middles } = placeLabels(own, { column, dots: marks.map(({ dot }) => dot) });
    own.forEach((mark, index) => {
      const middle = middles[index] as number;
      const points = [{ x: column.x, y: middle }, mark.dot];
      lines.push({ kind: "line", points, stroke: COLOURS.leader, width: mark.number ? 2.5 : 1.5 });
      words.push(...labelOf(mark, { middle, align }));
      bottom = Math.max(bottom, middle + mark.height / 2);
    });
  }
  const dots = [...marks].sort((a, b) => Number(Boolean(a.number)) - Number(Boolean(b.number)));
  return { shapes: [...lines, ...dots.flatMap(dotOf), ...words], bottom };
}

function labelOf(mark: PlaceMark, { middle, align }: { middle: number; align: "left" | "right" }): Shape[] {
  const top = middle - mark.height / 2;
  const x = align === "right" ? LEFT - LABEL_GAP : RIGHT + LABEL_GAP;
  return textBlock({ lines: mark.lines, x, top, align, style: styleOf(mark.number), fill: COLOURS.ink });
}

function dotOf({ dot, number }: PlaceMark): Shape[] {
  if (number === undefined) {
    return [{ kind: "circle", ...dot, fill: COLOURS.accent, stroke: COLOURS.ground }];
  }
  const style = TEXT_STYLES.number;
  const text = { text: String(number), x: dot.x, y: dot.y + 8.5, style, fill: COLOURS.onAccent };
  return [
    { kind: "circle", ...dot, fill: COLOURS.accent, stroke: COLOURS.ground },
    { kind: "text", ...text, align: "center" },
  ];
}

function styleOf(number: number | undefined) {
  return number === undefined ? TEXT_STYLES.place : TEXT_STYLES.placeStrong;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
