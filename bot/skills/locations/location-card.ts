import { recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard, sayAction, textBlock } from "../../reply/build-card.ts";
import type { Suggestion } from "../../reply/reply.ts";
import type { NeedMatch } from "./match-need.ts";
import type { RankedPark } from "./rank-parks.ts";
import { LOCATION_TEXTS } from "./texts.ts";

const STATUSES: readonly NeedMatch["status"][] = ["met", "partly", "unknown", "absent"];

/** Parks as a card: name and score, and below it the needs by how they are met; readable on a phone. */
export function locationCard(
  content: {
    title: string;
    subtitle: string;
    ranked: readonly RankedPark[];
    /** Names of the needs, in the order of each park's matches. */
    labels: readonly string[];
    actions: readonly Suggestion[];
  },
  language: Language,
): AdaptiveCard {
  const { title, subtitle, ranked, labels, actions } = content;
  const texts = LOCATION_TEXTS[language];
  const body = ranked.map(({ park, matches, score }, at) => {
    const lines = STATUSES.flatMap((status) => {
      const named = labels.filter((_, row) => matches[row]?.status === status);
      return named.length === 0 ? [] : [`${capital(texts.status[status])}: ${named.join(", ")}`];
    });
    return {
      type: "Container" as const,
      spacing: "Medium",
      separator: at > 0,
      items: [
        textBlock(`${at + 1}. ${recordName(park, language)}`, { weight: "Bolder" }),
        textBlock(`${texts.score}: ${scoreText(score, language)}`, { isSubtle: true, spacing: "None" }),
        ...lines.map((line) => textBlock(line, { spacing: "None" })),
      ],
    };
  });
  return buildCard({
    title,
    subtitle,
    body,
    actions: actions.map((action) => sayAction(action.title, action.text)),
  });
}

/** A score with two decimals, as the language writes them. */
export function scoreText(score: number, language: Language): string {
  const text = score.toFixed(2);
  return language === "en" ? text : text.replace(".", ",");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
