import { mayRead } from "../../../knowledge/languages.ts";
import { scoreClasses } from "../../partners/score-classes.ts";
import { takesKey } from "../../query/fact-index.ts";
import type { LocationNeed } from "../../query/location-need.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import type { MatchContext } from "./match-need.ts";
import type { RankedPark } from "./rank-parks.ts";

const MOST_STREAMS = 3;
const MOST_PARTNERS = 3;
/** Chance from which on an industry is taken to use a stream. */
const LIKELY = 0.45;

/** Side streams of a park that the company's trade is known to take, and companies that may take what it makes. */
export interface NearbyOffers {
  streams: readonly IndexedFact[];
  partners: readonly IndexedFact[];
  /** `false` where no stream is known to suit the trade, and those that are free stand in for them. */
  isByTrade: boolean;
}

/** Finds what a park holds for a company beside what it asked for. */
export function findNearbyOffers(
  ranked: RankedPark,
  context: { needs: readonly LocationNeed[]; match: MatchContext },
): NearbyOffers {
  const { needs, match } = context;
  const told = new Set(ranked.matches.flatMap(({ facts }) => facts.map(({ words }) => words.en)));
  const index = match.knowledge.indexOf(ranked.park.id);
  const isNew = (fact: IndexedFact): boolean =>
    mayRead(match.reader, fact.visibility) && !told.has(fact.words.en);
  const classes = new Set(needs.flatMap((need) => (need.kind === "industry" ? need.classes : [])));
  const products = needs.flatMap((need) => (need.kind === "industry" ? need.concepts : []));
  const outputs = needs.flatMap((need) => (need.kind === "output" ? [`trade:${need.material}`] : []));
  const arising = index.streams().filter(({ state }) => state === "there");
  const likely = arising
    .map((fact) => ({ fact, chance: chanceOfUse(fact, { classes, match }) }))
    .filter(({ chance }) => chance >= LIKELY)
    .sort((a, b) => b.chance - a.chance)
    .map(({ fact }) => fact);
  const fitting = first(likely, { most: MOST_STREAMS, isMeant: isNew });
  const wanted = [...products, ...outputs].filter((id) => id.startsWith("trade:"));
  const isWanting = (fact: IndexedFact) =>
    fact.kind === "company" &&
    fact.state === "there" &&
    wanted.some((id) => fact.takesConcepts.get(id) === 1) &&
    isNew(fact);
  const isFree = (fact: IndexedFact) =>
    "status" in fact.row && fact.row.status === "available" && isNew(fact);
  const isByTrade = fitting.length > 0;
  return {
    streams: isByTrade ? fitting : first(arising, { most: MOST_STREAMS, isMeant: isFree }),
    partners: first(index.under(wanted.map(takesKey)), { most: MOST_PARTNERS, isMeant: isWanting }),
    isByTrade,
  };
}

/** The first few that meet a condition; the others are not looked at, for their words are written when they are read. */
function first(
  facts: readonly IndexedFact[],
  { most, isMeant }: { most: number; isMeant: (fact: IndexedFact) => boolean },
): IndexedFact[] {
  const found: IndexedFact[] = [];
  for (const fact of facts) {
    if (found.length === most) break;
    if (isMeant(fact)) found.push(fact);
  }
  return found;
}

/** How likely one of the industries takes a stream, by the known uses of what the stream is. */
function chanceOfUse(
  fact: IndexedFact,
  { classes, match }: { classes: ReadonlySet<string>; match: MatchContext },
): number {
  if (classes.size === 0) return 0;
  const stuff = [...fact.givesConcepts]
    .filter(([id, share]) => share === 1 && id.startsWith("trade:"))
    .map(([id]) => ({ id: id.slice("trade:".length), weight: 1, start: 0, end: 0 }))
    .filter(({ id }) => match.materials.knows(id));
  const scored = scoreClasses(stuff, { materials: match.materials }).filter(({ receiverClass }) =>
    classes.has(receiverClass),
  );
  return Math.max(0, ...scored.map(({ score }) => score));
}
