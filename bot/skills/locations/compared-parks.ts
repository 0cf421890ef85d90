import { mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { isInPlace } from "../../query/place-coordinates.ts";
import type { Question } from "../../understand/question.ts";

/**
 * Finds the parks that a question names, in its order: by their names, or by the towns they are in.
 *
 * @returns Parks only, each once; several for a town that has several.
 */
export function findNamedParks(
  question: Question,
  { view, reader }: { view: KnowledgeView; reader: Reader },
): ParkRecord[] {
  const parks = (view.index.tables.parks ?? []).filter((park) => mayRead(reader, park.visibility));
  const places = new Map((view.index.tables.places ?? []).map((place) => [place.id, place]));
  const names = question.matches.filter(
    ({ concept, share, start }) =>
      share === 1 &&
      (concept.kind === "park" || concept.kind === "place") &&
      /[\p{Lu}\d]/u.test(question.text[start] ?? ""),
  );
  const asPark = names.filter(({ concept }) => concept.kind === "park");
  const found = names.flatMap(({ concept, start, end }) => {
    if (concept.kind === "park") return parks.filter(({ id }) => `park:${id}` === concept.id);
    if (asPark.some((match) => match.start <= start && match.end >= end)) return [];
    const place = places.get(concept.id.slice("place:".length));
    if (place === undefined || place.kind === "region" || place.kind === "country") return [];
    return parks.filter((park) => park.kind === "park" && isInPlace(park, place));
  });
  return [...new Set(found)];
}
