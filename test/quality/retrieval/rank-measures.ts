/** How well rankings put the answering passages first; all shares from 0 to 1. */
export interface RankMeasures {
  /** Share of the answering passages in first place. */
  readonly "recall@1": number;
  /** Share of the answering passages in the first ten places. */
  readonly "recall@10": number;
  /** One by the place of the first answering passage, 0 beyond ten. */
  readonly "mrr@10": number;
  /** Relevance gathered in the first ten places, discounted by place, against the best possible. */
  readonly "ndcg@10": number;
}

/**
 * Measures one ranking.
 *
 * @param ranking Positions of passages, best first; only the first ten count.
 * @param relevances Relevance, above 0, of each answering passage; at least one.
 *
 * @example The one answering passage stands second
 * ```ts
 * measureRanking([4, 7], new Map([[7, 1]])); // recall@1 0, recall@10 1, mrr@10 0.5, ndcg@10 0.63…
 * ```
 */
export function measureRanking(
  ranking: readonly number[],
  relevances: ReadonlyMap<number, number>,
): RankMeasures {
  const found = ranking.slice(0, 10).map((passage) => relevances.get(passage) ?? 0);
  const ideal = [...relevances.values()].sort((left, right) => right - left).slice(0, 10);
  const firstPlace = found.findIndex((relevance) => relevance > 0);
  return {
    "recall@1": (found[0] ?? 0) > 0 ? 1 / relevances.size : 0,
    "recall@10": found.filter((relevance) => relevance > 0).length / relevances.size,
    "mrr@10": firstPlace < 0 ? 0 : 1 / (firstPlace + 1),
    "ndcg@10": discountedGain(found) / discountedGain(ideal),
  };
}

/** Averages the measures of many rankings; at least one. */
export function averageMeasures(measures: readonly RankMeasures[]): RankMeasures {
  const mean = (key: keyof RankMeasures): number =>
    measures.reduce((sum, measure) => sum + measure[key], 0) / measures.length;
  return {
    "recall@1": mean("recall@1"),
    "recall@10": mean("recall@10"),
    "mrr@10": mean("mrr@10"),
    "ndcg@10": mean("ndcg@10"),
  };
}

function discountedGain(relevances: readonly number[]): number {
  return relevances.reduce((sum, relevance, index) => sum + (2 ** relevance - 1) / Math.log2(index + 2), 0);
}
