import { recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { namesFeature } from "../../query/feature-words.ts";
import type { IndexedFact } from "../../query/park-fact.ts";
import type { Claim, ClaimSource } from "../compose-reply.ts";
import { placeName } from "../place-name.ts";
import { rowSources } from "../row-sources.ts";
import type { NeedMatch } from "./match-need.ts";
import { LOCATION_TEXTS } from "./texts.ts";

export interface TellContext {
  language: Language;
  view: KnowledgeView;
}

/** A fact's words with the one source that a long answer has room for. */
export function factSource(fact: IndexedFact, { language, view }: TellContext): ClaimSource[] {
  const passage = fact.passage[language];
  if (fact.references !== undefined)
    return fact
      .references(language)
      .map((reference) => ({ ...reference, passage, language }))
      .slice(0, 1);
  return rowSources(fact.row, { view, language, passage, file: fact.file }).slice(0, 1);
}

/**
 * Tells how a park meets a need: the facts in words, with their sources.
 *
 * @returns Nothing where nothing is known.
 */
export function tellMatch(match: NeedMatch, context: TellContext & { park: ParkRecord }): Claim | undefined {
  const { language, park } = context;
  if (match.need.kind === "place") return tellPlace(match, context);
  if (match.facts.length === 0) return undefined;
  const sources = match.facts.flatMap((fact) => factSource(fact, context));
  if (sources.length === 0) return undefined;
  const words = match.facts.map((fact) => pieceOf(fact, match, context)).join("; ");
  const aside = asideOf(match, language);
  const text = aside === "" ? words : `${words} – ${aside}`;
  if (match.nearby === undefined) return { text, sources };
  const km = Math.max(1, Math.round(match.nearby.km));
  const name = recordName(match.nearby.park, language);
  const away = LOCATION_TEXTS[language].away(km, name);
  const distance = distanceSource({ from: recordName(park, language), to: name, km }, language);
  return { text: `${away}: ${text}`, sources: [...sources, distance] };
}

/** Of a company, what it takes or gives that was asked for; of any other row its words. */
function pieceOf(fact: IndexedFact, { need }: NeedMatch, { language, view }: TellContext): string {
  if (fact.kind !== "company") return fact.words[language];
  const speaksOf = (part: string): boolean => {
    if (need.kind === "feature") return namesFeature(part, need.feature);
    if (need.kind !== "input" && need.kind !== "output") return false;
    return view.analyseText(part, language).concepts.get(`trade:${need.material}`) === 1;
  };
  const text = need.kind === "output" ? fact.takes[language] : fact.gives[language];
  const piece = text.split(/[,;.]\s+(?![^()]*\))/u).find(speaksOf);
  const [name = ""] = fact.words[language].split(": ");
  const year = fact.row.year === undefined ? "" : ` (${fact.row.year})`;
  return piece === undefined ? fact.words[language] : `${name}: ${piece.replace(/\.$/, "")}${year}`;
}

/** Why a need is met in part only. */
function asideOf({ need, status, facts, nearby }: NeedMatch, language: Language): string {
  const texts = LOCATION_TEXTS[language];
  const [fact] = facts;
  if (fact === undefined) return "";
  if (status === "absent") return texts.saidAbsent;
  if (fact.state === "planned") return texts.planned;
  if (fact.state === "unsure") return "";
  if ((need.kind === "feature" || need.kind === "input") && need.amount !== undefined) {
    if (fact.amount === undefined || fact.unit !== need.unit) return texts.amountNotTold;
    if (fact.amount < need.amount) return texts.lessThanAsked;
  }
  if (nearby !== undefined) return "";
  if (need.kind === "neighbour" || need.kind === "industry") {
    const isNamed = need.concepts.some((id) => (fact.givesConcepts.get(id) ?? 0) > 0);
    if (!isNamed && fact.kind === "company") return texts.sameIndustry;
  }
  if (need.kind === "output" && !fact.takesConcepts.has(`trade:${need.material}`)) return texts.mayTake;
  return status === "partly" ? texts.related : "";
}

function distanceSource(
  { from, to, km }: { from: string; to: string; km: number },
  language: Language,
): ClaimSource {
  const { distanceTitle, distancePassage } = LOCATION_TEXTS[language];
  return { title: distanceTitle, source: "parks.csv", passage: distancePassage(from, to, km), language };
}

/** Where the park is, and how far from the place that was asked for. */
function tellPlace(match: NeedMatch, context: TellContext & { park: ParkRecord }): Claim | undefined {
  const { language, view, park } = context;
  if (match.need.kind !== "place") return undefined;
  const { place: id } = match.need;
  const where = [...park.municipalities, park.region].map((name) => placeName(name, context)).join(", ");
  const passage = `${recordName(park, language)}: ${where}.`;
  const sources = rowSources(park, { view, language, passage, file: "parks.csv" }).slice(0, 1);
  if (sources.length === 0) return undefined;
  if (match.kmToPlace === undefined) return { text: where, sources };
  const place = view.index.tables.places?.find((row) => row.id === id);
  // A region is no point: a distance to it would be one to its chief town.
  if (place?.kind !== "municipality") return { text: where, sources };
  const km = Math.max(1, Math.round(match.kmToPlace));
  const name = place[language];
  const distance = distanceSource({ from: recordName(park, language), to: name, km }, language);
  return { text: `${where}; ${LOCATION_TEXTS[language].kmTo(km, name)}`, sources: [...sources, distance] };
}
