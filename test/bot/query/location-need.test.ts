import { describe, expect, it } from "vitest";
import {
  type LocationNeed,
  locationRequestSchema,
  mergeNeeds,
  needKey,
} from "../../../bot/query/location-need.ts";

const LAND: LocationNeed = { kind: "feature", feature: "land", amount: 5, unit: "ha" };
const PORT: LocationNeed = { kind: "feature", feature: "port" };

describe("needKey()", () => {
  it("is the same for any amount of a thing and for any place", () => {
    expect(needKey({ ...LAND, amount: 50 })).toBe(needKey(LAND));
    expect(needKey({ kind: "place", place: "lapland" })).toBe(needKey({ kind: "place", place: "turku" }));
  });

  it("tells what goes in from what goes out", () => {
    expect(needKey({ kind: "input", material: "ash" })).not.toBe(
      needKey({ kind: "output", material: "ash" }),
    );
  });
});

describe("mergeNeeds()", () => {
  it("replaces a need of the same key and keeps the others", () => {
    const more: LocationNeed = { ...LAND, amount: 50 };
    expect(mergeNeeds([LAND, PORT], [more])).toEqual([PORT, more]);
  });

  it("adds to nothing", () => {
    expect(mergeNeeds([], [PORT])).toEqual([PORT]);
  });
});

describe("locationRequestSchema", () => {
  it("reads back what was remembered", () => {
    const request = { needs: [LAND, PORT], parks: ["arctio"], skipped: ["feature:rail"], asked: PORT };
    expect(locationRequestSchema.parse(JSON.parse(JSON.stringify(request)))).toEqual(request);
  });

  it("refuses a need of a kind it does not know", () => {
    const request = { needs: [{ kind: "weather" }], parks: [], skipped: [] };
    expect(locationRequestSchema.safeParse(request).success).toBe(false);
  });
});
