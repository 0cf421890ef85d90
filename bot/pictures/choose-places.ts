import type { ParkMap } from "../reply/drawing.ts";

/** More places are not drawn. */
export const MAX_PLACES = 30;

/** Which places of a map are drawn. */
export interface ChosenPlaces {
  places: ParkMap["places"];
  /** How many have a position and could be drawn. */
  all: number;
}

/**
 * Chooses the places that are drawn: those with a position, and when they are too many, the highlighted ones first.
 *
 * @param map Any number of places.
 * @returns At most 30 of them.
 */
export function choosePlaces(map: ParkMap): ChosenPlaces {
  const known = map.places.filter(
    ({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
  );
  if (known.length <= MAX_PLACES) return { places: known, all: known.length };
  const strong = known.filter(({ isHighlighted }) => isHighlighted);
  const others = known.filter(({ isHighlighted }) => !isHighlighted);
  return { places: [...strong, ...others].slice(0, MAX_PLACES), all: known.length };
}
