import { beforeAll, describe, expect, test } from "vitest";
import { createFileLinks } from "../../../bot/links/create-file-links.ts";
import { LINK_KINDS, parseDownloadRequest, parseDrawing } from "../../../bot/links/link-payloads.ts";
import { LinkSigner } from "../../../bot/links/link-signer.ts";
import { createRuler, layOutDrawing } from "../../../bot/pictures/draw-picture.ts";
import type { Ruler } from "../../../bot/pictures/scene.ts";
import type { DownloadRequest } from "../../../bot/reply/download-request.ts";
import type { Drawing } from "../../../bot/reply/drawing.ts";
import { barsOfTest, flowsOfTest, parksOfTest } from "../../support/drawings.ts";

const signer = new LinkSigner("a secret of the tests, long enough");
const links = createFileLinks({ signer, baseUrl: "https://chat.example/" });
const REQUEST: DownloadRequest = {
  table: "streams",
  query: { concept: "ash", parks: ["kemi-tornio"], minimum: 100 },
  format: "xlsx",
  language: "fi",
  reader: "member",
};

/** What stands in a link. */
function payloadOf(url: string, kind: string): unknown {
  const verdict = signer.verify(new URL(url).searchParams.get("t") ?? "", kind);
  return "payload" in verdict ? verdict.payload : verdict;
}

let ruler: Ruler;
beforeAll(async () => {
  ruler = await createRuler();
});

describe("createFileLinks", () => {
  test("a download comes back as it was", () => {
    const url = links.exportUrl(REQUEST);
    expect(url).toMatch(/^https:\/\/chat\.example\/files\/export\?t=[\w-]+\.[\w-]+$/);
    expect(parseDownloadRequest(payloadOf(url, LINK_KINDS.export))).toEqual(REQUEST);
    expect(payloadOf(url, LINK_KINDS.picture)).toEqual({ failure: "invalid" });
  });

  test.each<[string, () => Drawing | Promise<Drawing>]>([
    ["12 bars", () => barsOfTest(12)],
    ["150 bars", () => barsOfTest(150)],
    ["a map", () => parksOfTest(99, ["kemi-tornio"])],
    ["a map of 60 places", async () => doubled(await parksOfTest(30))],
    ["flows", () => flowsOfTest()],
    [
      "30 flows",
      () => ({ ...flowsOfTest(), flows: Array.from({ length: 30 }, () => flowsOfTest().flows[0]!) }),
    ],
    ["numbers that are none", () => withoutNumbers()],
  ])("%s: the link is short and its picture the same", async (_, create) => {
    const drawing = await create();
    const url = links.pictureUrl(drawing);
    expect(url.length).toBeLessThan(3000);
    const read = parseDrawing(payloadOf(url, LINK_KINDS.picture));
    expect(read).toBeDefined();
    expect(roundedShapes(read as Drawing)).toEqual(roundedShapes(drawing));
  });

  test("endless words are cut", () => {
    const bars = [{ label: "pitkä ".repeat(10_000), value: 1, text: "1" }];
    expect(links.pictureUrl({ ...barsOfTest(0), title: "t".repeat(1e5), bars }).length).toBeLessThan(1000);
  });

  test("payloads of another form are none", () => {
    expect(parseDrawing({ kind: "pie" })).toBeUndefined();
    expect(parseDrawing({ ...barsOfTest(1), language: "de" })).toBeUndefined();
    expect(parseDownloadRequest({ ...REQUEST, reader: "root" })).toBeUndefined();
    expect(parseDownloadRequest(null)).toBeUndefined();
  });
});

/** Positions lose what is less than a pixel on the way. */
function roundedShapes(drawing: Drawing) {
  const text = JSON.stringify(layOutDrawing(drawing, ruler).shapes);
  return JSON.parse(text, (_, value) => (typeof value === "number" ? Math.round(value / 4) : value));
}

function doubled(map: Awaited<ReturnType<typeof parksOfTest>>) {
  const others = map.places.map((place) => ({
    ...place,
    isHighlighted: true,
    longitude: place.longitude + 0.4,
  }));
  return { ...map, places: [...map.places, ...others, ...map.places] };
}

function withoutNumbers(): Drawing {
  const flows = [{ from: "A", to: "B", label: "x", value: Number.NaN }];
  return { ...flowsOfTest(), flows };
}
