import { mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Question } from "../understand/question.ts";

/** Parks named in the question; a place stands for its parks when no park is named. */
export function namedParks(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ParkRecord[] {
  const all = (context.view.index.tables.parks ?? []).filter((park) =>
    mayRead(context.reader, park.visibility),
  );
  const named = all.filter((park) => question.parks.includes(park.id));
  if (named.length > 0) return named;
  const places = (context.view.index.tables.places ?? []).filter((place) =>
    question.places.includes(place.id),
  );
  return all.filter((park) =>
    places.some((place) =>
      [place.en, place.fi, place.sv].some(
        (name) => park.municipalities.includes(name) || park.region === name,
      ),
    ),
  );
}
