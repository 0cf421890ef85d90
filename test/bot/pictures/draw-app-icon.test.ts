import { readFileSync } from "node:fs";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { drawAppIcon, MARK_PATHS } from "../../../bot/pictures/draw-app-icon.ts";

interface Pixel {
  x: number;
  y: number;
  colour: string;
  alpha: number;
}

/** Width, height and colour type as the file's header tells them, and all pixels. */
async function decode(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(await loadImage(bytes), 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const [red, green, blue, alpha] = data.slice(index * 4, index * 4 + 4);
    return {
      x: index % width,
      y: Math.floor(index / width),
      colour: `${red},${green},${blue}`,
      alpha: alpha ?? 0,
    };
  });
  return { width, height, pixels };
}

const GROUND = "23,89,74";

describe("drawAppIcon()", () => {
  it("fills the coloured icon to its corners and keeps the mark within the safe area", async () => {
    const { width, height, pixels } = await decode(await drawAppIcon("color"));
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(({ alpha }) => alpha !== 255)).toEqual([]);
    const mark = pixels.filter(({ colour }) => colour !== GROUND);
    expect(mark.length).toBeGreaterThan(2000);
    // Microsoft's safe area: 120 of 192 pixels in the middle.
    const isOutside = ({ x, y }: Pixel) => Math.min(x, y) < 36 || Math.max(x, y) >= 156;
    expect(mark.filter(isOutside)).toEqual([]);
    const colours = new Set(mark.map(({ colour }) => colour));
    expect(colours).toContain("255,255,255");
    expect(colours).toContain("143,214,184");
  });

  it("draws the outline in white on a transparent ground", async () => {
    const { width, height, pixels } = await decode(await drawAppIcon("outline"));
    expect([width, height]).toEqual([32, 32]);
    const drawn = pixels.filter(({ alpha }) => alpha > 0);
    expect(new Set(drawn.map(({ colour }) => colour))).toEqual(new Set(["255,255,255"]));
    expect(drawn.filter(({ alpha }) => alpha === 255).length).toBeGreaterThan(150);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.5);
    const edge = pixels.filter(({ x, y }) => Math.min(x, y) === 0 || Math.max(x, y) === 31);
    expect(edge.filter(({ alpha }) => alpha > 0)).toEqual([]);
  });

  it.each(["color", "outline"] as const)("draws %s twice with the same bytes", async (kind) => {
    expect(Buffer.from(await drawAppIcon(kind)).equals(await drawAppIcon(kind))).toBe(true);
  });

  it("draws the mark of the page", () => {
    const svg = readFileSync(new URL("../../../bot/web/assets/icon.svg", import.meta.url), "utf8");
    for (const path of Object.values(MARK_PATHS)) expect(svg).toContain(`d="${path}"`);
    expect(svg).toContain('fill="#17594a"');
    expect(svg).toContain('stroke="#8fd6b8"');
  });
});
