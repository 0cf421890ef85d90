import type { SKRSContext2D } from "@napi-rs/canvas";
import { encodePng, openCanvas } from "./open-canvas.ts";
import { COLOURS } from "./style.ts";

/** The two pictures a Teams app has: one in colour for lists and chats, one in white for the bar at the side. */
export type AppIconKind = "color" | "outline";

/**
 * The two lines of the mark, as in `web/assets/icon.svg`, on a field 48 wide and 48 high: the main stream, and the
 * side stream that leaves it in the middle.
 */
export const MARK_PATHS = {
  mainStream: "M7 33c8 0 9-9 17-9s9-9 17-9",
  sideStream: "M24 24c6 0 8 10 17 10",
} as const;

/** What the lines cover without their thickness, on the field of {@link MARK_PATHS}. */
const MARK = { width: 34, middleX: 24, middleY: 24.5 };

/** Of the mark in `web/assets/icon.svg`. */
const SIDE_STREAM_COLOUR = "#8fd6b8";

interface IconStyle {
  /** Edge of the square, in pixels; Teams takes no other. */
  size: number;
  /** Width of the mark with its lines, in pixels. */
  markWidth: number;
  /** Thickness of the lines, in pixels. */
  lineWidth: number;
  /** Absent: transparent. */
  ground?: string;
  /** Rounded square around the mark; absent: none. */
  frame?: { inset: number; radius: number; lineWidth: number };
  mainStream: string;
  sideStream: string;
}

/**
 * Teams rounds the corners of the coloured icon itself, so its ground fills the square, and wants the mark within the
 * 120 pixels in the middle. The white one stands without a ground, so a frame holds what would look thin.
 */
const STYLES: Record<AppIconKind, IconStyle> = {
  color: {
    size: 192,
    markWidth: 120,
    lineWidth: 16,
    ground: COLOURS.accent,
    mainStream: COLOURS.onAccent,
    sideStream: SIDE_STREAM_COLOUR,
  },
  outline: {
    size: 32,
    markWidth: 19,
    lineWidth: 2.4,
    frame: { inset: 3, radius: 7, lineWidth: 2 },
    mainStream: "#ffffff",
    sideStream: "#ffffff",
  },
};

/**
 * Draws an icon of the Teams app.
 *
 * @param kind `color`: 192 × 192 pixels, without a transparent one. `outline`: 32 × 32 pixels, white on transparent.
 * @returns The bytes of a PNG; the same each time on the same machine.
 * @throws {Error} If the drawing library cannot be loaded.
 *
 * @example
 * ```ts
 * await writeFile("outline.png", await drawAppIcon("outline"));
 * ```
 */
export async function drawAppIcon(kind: AppIconKind): Promise<Uint8Array> {
  const style = STYLES[kind];
  const canvas = await openCanvas(style.size, style.size);
  const context = canvas.getContext("2d");
  drawGround(context, style);
  await drawMark(context, style);
  return encodePng(canvas);
}

function drawGround(context: SKRSContext2D, { size, ground, frame, mainStream }: IconStyle): void {
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
  }
  if (frame) {
    const edge = size - 2 * frame.inset;
    context.strokeStyle = mainStream;
    context.lineWidth = frame.lineWidth;
    context.beginPath();
    context.roundRect(frame.inset, frame.inset, edge, edge, frame.radius);
    context.stroke();
  }
}

async function drawMark(context: SKRSContext2D, style: IconStyle): Promise<void> {
  const { Path2D } = await import("@napi-rs/canvas");
  const scale = (style.markWidth - style.lineWidth) / MARK.width;
  context.translate(style.size / 2, style.size / 2);
  context.scale(scale, scale);
  context.translate(-MARK.middleX, -MARK.middleY);
  context.lineCap = "round";
  context.lineWidth = style.lineWidth / scale;
  // The side stream first: at this size its round end would show on the main stream.
  for (const line of ["sideStream", "mainStream"] as const) {
    context.strokeStyle = style[line];
    context.stroke(new Path2D(MARK_PATHS[line]));
  }
}
