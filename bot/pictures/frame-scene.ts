import { fitText } from "./fit-text.ts";
import type { Ruler, Scene, Shape, TextShape } from "./scene.ts";
import { COLOURS, lineHeight, MARGIN, PICTURE_WIDTH, TEXT_STYLES, type TextStyle } from "./style.ts";

/** What lies between title and source. */
export interface SceneBody {
  shapes: Shape[];
  /** Lower edge, in pixels of the whole picture. */
  bottom: number;
}

/** The words around a picture. */
export interface SceneFrame {
  title: string;
  source: string;
  /** Lines above the source. */
  notes: readonly string[];
  ruler: Ruler;
}

/** How a block of lines stands. */
export interface TextBlock {
  lines: readonly string[];
  x: number;
  /** Upper edge, in pixels. */
  top: number;
  style: TextStyle;
  fill: string;
  /** @default "left" */
  align?: TextShape["align"];
  /** @default false */
  hasHalo?: boolean;
}

/**
 * Puts title, notes and source around a picture.
 *
 * @param frame See {@link SceneFrame}.
 * @param layOutBody Lays out what stands between; gets its upper edge.
 * @returns The whole picture, as high as it needs.
 */
export function frameScene(frame: SceneFrame, layOutBody: (top: number) => SceneBody): Scene {
  const { ruler } = frame;
  const block = (
    text: string,
    options: { style: TextStyle; maxLines: number; top: number; fill: string },
  ) => {
    const lines = text.trim() ? fitText(text, { ...options, ruler, width: PICTURE_WIDTH - 2 * MARGIN }) : [];
    const bottom = options.top + lines.length * lineHeight(options.style);
    return { shapes: textBlock({ ...options, lines, x: MARGIN }), bottom };
  };
  const ink = { style: TEXT_STYLES.title, fill: COLOURS.ink };
  const title = block(frame.title, { ...ink, maxLines: 3, top: MARGIN - 8 });
  const body = layOutBody(title.bottom + 24);
  const shapes: Shape[] = [...title.shapes, ...body.shapes];
  let top = body.bottom + 24;
  const soft = { style: TEXT_STYLES.small, fill: COLOURS.inkSoft };
  for (const text of [...frame.notes, frame.source]) {
    const foot = block(text, { ...soft, maxLines: 3, top });
    shapes.push(...foot.shapes);
    top = foot.bottom;
  }
  return { width: PICTURE_WIDTH, height: Math.ceil(top + MARGIN - 12), shapes };
}

/**
 * Sets lines of words below each other.
 *
 * @param block See {@link TextBlock}.
 * @returns One shape a line.
 */
export function textBlock(block: TextBlock): TextShape[] {
  const { lines, x, top, style, fill, align = "left", hasHalo = false } = block;
  return lines.map((text, index) => {
    const y = top + index * lineHeight(style) + Math.round(style.size * 0.98);
    return { kind: "text", text, x, y, style, fill, align, hasHalo };
  });
}
