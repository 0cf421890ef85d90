import { costOfCrossings, type LabelColumn, placeQuickly, type WaitingLabel } from "./place-labels.ts";

const ROUNDS = 4;

/** Part of the room between the columns, from its middle to either side, in which a label may change sides. */
const CHANGEABLE = 0.18;

/**
 * Decides for each label on which side of the map it stands: the nearer one, or for dots
 * near the middle the one where lines are shorter and cross less.
 *
 * @param labels All labels.
 * @param columns The two columns.
 * @returns For each label whether it stands on the left.
 */
export function splitSides(
  labels: readonly WaitingLabel[],
  columns: { left: LabelColumn; right: LabelColumn },
): boolean[] {
  const dots = labels.map(({ dot }) => dot);
  const middle = (columns.left.x + columns.right.x) / 2;
  const reach = (columns.right.x - columns.left.x) * CHANGEABLE;
  const nearMiddle = [...labels.keys()].filter((index) => Math.abs((dots[index]?.x ?? 0) - middle) < reach);
  let isLeft = labels.map(({ dot }) => dot.x < middle);
  const costOf = (sides: readonly boolean[]) => {
    const lefts = labels.filter((_, index) => sides[index]);
    const rights = labels.filter((_, index) => !sides[index]);
    const left = placeQuickly(lefts, { column: columns.left, dots });
    const right = placeQuickly(rights, { column: columns.right, dots });
    return left.cost + right.cost + costOfCrossings(left.leaders, right.leaders);
  };
  let cost = costOf(isLeft);
  for (let round = 0; round < ROUNDS; round++) {
    const before = cost;
    for (const turned of nearMiddle) {
      const other = isLeft.map((side, index) => (index === turned ? !side : side));
      const otherCost = costOf(other);
      if (otherCost < cost - 0.5) [isLeft, cost] = [other, otherCost];
    }
    if (cost === before) break;
  }
  return isLeft;
}
