import type { TextStyle } from "./style.ts";

/** A place in a picture, in pixels from the upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A dot on a map with its radius in pixels. */
export interface Dot extends Point {
  radius: number;
}

/** One thing to paint. */
export type Shape =
  | AreaShape
  | FlowBand
  | TextShape
  | { kind: "line"; points: readonly Point[]; stroke: string; width: number };

/** A filled area, with a line around it when `stroke` names a colour. */
export type AreaShape = { fill: string; stroke?: string } & (
  | { kind: "rectangle"; x: number; y: number; width: number; height: number }
  | { kind: "circle"; x: number; y: number; radius: number }
  | { kind: "polygon"; points: readonly Point[] }
);

/** One line of words. */
export interface TextShape {
  kind: "text";
  text: string;
  x: number;
  /** Base line of the letters. */
  y: number;
  style: TextStyle;
  fill: string;
  align: "left" | "center" | "right";
  /** White rim that keeps the words readable on top of lines. @default false */
  hasHalo?: boolean;
}

/** A band that runs level from `from`, then swings over to `to`. */
export interface FlowBand {
  kind: "band";
  from: Point;
  /** Where it leaves its level. */
  bendAt: number;
  to: Point;
  width: number;
  fill: string;
  stroke: string;
  isDashed: boolean;
}

/** A whole picture as data, so that its layout can be tested without pixels. Later shapes lie on top. */
export interface Scene {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** Tells the width of words in pixels. */
export type Ruler = (text: string, style: TextStyle) => number;
