import { execFileSync } from "node:child_process";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { drawPicture } from "../../../bot/pictures/draw-picture.ts";
import type { Drawing } from "../../../bot/reply/drawing.ts";
import { barsOfTest, flowsOfTest, parksOfTest } from "../../support/drawings.ts";

/** Size and pixels of a PNG. */
async function decode(png: Uint8Array) {
  expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    pixels: context.getImageData(0, 0, image.width, image.height).data,
  };
}

/** How many of the pixels of the first `rows` rows are dark. */
function countDark({ width, pixels }: { width: number; pixels: Uint8ClampedArray }, rows: number): number {
  let count = 0;
  for (let index = 0; index < rows * width * 4; index += 4) if ((pixels[index] as number) < 100) count++;
  return count;
}

test.each<[string, () => Drawing | Promise<Drawing>]>([
  ["bars", () => barsOfTest(12)],
  ["map", () => parksOfTest(16, ["kemi-tornio"])],
  ["flow", () => flowsOfTest()],
])("drawPicture draws %s: a PNG 1000 wide with words, the same bytes twice", async (_, create) => {
  const drawing = await create();
  const png = await drawPicture(drawing);
  const image = await decode(png);
  expect(image.width).toBe(1000);
  expect(image.height).toBeGreaterThan(500);
  expect([...image.pixels.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  expect(countDark(image, 80)).toBeGreaterThan(500);
  expect(countDark(image, image.height)).toBeGreaterThan(5000);
  expect(Buffer.compare(Buffer.from(png), Buffer.from(await drawPicture(drawing)))).toBe(0);
});

test("drawPicture draws the words of the title: none leave its place white, other words other pixels", async () => {
  const withTitle = async (title: string) => decode(await drawPicture({ ...barsOfTest(2), title }));
  expect(countDark(await withTitle(""), 30)).toBe(0);
  const [a, b] = [await withTitle("Äänekoski"), await withTitle("Aanekoski")];
  expect(countDark(a, 70)).not.toBe(countDark(b, 70));
});

test("drawPicture takes words that look like markup as words", async () => {
  const bars = [{ label: '<script>&"\u0000]]>', value: 1, text: "</svg>" }];
  const image = await decode(await drawPicture({ ...barsOfTest(0), bars }));
  expect(countDark(image, image.height)).toBeGreaterThan(1000);
});

test("drawPicture ends its pictures while the garbage is collected", () => {
  const script = `
    const { drawPicture } = await import("./bot/pictures/draw-picture.ts");
    const collecting = setInterval(gc, 0);
    const pictures = await Promise.all(Array.from({ length: 20 }, () =>
      drawPicture({ kind: "bars", language: "fi", title: "", unit: "", bars: [], source: "" })));
    clearInterval(collecting);
    console.log(pictures.length);`;
  expect(runScript(script, "--expose-gc")).toBe("20");
});

test("drawPicture loads the library with the first picture only", () => {
  const script = `
    const { drawPicture } = await import("./bot/pictures/draw-picture.ts");
    const isLoaded = () => Object.keys(process.getBuiltinModule("module")._cache).some((path) => path.includes("@napi-rs"));
    const before = isLoaded();
    await drawPicture({ kind: "bars", language: "fi", title: "", unit: "", bars: [], source: "" });
    console.log(before, isLoaded());`;
  expect(runScript(script)).toBe("false true");
});

/** Runs a script in a process of its own, and gives what it writes. @throws {Error} If the process does not end well. */
function runScript(script: string, ...flags: readonly string[]): string {
  const options = { cwd: `${import.meta.dirname}/../../..`, encoding: "utf8" } as const;
  return execFileSync(process.execPath, [...flags, "--input-type=module", "-e", script], options).trim();
}
