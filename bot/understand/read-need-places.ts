import type { KnowledgeView } from "../knowledge-view.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { isUsefulPlace } from "../query/place-coordinates.ts";
import type { NeedSpan } from "./need-spans.ts";
import type { Question } from "./question.ts";

type PlaceNeed = Extract<LocationNeed, { kind: "place" }>;

const NEAR_BEFORE =
  /(?<!\p{L})(?:near|nearby|close to|around|not far from|within reach of|nära|i närheten av|kring|omkring|runt|lähellä|lähelle)\s+(?:the\s+|den\s+)?$/iu;
const NEAR_AFTER =
  /^\p{L}*\s+(?:area|district|lähellä|lähelle|lähistöl\p{L}*|seud\p{L}*|tienoil\p{L}*|ympäristö\p{L}*|region(?!\p{L})|trakten|nejden)/iu;

/** Where one does not want to be: "not in Kokkola", "emme Lapista", "inte i Karleby". */
const DENIED_BEFORE =
  /(?<!\p{L})(?:not|nor|except|excluding|outside(?: of)?|anywhere but|other than|away from|rather not|but no|ei|emme|eikä|emmekä|paitsi|muualla kuin|muualle kuin|inte|ej|utom|utanför|annanstans än|bortsett från)\s+(?:(?:in|at|to|near|around|anywhere in|the|i|på|till|nära|någonstans i|den)\s+)*$/iu;
const DENIED_AFTER =
  /^\p{L}*\s+(?:ulkopuolel\p{L}*|lukuun ?ottamatta|ei käy|ei sovi|går inte|is out)(?!\p{L})/iu;

/** Areas that are named by one word, or by a word the vocabulary splits. */
const AREAS: readonly [RegExp, string][] = [
  [/(?<!\p{L})etelä-suom/iu, "southern-finland"],
  [/(?<!\p{L})pohjois-suom/iu, "northern-finland"],
  [/(?<!\p{L})itä-suom/iu, "eastern-finland"],
  [/(?<!\p{L})länsi-suom/iu, "western-finland"],
  [/(?<!\p{L})lounais-suom/iu, "southwestern-finland"],
  [/(?<!\p{L})uude(?:lla|lta|n|ssa|sta|lle)?(?:maa|maalla|maalta|maan)(?!\p{L})/iu, "uusimaa"],
  [/(?<!\p{L})meri-?la(?:p|ppi)/iu, "sea-lapland"],
  [/(?<!\p{L})(?:pääkaupunkiseu|huvudstadsregion)/iu, "helsinki-capital-region"],
  [
    /(?<!\p{L})(?:in|of|down|along) the south-?\s?west(?!\p{L})|south-?\s?western finland|south-?\s?west(?:ern)? coast|lounais(?:ella |-)?(?:rannik|suom)|lounaassa|i sydväst/iu,
    "southwestern-finland",
  ],
  [
    /(?<!\p{L})(?:up|in the) north(?! of (?!finland))(?!-?\s?(?:east|west))(?!\p{L})|pohjoisessa(?!\p{L})|i norr(?!\p{L})|norrut/iu,
    "northern-finland",
  ],
  [
    /(?<!\p{L})in the south(?!-?\s?(?:east|west))(?!\p{L})|etelässä(?!\p{L})|i söder(?!\p{L})/iu,
    "southern-finland",
  ],
  [/(?<!\p{L})in the east(?!\p{L})|idässä(?!\p{L})|i öster(?!\p{L})/iu, "eastern-finland"],
  [/(?<!\p{L})(?:southern|south of) finland/iu, "southern-finland"],
  [/(?<!\p{L})(?:northern|north of) finland/iu, "northern-finland"],
];
/** "Åbotrakten", "Vasaregionen": a town and its surroundings. */
const SURROUNDINGS = /(\p{Lu}\p{L}{2,}?)(?:trakten|nejden|regionen)(?!\p{L})/gu;

/** Finds where a company wants to be. A name written small is none: Swedish *kemi* is chemistry. */
export function readPlaceSpans(question: Question, view: KnowledgeView): NeedSpan<PlaceNeed>[] {
  const { text } = question;
  const places = new Map((view.index.tables.places ?? []).map((place) => [place.id, place]));
  const isUseful = (id: string) => {
    const place = places.get(id);
    return place !== undefined && isUsefulPlace(place);
  };
  const named = question.matches
    .filter(
      ({ concept, share, start, end }) =>
        concept.kind === "place" && share === 1 && /\p{Lu}/u.test(text.slice(start, end)),
    )
    .map(({ concept, start, end }) => toSpan(concept.id.slice("place:".length), { start, end, text }));
  const areas = AREAS.flatMap(([pattern, place]) => {
    const match = pattern.exec(text);
    return match === null
      ? []
      : [toSpan(place, { start: match.index, end: match.index + match[0].length, text })];
  });
  const around = [...text.matchAll(SURROUNDINGS)].flatMap((match): NeedSpan<PlaceNeed>[] => {
    const [found] = view.index.lexicon
      .match(match[1] ?? "", question.language)
      .filter(({ concept, share }) => concept.kind === "place" && share === 1);
    if (found === undefined) return [];
    const place = found.concept.id.slice("place:".length);
    const end = match.index + match[0].length;
    return [{ start: match.index, end, need: { kind: "place", place, isNear: true } }];
  });
  const spans = [...areas, ...around, ...named].filter(({ need }) => isUseful(need.place));
  return spans.filter(
    (span, at) => !spans.slice(0, at).some((other) => span.start <= other.end && span.end >= other.start),
  );
}

function toSpan(
  place: string,
  { start, end, text }: { start: number; end: number; text: string },
): NeedSpan<PlaceNeed> {
  const before = text.slice(0, start);
  const after = DENIED_AFTER.exec(text.slice(end))?.[0];
  if (DENIED_BEFORE.test(before) || after !== undefined)
    return { start, end: end + (after?.length ?? 0), need: { kind: "place", place, isDenied: true } };
  const isNear = NEAR_BEFORE.test(before) || NEAR_AFTER.test(text.slice(end));
  return { start, end, need: { kind: "place", place, ...(isNear ? { isNear } : {}) } };
}
