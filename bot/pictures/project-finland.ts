import { FINLAND_OUTLINE } from "./finland-outline.ts";
import type { Point } from "./scene.ts";

/** Parallel at which a degree of longitude has its true length. */
const TRUE_PARALLEL = 65;

/** A map of Finland in a picture. */
export interface FinlandMap {
  /** Height of the land, in pixels. */
  height: number;
  /** Closed rings of land. */
  land: Point[][];
  /** Where a place of the earth lies in the picture. */
  project: (latitude: number, longitude: number) => Point;
}

/**
 * Fits Finland between two edges; equirectangular, true at 65° N.
 *
 * @param room Left and right edge and upper edge, in pixels.
 * @returns See {@link FinlandMap}.
 */
export function projectFinland(room: { left: number; right: number; top: number }): FinlandMap {
  const all = FINLAND_OUTLINE.flat();
  const north = Math.max(...all.map(([latitude]) => latitude));
  const south = Math.min(...all.map(([latitude]) => latitude));
  const west = Math.min(...all.map(([, longitude]) => longitude));
  const east = Math.max(...all.map(([, longitude]) => longitude));
  const pixelsPerLongitude = (room.right - room.left) / (east - west);
  const pixelsPerLatitude = pixelsPerLongitude / Math.cos((TRUE_PARALLEL * Math.PI) / 180);
  const project = (latitude: number, longitude: number) => ({
    x: room.left + (longitude - west) * pixelsPerLongitude,
    y: room.top + (north - latitude) * pixelsPerLatitude,
  });
  return {
    height: (north - south) * pixelsPerLatitude,
    land: FINLAND_OUTLINE.map((ring) => ring.map(([latitude, longitude]) => project(latitude, longitude))),
    project,
  };
}
