import { createRequire } from "node:module";
import type { Canvas } from "@napi-rs/canvas";
import type { TextStyle } from "./style.ts";

/** Name under which the pictures' own font is known to the canvas, so that no font of the system stands in. */
const FONT = "Sivuvirta Picture";

const FONT_FILES = ["500Medium/IBMPlexSans_500Medium.ttf", "600SemiBold/IBMPlexSans_600SemiBold.ttf"];

let isFontLoaded = false;

const encoding = new Set<Canvas>();

/**
 * Opens a canvas, and loads library and font before the first one.
 *
 * @param width Pixels.
 * @param height Pixels.
 * @returns An empty canvas.
 * @throws {Error} If the font cannot be loaded.
 */
export async function openCanvas(width: number, height: number): Promise<Canvas> {
  const { createCanvas, GlobalFonts } = await import("@napi-rs/canvas");
  if (!isFontLoaded) {
    const { resolve } = createRequire(import.meta.url);
    for (const file of FONT_FILES) {
      const path = resolve(`@expo-google-fonts/ibm-plex-sans/${file}`);
      if (!GlobalFonts.registerFromPath(path, FONT)) {
        throw new Error(`Cannot draw pictures: the font "${file}" cannot be loaded: run "npm ci"`);
      }
    }
    isFontLoaded = true;
  }
  return createCanvas(width, height);
}

/**
 * Writes a canvas as PNG on another thread.
 *
 * @param canvas Not drawn upon until the promise is settled.
 * @returns The bytes of the file.
 *
 * @example
 * ```ts
 * const png = await encodePng(await openCanvas(1000, 400));
 * ```
 */
export async function encodePng(canvas: Canvas): Promise<Uint8Array> {
  // The library reads the pixels without holding the canvas: were it collected meanwhile, the whole process would end by a
  // segmentation fault (Brooooooklyn/canvas#1312).
  encoding.add(canvas);
  try {
    return await canvas.encode("png");
  } finally {
    encoding.delete(canvas);
  }
}

/**
 * Writes a style the way a canvas wants it.
 *
 * @param style Size and weight.
 * @returns A CSS font.
 */
export function canvasFont(style: TextStyle): string {
  return `${style.weight} ${style.size}px "${FONT}"`;
}
