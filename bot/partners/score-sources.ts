import type { KnowledgeIndex } from "../../indexer/index.ts";
import { mayRead, type Reader } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import { type Amount, toAmount } from "../query/amount.ts";
import { type Freshness, freshnessOf, presentDay } from "../query/freshness.ts";
import type { StreamTable } from "../query/stream-table.ts";
import { distanceInKm, type Point, pointOf } from "./distance.ts";
import type { MaterialKnowledge } from "./material-knowledge.ts";
import type { Stuff } from "./read-stuff.ts";
import type { ClassSupport } from "./score-classes.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** A stream that could be taken, with what speaks for it. */
export interface ScoredSource {
  stream: StreamRecord;
  /** 0 to 1. */
  score: number;
  /** 0 to 1 each. */
  parts: { fit: number; availability: number; distance: number; freshness: number };
  /** Bare id of the concept by which it fits. */
  concept: string;
  /** The use it fits by, where an industry is known. */
  support?: ClassSupport;
  distanceInKm?: number;
  /** Yearly flow as a share of the amount needed; absent where either is not known or they cannot be compared. */
  coverage?: number;
}

/** What is sought. */
export interface SourceNeed {
  /** Industries of the asker. */
  classes: readonly string[];
  /** What is wanted; empty when anything that the industry takes would do. */
  stuff: readonly Stuff[];
  place?: Point | undefined;
  /** How much is needed a year, in the base unit of its dimension. */
  amount?: Amount | undefined;
}

interface Fit {
  weight: number;
  concept: string;
  support?: ClassSupport;
}

const MOST_SOURCES = 20;
const THIS_YEAR = new Date().getFullYear();

/** Ranks the streams of the table for a need; see `PartnerFinder.findSources`. */
export function scoreSources(
  need: SourceNeed,
  context: {
    reader: Reader;
    materials: MaterialKnowledge;
    streams: StreamTable;
    tables: KnowledgeIndex["tables"];
  },
): ScoredSource[] {
  const { reader, streams, tables } = context;
  const fits = need.stuff.length > 0 ? wantedConcepts(need, context.materials) : takenConcepts(need, context);
  const parks = new Map(
    (tables.parks ?? [])
      .filter((park) => mayRead(reader, park.visibility))
      .map((park) => [park.id, pointOf(park)]),
  );
  const best = new Map<string, ScoredSource>();
  // Told once: asking a clock for each of a hundred thousand rows takes a third of the search.
  const today = presentDay();
  for (const fit of fits) {
    for (const stream of streams.rowsOf(fit.concept)) {
      if (stream.kind === "aggregate" || !mayRead(reader, stream.visibility)) continue;
      const scored = withCoverage(
        scoreSource(stream, { fit, place: need.place, point: parks.get(stream.park), today }),
        need.amount,
      );
      if (scored.score > (best.get(stream.id)?.score ?? 0)) best.set(stream.id, scored);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_SOURCES);
}

/** A stream that gives a tenth of what is needed is worth less than one that gives all of it. */
function withCoverage(source: ScoredSource, needed: Amount | undefined): ScoredSource {
  const { stream, score } = source;
  const amount = stream.kind === "flow" ? toAmount(stream.quantity, stream.unit) : undefined;
  if (needed === undefined || amount?.dimension !== needed.dimension || needed.value <= 0) return source;
  const coverage = amount.value / needed.value;
  const { uncovered } = PARTNER_WEIGHTS.obstacles;
  return { ...source, coverage, score: score * (uncovered + (1 - uncovered) * Math.min(1, coverage)) };
}

/** What is asked for, and what is a kind of it. */
function wantedConcepts(need: { stuff: readonly Stuff[] }, materials: MaterialKnowledge): Fit[] {
  return need.stuff.flatMap(({ id, weight }) => [
    ...materials.holding(id).map((concept) => ({ concept, weight: weight * 0.6 })),
    ...materials
      .relatedTo(id)
      .filter(({ relation }) => relation === "same" || relation === "narrower" || relation === "broader")
      .map((related) => ({
        concept: related.id,
        // Who asks for ash may well take fly ash; who asks for fly ash hardly any ash.
        weight: weight * (related.relation === "narrower" ? 0.9 : related.relation === "broader" ? 0.5 : 1),
      })),
  ]);
}

/** Whatever the industry takes. */
function takenConcepts(
  need: { classes: readonly string[] },
  { materials, reader }: { materials: MaterialKnowledge; reader: Reader },
): Fit[] {
  return need.classes.flatMap((receiverClass, at) =>
    materials.usesBy(receiverClass).flatMap(({ use, rank }) => {
      if (!mayRead(reader, use.visibility)) return [];
      const weight = materials.firmness({ use, rank }) * 0.8 ** at;
      const support: ClassSupport = { use, named: use.stream_type, relation: "same", strength: weight };
      return [{ concept: use.stream_type, weight, support }];
    }),
  );
}

/** How free a stream is to be taken. */
const AVAILABILITY: Record<StreamRecord["status"], number> = {
  available: 1,
  landfilled: 0.95,
  stored: 0.95,
  unknown: 0.8,
  sold: 0.6,
  "used on site": 0.45,
};

/** Share of the score left to a row that its owner has not stood up for lately, or that cannot be had yet. */
const FRESHNESS_SHARE: Record<Freshness, number> = {
  current: 1,
  "of its source": 1,
  unverified: PARTNER_WEIGHTS.obstacles.unverified,
  "not yet available": PARTNER_WEIGHTS.obstacles.notYet,
  expired: PARTNER_WEIGHTS.obstacles.expired,
};

function scoreSource(
  stream: StreamRecord,
  context: { fit: Fit; place: Point | undefined; point: Point | undefined; today: string },
): ScoredSource {
  const { fit, place, point, today } = context;
  const { fit: share, availability, distance: near, freshness } = PARTNER_WEIGHTS.source;
  const distance = place === undefined || point === undefined ? undefined : distanceInKm(place, point);
  const { halfwayKm } = PARTNER_WEIGHTS.company;
  const parts = {
    fit: fit.weight,
    availability: AVAILABILITY[stream.status] * (stream.kind === "planned" ? 0.7 : 1),
    distance: distance === undefined ? 0.5 : halfwayKm / (halfwayKm + distance),
    freshness: stream.year === undefined ? 0.3 : Math.max(0, 1 - (THIS_YEAR - stream.year) / 15),
  };
  const score =
    share * parts.fit +
    availability * parts.availability * parts.fit +
    near * parts.distance +
    freshness * parts.freshness;
  return {
    stream,
    score: score * FRESHNESS_SHARE[freshnessOf(stream, today)],
    parts,
    concept: fit.concept,
    ...(fit.support === undefined ? {} : { support: fit.support }),
    ...(distance === undefined ? {} : { distanceInKm: Math.round(distance) }),
  };
}
