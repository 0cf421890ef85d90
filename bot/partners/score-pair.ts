import type { Language } from "../../knowledge/languages.ts";
import type { PartnerFinder } from "./partner-finder.ts";
import type { ScoredClass } from "./score-classes.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/**
 * Scores how likely a receiver takes a stream, both told in free text: by the industries the receiver's words name, how well
 * each takes the stuff, and its place among all that take it.
 *
 * @returns 0 to 1; 0 when nothing is known of either.
 *
 * @example
 * ```ts
 * scorePair({ stream: "fly ash", receiver: "cement works" }, { partners, language: "en" }); // about 0.7
 * ```
 */
export function scorePair(
  pair: { stream: string; receiver: string },
  context: { partners: PartnerFinder; language: Language },
): number {
  const { partners, language } = context;
  const stuff = partners.readStuff(pair.stream, language);
  const industries = partners.rankIndustries({ stuff });
  const best = industries[0]?.score ?? 0;
  const named = partners.readReceiver(pair.receiver, language);
  const byIndustry = named.map(
    ({ receiverClass, weight }) => weight * standing(receiverClass, { industries, best }),
  );
  // "Gypsum board maker" names the very stuff: what a receiver's name holds, it works with.
  const worked = new Map(partners.readStuff(pair.receiver, language).map(({ id, weight }) => [id, weight]));
  const shared = stuff.map(({ id, weight, isNear }) =>
    isNear === true ? 0 : weight * (worked.get(id) ?? 0),
  );
  const { sharedStuff } = PARTNER_WEIGHTS.pair;
  const main = Math.max(0, ...byIndustry);
  return 1 - (1 - main) * (1 - sharedStuff * Math.max(0, ...shared));
}

/** Score of an industry, less for one far down the ranking: a stream that all could use goes to the first. */
function standing(
  receiverClass: string,
  context: { industries: readonly ScoredClass[]; best: number },
): number {
  const { industries, best } = context;
  const at = industries.findIndex((industry) => industry.receiverClass === receiverClass);
  const score = industries[at]?.score;
  if (score === undefined) return 0;
  const { rankLoss } = PARTNER_WEIGHTS.pair;
  return (score * (0.5 + (0.5 * score) / best)) / (1 + rankLoss * at);
}
