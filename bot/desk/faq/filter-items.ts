import { LANGUAGES, type Language, type Reader } from "../../../knowledge/languages.ts";
import type { FaqItem } from "./faq-item.ts";
import { isOutdated } from "./faq-item.ts";

/** States that a list can be narrowed to; `file` are entries that were changed in the files since. */
export const LIST_STATES = ["live", "retired", "outdated", "file", "all"] as const;

/** Which entries a list shows; what is absent narrows nothing. */
export interface FaqFilter {
  /** Words that all stand in the entry, whatever their case. */
  search?: string;
  state: (typeof LIST_STATES)[number];
  /** Languages of which any has no answer. */
  missing?: readonly Language[];
  park?: string;
  tag?: string;
  visibility?: Reader;
}

/** Picks the entries that fit, in their order. @param options.today Date as `2026-03-01`. */
export function filterItems(
  items: readonly FaqItem[],
  { filter, today }: { filter: FaqFilter; today: string },
): FaqItem[] {
  const words = (filter.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const { park, tags, visibility, texts } = item.content;
    return (
      isInState(item, { state: filter.state, today }) &&
      (filter.missing?.some((language) => texts[language].answer === "") ?? true) &&
      (filter.park === undefined || park === filter.park) &&
      (filter.tag === undefined || tags.includes(filter.tag)) &&
      (filter.visibility === undefined || visibility === filter.visibility) &&
      hasWords(item, words)
    );
  });
}

function isInState(item: FaqItem, { state, today }: { state: FaqFilter["state"]; today: string }): boolean {
  if (state === "all") return true;
  if (state === "outdated") return isOutdated(item, today);
  if (state === "file") return item.file === "changed" || item.file === "gone";
  return item.state === state;
}

function hasWords({ id, content }: FaqItem, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const parts = LANGUAGES.flatMap((language) => {
    const { question, variants, answer } = content.texts[language];
    return [question, ...variants, answer];
  });
  const text = [id, ...content.tags, ...parts].join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}
