import type { FlowPicture } from "../reply/drawing.ts";
import { fitText } from "./fit-text.ts";
import { frameScene, type SceneBody, textBlock } from "./frame-scene.ts";
import { PICTURE_TEXTS } from "./picture-texts.ts";
import type { Ruler, Scene, Shape } from "./scene.ts";
import { type FlowNode, stackFlows } from "./stack-flows.ts";
import { COLOURS, lineHeight, MARGIN, PICTURE_WIDTH, TEXT_STYLES } from "./style.ts";

/** More flows are not drawn. */
export const MAX_FLOWS = 12;

/** Room for the names of givers and takers. */
const NAME_WIDTH = 236;
const NODE_WIDTH = 10;
const NAME_GAP = 12;
const LEFT = MARGIN + NAME_WIDTH + NAME_GAP;
const RIGHT = PICTURE_WIDTH - LEFT;
const BAND_LEFT = LEFT + NODE_WIDTH;
/** Bands run level below their words up to here. */
const BEND_AT = BAND_LEFT + 262;
const ARROW_LENGTH = 16;
const MAX_BAND = 54;
const MIN_BAND = 6;
const UNKNOWN_BAND = 3;
const SLOT_GAP = 14;
/** So that the tips of arrows do not cover each other. */
const MIN_LANDING = 22;

/** A flow with its words and its thickness. */
interface Band {
  from: string;
  to: string;
  lines: string[];
  wordsHeight: number;
  width: number;
  slot: number;
  landing: number;
  isUnknown: boolean;
}

/**
 * Lays out streams from givers to takers: a band for each, as wide as its amount, its words above it.
 *
 * @param picture Amounts below zero and what is no number count as unknown: thin and dashed.
 * @param ruler Measures words.
 * @returns The picture as shapes.
 */
export function layOutFlow(picture: FlowPicture, ruler: Ruler): Scene {
  const texts = PICTURE_TEXTS[picture.language];
  const bands = toBands(picture, ruler);
  const all = picture.flows.length;
  const known = bands.filter(({ isUnknown }) => !isUnknown).length;
  const legend = [
    ...(known > 1 ? [texts.widthIsAmount] : []),
    ...(known < bands.length ? [texts.dashedIsUnknown] : []),
  ];
  const notes = [
    ...(bands.length === 0 ? [texts.nothing] : []),
    legend.join(" "),
    ...(all > bands.length ? [texts.firstOf(bands.length, all)] : []),
  ].filter(Boolean);
  return frameScene({ title: picture.title, source: picture.source, notes, ruler }, (top) =>
    layOutBands(bands, { ruler, top }),
  );
}

function toBands(picture: FlowPicture, ruler: Ruler): Band[] {
  const flows = picture.flows.slice(0, MAX_FLOWS);
  const isKnown = (value: number | undefined): value is number =>
    Number.isFinite(value) && Number(value) >= 0;
  const largest = Math.max(0, ...flows.map(({ value }) => (isKnown(value) ? value : 0)));
  const room = { width: BEND_AT - BAND_LEFT - 10, maxLines: 2, style: TEXT_STYLES.flow, ruler };
  return flows.map(({ from, to, label, value }) => {
    const isUnknown = !isKnown(value);
    const share = isUnknown || largest === 0 ? 0 : value / largest;
    const width = isUnknown ? UNKNOWN_BAND : Math.max(MIN_BAND, share * MAX_BAND);
    const lines = label.trim() ? fitText(label, room) : [];
    const wordsHeight = lines.length * lineHeight(TEXT_STYLES.flow) + 4;
    const stack = { slot: wordsHeight + width + SLOT_GAP, landing: Math.max(width + 10, MIN_LANDING) };
    return { from, to, lines, wordsHeight, width, ...stack, isUnknown };
  });
}

function layOutBands(bands: readonly Band[], { ruler, top }: { ruler: Ruler; top: number }): SceneBody {
  const linesOf = (name: string) =>
    fitText(name, { width: NAME_WIDTH, maxLines: 4, style: TEXT_STYLES.node, ruler });
  const minHeight = (name: string) => linesOf(name).length * lineHeight(TEXT_STYLES.node) + 8;
  const stacks = stackFlows(bands, minHeight);
  const drawn: Shape[] = [];
  const words: Shape[] = [];
  bands.forEach((band, index) => {
    const slotTop = top + (stacks.slotTops[index] as number);
    const y = slotTop + band.wordsHeight + band.width / 2;
    drawn.push(...bandShapes(band, { y, arrival: top + (stacks.arrivals[index] as number) }));
    const look = { style: TEXT_STYLES.flow, fill: COLOURS.ink, hasHalo: true };
    words.push(...textBlock({ lines: band.lines, x: BAND_LEFT + 10, top: slotTop, ...look }));
  });
  const nodes = [
    ...stacks.givers.flatMap((node) => nodeShapes(node, { top, lines: linesOf(node.name), isGiver: true })),
    ...stacks.takers.flatMap((node) => nodeShapes(node, { top, lines: linesOf(node.name), isGiver: false })),
  ];
  return { shapes: [...drawn, ...words, ...nodes], bottom: top + stacks.height };
}

/** The band and the tip of its arrow. */
function bandShapes(band: Band, { y, arrival }: { y: number; arrival: number }): Shape[] {
  const tip = Math.max(9, band.width / 2 + 4);
  const colours = { fill: "rgba(23, 89, 74, 0.22)", stroke: COLOURS.accent };
  const ends = { from: { x: BAND_LEFT, y }, to: { x: RIGHT - NODE_WIDTH - ARROW_LENGTH, y: arrival } };
  const points = [
    { x: RIGHT - NODE_WIDTH - ARROW_LENGTH, y: arrival - tip },
    { x: RIGHT - NODE_WIDTH - 1, y: arrival },
    { x: RIGHT - NODE_WIDTH - ARROW_LENGTH, y: arrival + tip },
  ];
  return [
    { kind: "band", ...ends, bendAt: BEND_AT, width: band.width, ...colours, isDashed: band.isUnknown },
    { kind: "polygon", points, fill: COLOURS.accent },
  ];
}

/** The bar of a giver or taker with its name beside it. */
function nodeShapes(
  node: FlowNode,
  { top, lines, isGiver }: { top: number; lines: readonly string[]; isGiver: boolean },
): Shape[] {
  const bar = { y: top + node.top, width: NODE_WIDTH, height: node.bottom - node.top, fill: COLOURS.accent };
  const middle = top + (node.top + node.bottom) / 2;
  const wordsTop = middle - (lines.length * lineHeight(TEXT_STYLES.node)) / 2;
  const look = { lines, top: wordsTop, style: TEXT_STYLES.node, fill: COLOURS.ink };
  const words = isGiver
    ? textBlock({ ...look, x: LEFT - NAME_GAP, align: "right" })
    : textBlock({ ...look, x: RIGHT + NAME_GAP });
  return [{ kind: "rectangle", x: isGiver ? LEFT : RIGHT - NODE_WIDTH, ...bar }, ...words];
}
