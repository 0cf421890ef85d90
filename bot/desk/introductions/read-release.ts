import { FIELD_GROUPS } from "../../../knowledge/schema.ts";
import { tidyText } from "../tickets/present-words.ts";
import type { ReleasedField } from "./introduction.ts";

/** Longest text of a field group that is passed on, in characters. */
export const MAX_RELEASED_CHARS = 1000;

/**
 * Reads what the other side allows: the ticked groups with their words.
 *
 * @param field Gives the field of a form by its id: `release-GROUP` holds `yes`, `words-GROUP` the text.
 * @returns The groups in their order; nothing when a ticked one has no words, or none is ticked.
 */
export function readRelease(field: (id: string) => string): ReleasedField[] | undefined {
  const ticked = FIELD_GROUPS.filter((group) => field(`release-${group}`) === "yes");
  const released = ticked.map((group) => ({
    group,
    text: tidyText(field(`words-${group}`), MAX_RELEASED_CHARS),
  }));
  const isWhole = released.length > 0 && released.every(({ text }) => /[\p{L}\d]/u.test(text));
  return isWhole ? released : undefined;
}
