import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import { FEATURE_LABELS } from "./feature-labels.ts";
import { LOCATION_TEXTS } from "./texts.ts";

/**
 * Names a need in the reader's language: "port", "land, at least 5 ha", "near Turku", "neighbour: steel mill".
 *
 * @param context.isBare Without the amount that was asked for, beside amounts that sources tell.
 */
export function needLabel(
  need: LocationNeed,
  context: { language: Language; view: KnowledgeView; isBare?: boolean },
): string {
  const { language, view, isBare = false } = context;
  const texts = LOCATION_TEXTS[language];
  switch (need.kind) {
    case "feature":
      return withAmount(FEATURE_LABELS[language][need.feature].name, isBare ? {} : need, language);
    case "place": {
      const place = view.index.tables.places?.find(({ id }) => id === need.place);
      const name = place?.[language] ?? need.place;
      if (need.isDenied === true) return texts.notIn(name);
      return need.isNear === true ? texts.near(name) : name;
    }
    case "input":
      return withAmount(
        lower(view.conceptLabel(`trade:${need.material}`, language)),
        isBare ? {} : need,
        language,
      );
    case "output":
      return texts.takerFor(lower(view.conceptLabel(`trade:${need.material}`, language)));
    case "neighbour":
      return texts.neighbour(wordsOf(need, context));
    case "industry":
      return texts.ownTrade(wordsOf(need, context));
    default:
      return wordsOf(need, context);
  }
}

function withAmount(
  name: string,
  need: { amount?: number | undefined; unit?: string | undefined },
  language: Language,
): string {
  if (need.amount === undefined) return name;
  const amount = `${presentNumber(need.amount, language)} ${need.unit ?? ""}`.trim();
  return `${name}, ${LOCATION_TEXTS[language].atLeast(amount)}`;
}

/** The name of a trade where it is that of the question inflected, else the words of the question. */
function wordsOf(
  need: { words: string; concepts: readonly string[] },
  { language, view }: { language: Language; view: KnowledgeView },
): string {
  const words = need.words.toLowerCase();
  const labels = need.concepts
    .filter((id) => id.startsWith("trade:"))
    .map((id) => lower(view.conceptLabel(id, language)));
  // "Mineral wool waste" is no name for what a maker of mineral wool makes.
  const own = labels.find((label) => label.slice(0, SAME_START) === words.slice(0, SAME_START));
  if (own !== undefined) return own;
  return language === "en" ? `“${words}”` : `”${words}”`;
}

/** Letters by which a word and the name of its concept are taken for one. */
const SAME_START = 5;

/** Small, unless it is an abbreviation or a name. */
function lower(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
