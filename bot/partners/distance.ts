import type { ParkRecord } from "../../knowledge/schema.ts";

/** A point on the earth in degrees. */
export interface Point {
  latitude: number;
  longitude: number;
}

const EARTH_RADIUS_IN_KM = 6371;

/**
 * Distance of two points as the crow flies, in km (haversine formula, mean earth radius 6371 km). Roads are longer.
 *
 * @example
 * ```ts
 * distanceInKm({ latitude: 65.75, longitude: 24.45 }, { latitude: 63.86, longitude: 23.05 }); // about 220
 * ```
 */
export function distanceInKm(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const lat = rad(b.latitude - a.latitude);
  const lon = rad(b.longitude - a.longitude);
  const half =
    Math.sin(lat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(lon / 2) ** 2;
  return 2 * EARTH_RADIUS_IN_KM * Math.asin(Math.sqrt(half));
}

/** Place of a park, if the table gives it. */
export function pointOf(park: ParkRecord | undefined): Point | undefined {
  if (park?.latitude === undefined || park.longitude === undefined) return undefined;
  return { latitude: park.latitude, longitude: park.longitude };
}
