import { doAtOnce, type KnowledgeIndex, mapInSteps, type Steps } from "../../indexer/index.ts";
import { LANGUAGES, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, ParkRecord } from "../../knowledge/schema.ts";
import { distanceInKm, type Point, pointOf } from "./distance.ts";
import type { MaterialKnowledge } from "./material-knowledge.ts";
import type { Offer } from "./offer.ts";
import { bareId } from "./read-stuff.ts";
import type { ScoredClass } from "./score-classes.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** A company as a receiver of a stream, with the parts of its score. */
export interface ScoredCompany {
  company: CompanyRecord;
  /** Absent where the reader may not see the park. */
  park: ParkRecord | undefined;
  industry: ScoredClass;
  /** 0 to 1. */
  score: number;
  parts: CompanyParts;
  /** As the crow flies; absent when either place is not known. */
  distanceInKm?: number;
  /** The concept of the offered stuff that its inputs name. */
  needs?: string;
  /** Heat cannot be piped as far as this. */
  isBeyondReach?: boolean;
}

/** The parts of a company's score, each 0 to 1, before they are weighed. */
export interface CompanyParts {
  industry: number;
  needs: number;
  distance: number;
  freshness: number;
}

interface IndexedCompany {
  company: CompanyRecord;
  park: ParkRecord | undefined;
  point: Point | undefined;
  name: string;
  /** Bare ids of what its inputs name. */
  inputs: ReadonlySet<string>;
}

/** Year of "now" for the age of data. */
const THIS_YEAR = new Date().getFullYear();
const OLD_IN_YEARS = 15;
const MOST_COMPANIES = 12;

export interface ReceiverParts {
  index: Pick<KnowledgeIndex, "tables" | "lexicon">;
  materials: MaterialKnowledge;
}

type ReceiversByClass = ReadonlyMap<string, readonly IndexedCompany[]>;

/** Reads what the companies take in, and lists them by the industries they are of. */
export function* readReceivers({ index, materials }: ReceiverParts): Steps<ReceiversByClass> {
  const { companies = [], parks = [] } = index.tables;
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const byClass = new Map<string, IndexedCompany[]>();
  const read = (company: CompanyRecord) => {
    const park = parkOf.get(company.parks[0] ?? "");
    const name = `${company.name_en} ${company.name_fi} ${company.name_sv}`.toLowerCase();
    const inputs = inputsOf(company, { index, materials });
    const indexed: IndexedCompany = { company, park, point: pointOf(park), name, inputs };
    for (const receiverClass of company.receiver_classes) {
      const list = byClass.get(receiverClass);
      if (list === undefined) byClass.set(receiverClass, [indexed]);
      else list.push(indexed);
    }
  };
  yield* mapInSteps(companies, read, ROWS_AT_ONCE);
  return byClass;
}

/** Rows read between two looks at the clock. */
const ROWS_AT_ONCE = 16;

/** The companies of the table by the industries they may receive streams as. */
export class CompanyReceivers {
  readonly #byClass: ReceiversByClass;

  /** @param byClass What {@link readReceivers} gives for the same, where it was read in steps. */
  constructor(parts: ReceiverParts, byClass: ReceiversByClass = doAtOnce(readReceivers(parts))) {
    this.#byClass = byClass;
  }

  /**
   * Companies of the given industries that the reader may see, best first; each once, in the industry it fits best.
   */
  find(industries: readonly ScoredClass[], offer: Offer & { materials: MaterialKnowledge }): ScoredCompany[] {
    const wanted = wantedInputs(offer);
    const best = new Map<string, ScoredCompany>();
    for (const industry of industries) {
      for (const indexed of this.#byClass.get(industry.receiverClass) ?? []) {
        if (offer.owner !== undefined && indexed.name.includes(offer.owner)) continue;
        if (!mayRead(offer.reader ?? "public", indexed.company.visibility)) continue;
        const scored = scoreCompany(indexed, { industry, offer, wanted });
        if (scored.score > (best.get(indexed.company.id)?.score ?? 0)) best.set(indexed.company.id, scored);
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_COMPANIES);
  }
}

function inputsOf(
  company: CompanyRecord,
  context: { index: Pick<KnowledgeIndex, "lexicon">; materials: MaterialKnowledge },
): Set<string> {
  const ids = new Set<string>();
  for (const language of LANGUAGES) {
    for (const { concept, share } of context.index.lexicon.match(
      company[`inputs_${language}`] ?? "",
      language,
    )) {
      const id = bareId(concept.id);
      if (concept.kind === "trade" && share === 1 && context.materials.knows(id)) ids.add(id);
    }
  }
  return ids;
}

/** Concepts by which inputs may name the offered stuff, with their weights. */
function wantedInputs(offer: Offer & { materials: MaterialKnowledge }): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { id, weight } of offer.stuff) {
    for (const related of offer.materials.relatedTo(id)) {
      // What it contains is no sign that it is wanted: steel works that need lime do not need all that holds calcium.
      if (related.relation === "contains") continue;
      wanted.set(related.id, Math.max(wanted.get(related.id) ?? 0, weight * related.weight));
    }
  }
  return wanted;
}

function scoreCompany(
  indexed: IndexedCompany,
  context: { industry: ScoredClass; offer: Offer; wanted: ReadonlyMap<string, number> },
): ScoredCompany {
  const { industry, offer, wanted } = context;
  const { company, inputs } = indexed;
  const { park, point } = placeSeenBy(offer.reader ?? "public", indexed);
  const weights = PARTNER_WEIGHTS.company;
  let needs = 0;
  let named: string | undefined;
  for (const id of inputs) {
    const weight = wanted.get(id) ?? 0;
    if (weight > needs) [needs, named] = [weight, id];
  }
  const distance =
    offer.place === undefined || point === undefined ? undefined : distanceInKm(offer.place, point);
  const halfway = offer.isHeat === true ? weights.heatHalfwayKm : weights.halfwayKm;
  const isBeyond = offer.isHeat === true && distance !== undefined && distance > weights.heatReachKm;
  const parts: CompanyParts = {
    industry: industry.score,
    needs,
    // An unknown distance is neither near nor far.
    distance: distance === undefined ? 0.5 : halfway / (halfway + distance),
    freshness: freshness(company.year),
  };
  const sum =
    weights.industry * parts.industry +
    weights.needs * parts.needs +
    weights.distance * parts.distance +
    weights.freshness * parts.freshness;
  return {
    company,
    park,
    industry,
    score: sum * statusFactor(company.status) * (isBeyond ? weights.beyondReach : 1),
    parts,
    ...(distance === undefined ? {} : { distanceInKm: Math.round(distance) }),
    ...(named === undefined ? {} : { needs: named }),
    ...(isBeyond ? { isBeyondReach: true } : {}),
  };
}

/** Park and place of a company, unless the reader may not see the park. */
function placeSeenBy(
  reader: Reader,
  { park, point }: IndexedCompany,
): Pick<IndexedCompany, "park" | "point"> {
  return park !== undefined && mayRead(reader, park.visibility)
    ? { park, point }
    : { park: undefined, point: undefined };
}

function freshness(year: number | undefined): number {
  return year === undefined ? 0.3 : Math.max(0, 1 - (THIS_YEAR - year) / OLD_IN_YEARS);
}

function statusFactor(status: CompanyRecord["status"]): number {
  const { planned, closed, unknownStatus } = PARTNER_WEIGHTS.obstacles;
  return { running: 1, planned, closed, unknown: unknownStatus }[status];
}
