import { describe, expect, it } from "vitest";
import { scoreSources } from "../../../bot/partners/score-sources.ts";
import { PARTNER_WEIGHTS } from "../../../bot/partners/weights.ts";
import { StreamTable } from "../../../bot/query/stream-table.ts";
import type { KnowledgeIndex } from "../../../indexer/index.ts";
import type { Reader } from "../../../knowledge/languages.ts";
import type { ParkRecord, StreamRecord } from "../../../knowledge/schema.ts";
import { makeMaterials, makeUse } from "../../support/materials.ts";
import { makePark } from "../../support/partner-knowledge.ts";
import { makeStream } from "../../support/streams.ts";

const KEMI = { latitude: 65.74, longitude: 24.56 };
const NOW = new Date().getFullYear();
const USES = [
  makeUse({ stream_type: "fly-ash" }),
  makeUse({ stream_type: "silica", receiver_class: "glass" }),
  makeUse({ stream_type: "bottom-ash", receiver_class: "glass", visibility: "member" }),
];
const materials = makeMaterials({ uses: USES });
const stuff = (id: string, weight = 1) => ({ id, weight, start: 0, end: 1 });
/** Streams here bear their concept as English name. */
const named = (name_en: string, fields: Partial<StreamRecord> = {}) =>
  makeStream({ id: `SS-${name_en}`, name_en, year: NOW, category: "other", ...fields });

function score(
  streams: readonly StreamRecord[],
  need: Partial<Parameters<typeof scoreSources>[0]>,
  context: { reader?: Reader; parks?: readonly ParkRecord[] } = {},
) {
  const { reader = "public", parks = [makePark()] } = context;
  const table = new StreamTable({
    streams,
    parks,
    places: [],
    conceptsOf: ({ name_en }) => new Map([[`trade:${name_en}`, 1]]),
  });
  const tables = { parks } as unknown as KnowledgeIndex["tables"];
  return scoreSources({ classes: [], stuff: [], ...need }, { reader, materials, streams: table, tables });
}

describe("scoreSources()", () => {
  it("adds the weighed parts up; availability counts as far as the stuff fits", () => {
    const [found] = score([named("fly-ash")], { stuff: [stuff("fly-ash", 0.5)], place: KEMI });
    const { fit, availability, distance, freshness } = PARTNER_WEIGHTS.source;
    expect(found?.parts).toEqual({ fit: 0.5, availability: 1, distance: 1, freshness: 1 });
    expect(found?.score).toBeCloseTo(fit * 0.5 + availability * 0.5 + distance + freshness, 9);
    expect(found?.distanceInKm).toBe(0);
  });

  it("gives the wanted stuff first, then special kinds of it, then what holds it", () => {
    const streams = [named("fly-ash"), named("ash"), named("lime"), named("sawdust")];
    const concepts = (id: string) => score(streams, { stuff: [stuff(id)] }).map(({ concept }) => concept);
    expect(concepts("ash")).toEqual(["ash", "fly-ash"]);
    // Who asks for fly ash may take some other ash; nobody's sawdust.
    expect(concepts("fly-ash")).toEqual(["fly-ash", "ash"]);
    expect(concepts("lime")).toEqual(["lime", "ash", "fly-ash"]);
    expect(concepts("helicopter")).toEqual([]);
  });

  it("gives what an industry takes, with the use it rests on, where no stuff is named", () => {
    const streams = [named("fly-ash"), named("silica")];
    const [found, ...others] = score(streams, { classes: ["cement and lime"] });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ concept: "fly-ash", support: { use: USES[0], relation: "same" } });
    const both = score(streams, { classes: ["cement and lime", "glass"] });
    expect(both.map(({ concept }) => concept)).toEqual(["fly-ash", "silica"]);
    expect(both[1]?.parts.fit).toBeCloseTo((both[0]?.parts.fit ?? 0) * 0.8, 9);
  });

  it("prefers what nobody uses to what is sold, and that to what is used on site", () => {
    const states = ["used on site", "sold", "landfilled", "available"] as const;
    const streams = states.map((status) => named("fly-ash", { id: `SS-${status}`, status }));
    const order = score(streams, { stuff: [stuff("fly-ash")] }).map(({ stream }) => stream.status);
    expect(order).toEqual(["available", "landfilled", "sold", "used on site"]);
    const planned = score([named("fly-ash", { kind: "planned" })], { stuff: [stuff("fly-ash")] });
    expect(planned[0]?.parts.availability).toBeCloseTo(0.7, 9);
  });

  it("counts a stream the less, the less of the needed amount it gives; another dimension tells nothing", () => {
    const streams = [
      named("fly-ash", { id: "SS-all", quantity: 500, unit: "t" }),
      named("fly-ash", { id: "SS-half", quantity: 50, unit: "t" }),
      named("fly-ash", { id: "SS-energy", quantity: 50, unit: "MWh" }),
    ];
    const need = { stuff: [stuff("fly-ash")], amount: { dimension: "mass" as const, value: 100 } };
    const found = new Map(score(streams, need).map((source) => [source.stream.id, source]));
    expect(found.get("SS-all")?.coverage).toBe(5);
    expect(found.get("SS-half")?.coverage).toBe(0.5);
    expect(found.get("SS-energy")?.coverage).toBeUndefined();
    expect(found.get("SS-half")?.score).toBeLessThan(found.get("SS-all")?.score ?? 0);
    expect(found.get("SS-all")?.score).toBe(found.get("SS-energy")?.score);
  });

  it("leaves out totals over several streams", () => {
    expect(score([named("fly-ash", { kind: "aggregate" })], { stuff: [stuff("fly-ash")] })).toEqual([]);
  });

  it("gives each stream once, by the concept that fits it best, and at most twenty", () => {
    const need = { stuff: [stuff("ash"), stuff("fly-ash")] };
    const found = score([named("fly-ash")], need);
    expect(found).toHaveLength(1);
    expect(found[0]?.parts.fit).toBe(1);
    const many = Array.from({ length: 30 }, (_, at) => named("fly-ash", { id: `SS${at}` }));
    expect(score(many, need)).toHaveLength(20);
  });

  it("counts old data less, and what has no place as neither near nor far", () => {
    const [old] = score([named("fly-ash", { year: NOW - 9 })], { stuff: [stuff("fly-ash")] });
    expect(old?.parts).toMatchObject({ freshness: 0.4, distance: 0.5 });
    const [undated] = score([named("fly-ash", { year: undefined })], { stuff: [stuff("fly-ash")] });
    expect(undated?.parts.freshness).toBe(0.3);
  });

  it("shows a reader no stream, use or distance above its rank", () => {
    const streams = [named("fly-ash", { visibility: "member" }), named("bottom-ash")];
    const ids = (reader: Reader, need: Parameters<typeof score>[1]) =>
      score(streams, need, { reader }).map(({ concept }) => concept);
    expect(ids("public", { stuff: [stuff("fly-ash")] })).toEqual([]);
    expect(ids("member", { stuff: [stuff("fly-ash")] })).toEqual(["fly-ash"]);
    expect(ids("public", { classes: ["glass"] })).toEqual([]);
    expect(ids("member", { classes: ["glass"] })).toEqual(["bottom-ash"]);
    const parks = [makePark({ visibility: "member" })];
    const need = { stuff: [stuff("bottom-ash")], place: KEMI };
    expect(score(streams, need, { parks })[0]?.distanceInKm).toBeUndefined();
    expect(score(streams, need, { parks, reader: "member" })[0]?.distanceInKm).toBe(0);
  });
});
