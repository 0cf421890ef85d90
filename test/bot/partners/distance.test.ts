import { describe, expect, it } from "vitest";
import { distanceInKm, pointOf } from "../../../bot/partners/distance.ts";
import { makePark } from "../../support/partner-knowledge.ts";

const KEMI = { latitude: 65.74, longitude: 24.56 };
const KOKKOLA = { latitude: 63.84, longitude: 23.13 };

describe("distanceInKm()", () => {
  it("is a quarter of the equator over ninety degrees of longitude", () => {
    const quarter = distanceInKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 });
    expect(quarter).toBeCloseTo((Math.PI / 2) * 6371, 6);
  });

  it("shrinks towards the poles with the circles of latitude", () => {
    const along = (latitude: number) =>
      distanceInKm({ latitude, longitude: 24 }, { latitude, longitude: 25 });
    // One degree of longitude at 60 degrees north is half of one at the equator.
    expect(along(60) / along(0)).toBeCloseTo(0.5, 3);
  });

  it("is the same both ways, nothing to the place itself, and right for two towns", () => {
    expect(distanceInKm(KEMI, KEMI)).toBe(0);
    expect(distanceInKm(KEMI, KOKKOLA)).toBeCloseTo(distanceInKm(KOKKOLA, KEMI), 9);
    expect(Math.round(distanceInKm(KEMI, KOKKOLA))).toBe(222);
  });
});

describe("pointOf()", () => {
  it("needs both coordinates, and takes zero for one", () => {
    expect(pointOf(makePark(KEMI))).toEqual(KEMI);
    expect(pointOf(makePark({ latitude: 0, longitude: 0 }))).toEqual({ latitude: 0, longitude: 0 });
    expect(pointOf(makePark({ longitude: undefined }))).toBeUndefined();
    expect(pointOf(makePark({ latitude: undefined }))).toBeUndefined();
    expect(pointOf(undefined)).toBeUndefined();
  });
});
