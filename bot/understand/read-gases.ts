import type { LocationNeed } from "../query/location-need.ts";
import type { NeedSpan } from "./need-spans.ts";

/**
 * Gases by all forms of their short names: inflected they look like other words ("happea" is oxygen, "happoa" acid), and
 * the vocabulary does not hold them all.
 */
const GASES: readonly [RegExp, string][] = [
  [/(?<!\p{L})(?:happi|happea|happeen|hapen|hapella|hapesta|happikaasu\p{L}*)(?!\p{L})/giu, "oxygen"],
  [/(?<!\p{L})(?:typpi|typpeä|typen|typellä|typestä|typpikaasu\p{L}*)(?!\p{L})/giu, "nitrogen"],
  [/(?<!\p{L})(?:vety|vetyä|vedyn|vedyllä|vedystä|vetykaasu\p{L}*|väte|vätgas)(?!\p{L})/giu, "hydrogen"],
  [/(?<!\p{L})(?:syre|syret|syrgas)(?!\p{L})/giu, "oxygen"],
  [/(?<!\p{L})(?:kväve|kvävgas|kvävet)(?!\p{L})/giu, "nitrogen"],
  [/(?<!\p{L})(?:oxygen)(?!\p{L})/giu, "oxygen"],
  [/(?<!\p{L})(?:nitrogen)(?! fertili)(?!\p{L})/giu, "nitrogen"],
  [/(?<!\p{L})(?:argon\p{L}{0,3})(?!\p{L})/giu, "argon"],
];

/** Finds gases that are wanted by name, where nothing else has read their words. */
export function readGasSpans(
  text: string,
  isTaken: (span: { start: number; end: number }) => boolean,
): NeedSpan<LocationNeed>[] {
  return GASES.flatMap(([pattern, material]) =>
    [...text.matchAll(pattern)].map(
      (match): NeedSpan<LocationNeed> => ({
        start: match.index,
        end: match.index + match[0].length,
        need: { kind: "input", material },
      }),
    ),
  ).filter((span) => !isTaken(span));
}
