import { recordName } from "../../../indexer/index.ts";
import { mayRead } from "../../../knowledge/languages.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { contactAnswer, contactClaim } from "../contact-claims.ts";
import { findNearbyOffers } from "./nearby-offers.ts";
import type { PresentContext } from "./present-context.ts";
import type { RankedPark } from "./rank-parks.ts";
import { factSource } from "./tell-match.ts";
import { LOCATION_TEXTS } from "./texts.ts";

const NETWORK = "eco-industrial-park-network";

/** Streams and companies of the best parks that fit, beside what was asked for. */
export function offerLines(best: readonly RankedPark[], context: PresentContext): AnswerLine[] {
  const { language, request, match } = context;
  const texts = LOCATION_TEXTS[language];
  const lines: AnswerLine[] = [];
  for (const each of best) {
    const { streams, partners, isByTrade } = findNearbyOffers(each, { needs: request.needs, match });
    const name = recordName(each.park, language);
    const toLines = (facts: typeof streams): AnswerLine[] =>
      facts.map((fact) => ({
        prefix: "- ",
        claim: { text: fact.words[language], sources: factSource(fact, context) },
      }));
    // What is free in a park further down suits nobody in particular.
    if (each !== best[0] && !isByTrade && partners.length === 0) continue;
    const heading = isByTrade ? texts.streams(name) : texts.streamsOnOffer(name);
    if (streams.length > 0) lines.push({ frame: heading }, ...toLines(streams));
    if (partners.length > 0) lines.push({ frame: texts.partners(name) }, ...toLines(partners));
    if (lines.length > 0) break;
  }
  return lines;
}

/** The contact of the best park; where none is known, that of the network of parks. */
export function contactLines(best: RankedPark | undefined, context: PresentContext): AnswerLine[] {
  const { language, reader, view } = context;
  if (best === undefined) return [];
  const texts = LOCATION_TEXTS[language];
  const name = recordName(best.park, language);
  const found = contactAnswer("contact", { park: best.park, language, reader, view })?.claims ?? [];
  if (found.length > 0)
    return [{ frame: texts.contact(name) }, ...found.map((claim) => ({ prefix: "- ", claim }))];
  const network = (view.index.tables.contacts ?? []).filter(
    (row) => row.subject === NETWORK && mayRead(reader, row.visibility),
  );
  if (network.length === 0) return [];
  const people = Map.groupBy(network, (row) => row.name);
  return [
    { frame: texts.noContact(name) },
    ...[...people.values()].map((person) => ({
      prefix: "- ",
      claim: contactClaim(person, { language, view }),
    })),
  ];
}
