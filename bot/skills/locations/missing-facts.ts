import type { Language } from "../../../knowledge/languages.ts";
import { FEATURE_LABELS } from "./feature-labels.ts";
import type { MatchContext } from "./match-need.ts";
import type { RankedPark } from "./rank-parks.ts";
import { LOCATION_TEXTS } from "./texts.ts";

/** What may be let to another tomorrow. */
const LET = ["premises", "laboratory", "pilot-space"] as const;

/**
 * What a company must still find out about a park: needs of which the sources are silent, how much land is free,
 * and whether what is let is free today.
 */
export function missingFacts(
  { park, matches }: RankedPark,
  context: { labels: readonly string[]; language: Language; match: MatchContext },
): string[] {
  const { labels, language, match } = context;
  const texts = LOCATION_TEXTS[language];
  // That no other of the trade is there is no gap in what is known.
  const silent = labels.filter(
    (_, row) => matches[row]?.status === "unknown" && matches[row]?.need.kind !== "industry",
  );
  const absent = labels
    .filter((_, row) => matches[row]?.status === "absent" && matches[row]?.need.kind !== "place")
    .map((label) => `${label} (${texts.saidAbsent})`);
  const asksHectares = matches.some(
    ({ need, status }) => need.kind === "feature" && need.feature === "land" && status === "unknown",
  );
  const hasHectares = match.knowledge
    .factsOf(park.id, match.reader)
    .some(({ feature, unit, amount }) => feature === "land" && unit === "ha" && amount !== undefined);
  const letOut = LET.filter((feature) =>
    matches.some(
      ({ need, status }) => need.kind === "feature" && need.feature === feature && status !== "unknown",
    ),
  ).map((feature) => FEATURE_LABELS[language][feature].name);
  return [
    ...silent,
    ...absent,
    ...(hasHectares || asksHectares ? [] : [texts.freeHectares]),
    ...(letOut.length === 0 ? [] : [texts.freeToday(letOut.join(", "))]),
  ];
}
