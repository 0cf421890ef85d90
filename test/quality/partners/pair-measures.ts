/** A pair with its score and whether it is a documented exchange. */
export interface ScoredPair {
  score: number;
  isPositive: boolean;
}

/**
 * Area under the ROC curve: the chance that an exchange scores higher than a pair that is none, ties counting half
 * (Mann-Whitney statistic).
 *
 * @returns 0.5 when there are no pairs of one kind.
 */
export function areaUnderCurve(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((a, b) => a.score - b.score);
  const positives = sorted.filter(({ isPositive }) => isPositive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  let rankSum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (sorted[at]?.isPositive === true) rankSum += rank;
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The best F1 over all thresholds, with the least score that counts as an exchange there. */
export function bestF1(pairs: readonly ScoredPair[]): { f1: number; threshold: number } {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const positives = sorted.filter(({ isPositive }) => isPositive).length;
  let found = 0;
  let best = { f1: 0, threshold: 1 };
  sorted.forEach(({ score, isPositive }, at) => {
    if (isPositive) found += 1;
    // A threshold cannot part pairs of the same score.
    if (sorted[at + 1]?.score === score) return;
    const f1 = positives === 0 ? 0 : (2 * found) / (at + 1 + positives);
    if (f1 > best.f1) best = { f1, threshold: score };
  });
  return best;
}
