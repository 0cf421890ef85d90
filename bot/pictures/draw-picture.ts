import type { Drawing } from "../reply/drawing.ts";
import { layOutBars } from "./lay-out-bars.ts";
import { layOutFlow } from "./lay-out-flow.ts";
import { layOutMap } from "./lay-out-map.ts";
import { canvasFont, encodePng, openCanvas } from "./open-canvas.ts";
import { paintScene } from "./paint-scene.ts";
import type { Ruler, Scene } from "./scene.ts";

/**
 * Draws a picture as PNG, 1000 pixels wide and as high as it needs. Library and font are loaded for the first one.
 *
 * @param drawing What it shows. Words that do not fit are cut with an ellipsis.
 * @returns The bytes of the file; the same for the same drawing on the same machine.
 * @throws {Error} If library or font cannot be loaded.
 *
 * @example
 * ```ts
 * const png = await drawPicture({ kind: "bars", language: "fi", title: "Tuhka", unit: "t", bars, source });
 * ```
 */
export async function drawPicture(drawing: Drawing): Promise<Uint8Array> {
  const scene = layOutDrawing(drawing, await createRuler());
  const canvas = await openCanvas(scene.width, scene.height);
  paintScene(scene, canvas.getContext("2d"));
  return encodePng(canvas);
}

/**
 * Lays out a picture without painting it.
 *
 * @param drawing What it shows.
 * @param ruler Measures words.
 * @returns The picture as shapes.
 */
export function layOutDrawing(drawing: Drawing, ruler: Ruler): Scene {
  if (drawing.kind === "bars") return layOutBars(drawing, ruler);
  if (drawing.kind === "map") return layOutMap(drawing, ruler);
  return layOutFlow(drawing, ruler);
}

/**
 * Creates a ruler that measures with the font of the pictures.
 *
 * @returns See {@link Ruler}.
 * @throws {Error} If library or font cannot be loaded.
 */
export async function createRuler(): Promise<Ruler> {
  const context = (await openCanvas(1, 1)).getContext("2d");
  return (text, style) => {
    context.font = canvasFont(style);
    return context.measureText(text).width;
  };
}
