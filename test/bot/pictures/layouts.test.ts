import { beforeAll, describe, expect, test } from "vitest";
import { createRuler, layOutDrawing } from "../../../bot/pictures/draw-picture.ts";
import { projectFinland } from "../../../bot/pictures/project-finland.ts";
import type { Point, Ruler, Scene, TextShape } from "../../../bot/pictures/scene.ts";
import type { Drawing } from "../../../bot/reply/drawing.ts";
import { barsOfTest, flowsOfTest, parksOfTest } from "../../support/drawings.ts";

let ruler: Ruler;
beforeAll(async () => {
  ruler = await createRuler();
});

const textsOf = (scene: Scene) => scene.shapes.filter((shape): shape is TextShape => shape.kind === "text");
const wordsOf = (scene: Scene) => textsOf(scene).map(({ text }) => text.replaceAll("\u00a0", " "));

/** The room a line of words takes. */
function boxOf({ text, x, y, style, align }: TextShape) {
  const width = ruler(text, style);
  const left = align === "right" ? x - width : align === "center" ? x - width / 2 : x;
  return { text, left, right: left + width, top: y - style.size * 0.75, bottom: y + style.size * 0.22 };
}

/** Words that lie on other words or outside of the picture. */
function faultsOf(scene: Scene): string[] {
  const boxes = textsOf(scene).map(boxOf);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => left < 0 || right > scene.width || top < 0 || bottom > scene.height,
  );
  const covered = boxes.filter((a, index) =>
    boxes
      .slice(index + 1)
      .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  return [...outside, ...covered].map(({ text }) => text);
}

describe("every layout", () => {
  test.each<[string, () => Drawing | Promise<Drawing>]>([
    ["1 bar", () => barsOfTest(1)],
    ["12 bars", () => barsOfTest(12)],
    ["16 parks", () => parksOfTest(16)],
    ["3 of 16 parks highlighted", () => parksOfTest(16, ["kemi-tornio", "kokkola-industrial-park", "eco3"])],
    ["all parks highlighted", async () => highlightAll(await parksOfTest(99))],
    ["8 flows", () => flowsOfTest()],
  ])("%s: no words on others or outside, none smaller than 22 px", async (_, create) => {
    const scene = layOutDrawing(await create(), ruler);
    expect(faultsOf(scene)).toEqual([]);
    expect(Math.min(...textsOf(scene).map(({ style }) => style.size))).toBeGreaterThanOrEqual(22);
    expect(scene.width).toBe(1000);
    expect(scene.height).toBeLessThan(2000);
    const shown = wordsOf(scene);
    expect(shown).toContain("Lähde: taulukko");
  });

  test.each(["fi", "sv", "en"] as const)("nothing to show is said in words (%s)", (language) => {
    const bars = layOutDrawing({ ...barsOfTest(0), language }, ruler);
    const flow = layOutDrawing({ ...flowsOfTest(), flows: [], language }, ruler);
    const words = { fi: "Ei näytettävää.", sv: "Inget att visa.", en: "Nothing to show." }[language];
    expect(wordsOf(bars)).toContain(words);
    expect(wordsOf(flow)).toContain(words);
  });
});

describe("bars", () => {
  test("lengths are in proportion, values stand behind with their unit once", () => {
    const chart = barsOfTest(2);
    const bars = [chart.bars[0]!, { label: "Pohjatuhka", value: 1000, text: "1 000 t" }];
    const scene = layOutDrawing({ ...chart, bars }, ruler);
    const lengths = scene.shapes.flatMap((shape) =>
      shape.kind === "rectangle" && shape.height === 30 ? [shape.width] : [],
    );
    expect(lengths[0]! / lengths[1]!).toBeCloseTo(2);
    expect(wordsOf(scene)).toEqual(expect.arrayContaining(["2 000 t", "1 000 t"]));
  });

  test("the thirteenth bar is left out and the picture says so", () => {
    const words = wordsOf(layOutDrawing(barsOfTest(13), ruler));
    expect(words).toContain("Kuvassa on 12 ensimmäistä, kaikkiaan niitä on 13.");
    expect(words).not.toContain("Sivuvirta 13");
  });

  test("zero, negative and missing numbers draw no bar but keep their words", () => {
    const bars = [0, -5, Number.NaN, Number.POSITIVE_INFINITY].map((value, index) => {
      return { label: `Virta ${index}`, value, text: "–" };
    });
    const scene = layOutDrawing({ ...barsOfTest(0), bars }, ruler);
    expect(scene.shapes.filter((shape) => shape.kind === "rectangle" && shape.height === 30)).toEqual([]);
    expect(wordsOf(scene)).toEqual(expect.arrayContaining(["Virta 0", "Virta 3", "– t"]));
  });
});

describe("map", () => {
  test("every park of the knowledge lies on land or within 15 km of it", async () => {
    const { land, project } = projectFinland({ left: 0, right: 1000, top: 0 });
    const { places } = await parksOfTest(99);
    const pixelsPerKm = (project(64, 25).y - project(65, 25).y) / 111.2;
    expect(places.length).toBeGreaterThan(15);
    for (const { label, latitude, longitude } of places) {
      const point = project(latitude, longitude);
      const km = isInside(point, land[0]!) ? 0 : distanceTo(point, land[0]!) / pixelsPerKm;
      expect(`${label}: ${km < 15}`).toBe(`${label}: true`);
    }
  });

  test("highlighted places are numbered in the order given, others are not", async () => {
    const map = await parksOfTest(5, ["kemi-tornio", "envi-grow-park"]);
    const words = wordsOf(layOutDrawing(map, ruler));
    expect(words).toEqual(
      expect.arrayContaining(["1", "2", "1. Envi Grow Park", "2. Kemi-Tornio", "GreenPark Joensuu"]),
    );
  });

  test("places in the very same spot are drawn apart, those without a position not at all", () => {
    const place = { latitude: 62, longitude: 25, isHighlighted: true };
    const places = [
      { ...place, label: "A" },
      { ...place, label: "B" },
      { ...place, label: "C", latitude: Number.NaN },
    ];
    const scene = layOutDrawing({ kind: "map", language: "en", title: "T", places, source: "" }, ruler);
    const [a, b, ...more] = scene.shapes.flatMap((shape) => (shape.kind === "circle" ? [shape] : []));
    expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThanOrEqual(a!.radius + b!.radius);
    expect(more).toEqual([]);
  });
});

describe("flow", () => {
  test("bands are as wide as their amounts, unknown ones thin and dashed, with a legend", () => {
    const scene = layOutDrawing(flowsOfTest(), ruler);
    const bands = scene.shapes.flatMap((shape) => (shape.kind === "band" ? [shape] : []));
    expect(bands).toHaveLength(8);
    expect(bands[0]!.width / bands[1]!.width).toBeCloseTo(300 / 180);
    expect(bands.map(({ isDashed }) => isDashed)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(wordsOf(scene)).toContain("Nauhan leveys kuvaa määrää. Katkoviiva: määrä ei ole tiedossa.");
  });

  test("a giver and a taker of one name stand on both sides", () => {
    const words = wordsOf(layOutDrawing(flowsOfTest(), ruler));
    expect(words.filter((text) => text === "Stainless Oy")).toHaveLength(2);
  });
});

function highlightAll(map: Awaited<ReturnType<typeof parksOfTest>>) {
  return { ...map, places: map.places.map((place) => ({ ...place, isHighlighted: true })) };
}

function isInside({ x, y }: Point, ring: readonly Point[]): boolean {
  return edgesOf(ring).reduce((inside, [a, b]) => {
    const doesCross = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
    return doesCross ? !inside : inside;
  }, false);
}

function distanceTo(point: Point, ring: readonly Point[]): number {
  return Math.min(
    ...edgesOf(ring).map(([a, b]) => {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy);
      const part = Math.min(1, Math.max(0, along));
      return Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy);
    }),
  );
}

function edgesOf(ring: readonly Point[]): [Point, Point][] {
  return ring.map((point, index): [Point, Point] => [point, ring[(index + 1) % ring.length]!]);
}
