import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { Suggestion } from "../../reply/reply.ts";
import { FEATURE_LABELS } from "./feature-labels.ts";
import { LOCATION_TEXTS } from "./texts.ts";

const HECTARES = [2, 10, 50];

/** The clarifying question in words, with up to three replies to press. */
export function presentQuestion(
  need: LocationNeed,
  context: { language: Language; view: KnowledgeView; regions: readonly string[] },
): { text: string; suggestions: Suggestion[] } {
  const { language, view, regions } = context;
  const texts = LOCATION_TEXTS[language];
  const say = (text: string): Suggestion => ({ title: text, text });
  if (need.kind === "place") {
    const names = regions
      .slice(0, 2)
      .map((id) => view.index.tables.places?.find((place) => place.id === id)?.[language] ?? id);
    const suggestions = [...names.map((name) => say(texts.inRegion(name))), say(texts.anywhere)];
    return { text: `${texts.question} ${texts.askRegion}`, suggestions };
  }
  if (need.kind !== "feature") return { text: "", suggestions: [] };
  const { ask, yes } = FEATURE_LABELS[language][need.feature];
  const suggestions =
    need.feature === "land"
      ? HECTARES.map((amount) => say(texts.hectares(amount)))
      : [say(yes), say(texts.no), say(texts.skip)];
  return { text: `${texts.question} ${ask}`, suggestions };
}
