import type { Evidence } from "./evidence.ts";

/** "Hundreds of firms": numbers that are none, by their magnitude. */
const MAGNITUDES: readonly RegExp[] = [
  /(?<!\p{L})(?:dozens|kymmeni\p{L}*|tiotals|dussintals)(?!\p{L})/iu,
  /(?<!\p{L})(?:hundreds|satoja|sadoi\p{L}*|hundratals)(?!\p{L})/iu,
  /(?<!\p{L})(?:thousands|tuhansi\p{L}*|tusentals)(?!\p{L})/iu,
  /(?<!\p{L})(?:millions|miljooni\p{L}*|miljontals)(?!\p{L})/iu,
];

/** Tells whether a text speaks of hundreds, thousands and so on where no source does. */
export function hasStrangeMagnitude(text: string, evidence: readonly Evidence[]): boolean {
  return MAGNITUDES.some(
    (magnitude) => magnitude.test(text) && !evidence.some((source) => magnitude.test(source.text)),
  );
}
