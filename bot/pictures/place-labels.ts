import type { Dot, Point } from "./scene.ts";
import { type SpreadLabel, spreadLabels } from "./spread-labels.ts";

/** A label that waits for its place in the column beside the map. */
export interface WaitingLabel {
  dot: Dot;
  /** Pixels. */
  height: number;
}

/** A column of labels. */
export interface LabelColumn {
  /** Where the lines from the dots end. */
  x: number;
  top: number;
  /** Lowest edge that is aimed at; a full column goes beyond. */
  bottom: number;
}

/** The line from a label to its dot. */
export interface Leader {
  from: Point;
  to: Point;
}

/** What a fault costs, as pixels of line that would be drawn to avoid it. */
const CROSSING_COST = 400;
const HIT_COST = 250;
/** A line that comes this near to another dot seems to belong to it; in pixels. */
const HIT_GAP = 4;
const ROUNDS = 12;

/** What the labels of a column have around them. */
export interface LabelSurroundings {
  column: LabelColumn;
  /** All dots of the map, also those of the other side. */
  dots: readonly Dot[];
}

/** One way to put the labels of a column. */
export interface PlacedLabels {
  /** The middle of each label, in pixels from the top, in the order of the labels. */
  middles: number[];
  /** Length of all lines and what their faults cost, in pixels. */
  cost: number;
  /** In the order of the labels. */
  leaders: Leader[];
}

/**
 * Finds a place for each label of a column: near the height of its dot, none on another, with short lines that seldom
 * cross or touch the dot of another.
 *
 * @param labels The labels of one side, in any order.
 * @param surroundings See {@link LabelSurroundings}.
 * @returns See {@link PlacedLabels}.
 */
export function placeLabels(labels: readonly WaitingLabel[], surroundings: LabelSurroundings): PlacedLabels {
  let order = orderByHeight(labels);
  let best = placeInOrder(labels, { ...surroundings, order });
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.cost;
    for (const pair of pairsBelow(labels.length)) {
      const otherOrder = swapped(order, pair);
      const other = placeInOrder(labels, { ...surroundings, order: otherOrder });
      if (other.cost < best.cost - 0.5) [best, order] = [other, otherOrder];
    }
    if (best.cost === before) break;
  }
  return best;
}

/**
 * Puts labels in the order of their dots from north to south: a quick guess of what {@link placeLabels} will cost.
 *
 * @param labels The labels of one side, in any order.
 * @param surroundings See {@link LabelSurroundings}.
 * @returns See {@link PlacedLabels}.
 */
export function placeQuickly(labels: readonly WaitingLabel[], surroundings: LabelSurroundings): PlacedLabels {
  return placeInOrder(labels, { ...surroundings, order: orderByHeight(labels) });
}

function orderByHeight(labels: readonly WaitingLabel[]): number[] {
  return labels.map((_, index) => index).sort((a, b) => yOf(labels, a) - yOf(labels, b) || a - b);
}

function placeInOrder(
  labels: readonly WaitingLabel[],
  { column, dots, order }: LabelSurroundings & { order: readonly number[] },
): PlacedLabels {
  const wishes = order.map((index): SpreadLabel => {
    const { dot, height } = labels[index] as WaitingLabel;
    return { wanted: dot.y, height };
  });
  const spread = spreadLabels(wishes, column);
  const middles: number[] = [];
  order.forEach((index, place) => {
    middles[index] = spread[place] as number;
  });
  const leaders = labels.map(({ dot }, index) => ({
    from: { x: column.x, y: middles[index] as number },
    to: dot,
  }));
  return { middles, cost: costOf(leaders, dots), leaders };
}

function yOf(labels: readonly WaitingLabel[], index: number): number {
  return (labels[index] as WaitingLabel).dot.y;
}

/** All pairs of whole numbers below `count`, the smaller first. */
function pairsBelow(count: number): [number, number][] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return numbers.flatMap((upper) =>
    numbers.slice(upper + 1).map((lower): [number, number] => [upper, lower]),
  );
}

function swapped(order: readonly number[], [upper, lower]: readonly [number, number]): number[] {
  return order.map((index, place) => {
    if (place === upper) return order[lower] as number;
    return place === lower ? (order[upper] as number) : index;
  });
}

function costOf(leaders: readonly Leader[], dots: readonly Dot[]): number {
  let cost = 0;
  leaders.forEach((leader, index) => {
    cost += Math.hypot(leader.to.x - leader.from.x, leader.to.y - leader.from.y);
    cost +=
      HIT_COST *
      dots.filter((dot) => dot !== leader.to && distanceTo(leader, dot) < dot.radius + HIT_GAP).length;
    cost += costOfCrossings([leader], leaders.slice(index + 1));
  });
  return cost;
}

/**
 * Tells what the crossings between two groups of lines cost.
 *
 * @param some Lines of one group.
 * @param others Lines of the other.
 * @returns Pixels.
 */
export function costOfCrossings(some: readonly Leader[], others: readonly Leader[]): number {
  return CROSSING_COST * some.flatMap((line) => others.filter((other) => doCross(line, other))).length;
}

function doCross(a: Leader, b: Leader): boolean {
  const side = ({ from, to }: Leader, point: Point) =>
    (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

/** Distance of a point from a line that ends at both ends. */
function distanceTo({ from, to }: Leader, point: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}
