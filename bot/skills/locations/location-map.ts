import { recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import { pointOf } from "../../partners/distance.ts";
import type { Picture } from "../../reply/reply.ts";
import { LOCATION_TEXTS } from "./texts.ts";

/** A map that names all parks and makes the best ones stand out, in their order. */
export function locationMap(
  best: readonly ParkRecord[],
  { all, language }: { all: readonly ParkRecord[]; language: Language },
): Picture[] {
  const texts = LOCATION_TEXTS[language];
  const others = all.filter((park) => !best.includes(park));
  const places = [...best, ...others].flatMap((park) => {
    const point = pointOf(park);
    if (point === undefined) return [];
    return [{ label: recordName(park, language), ...point, isHighlighted: best.includes(park) }];
  });
  if (places.length === 0) return [];
  const names = (parks: readonly ParkRecord[]) => parks.map((park) => recordName(park, language)).join(", ");
  return [
    {
      alt: texts.mapAlt(names(best), names(others)),
      drawing: { kind: "map", language, title: texts.mapTitle, places, source: texts.mapSource },
    },
  ];
}
