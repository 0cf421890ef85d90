/** A label by its wish. */
export interface SpreadLabel {
  /** Where its middle would like to be, in pixels. */
  wanted: number;
  /** Pixels. */
  height: number;
}

/** Labels that touch each other and move as one. */
interface Cluster {
  heights: number[];
  /** Sum of the upper edges that the labels want for the first of them. */
  wanted: number;
  height: number;
  top: number;
}

/** Free room between two labels, in pixels. */
const GAP = 10;

/**
 * Parts labels that overlap, keeps their order, and leaves each as near to its wish as that allows ("pool adjacent
 * violators").
 *
 * @param labels From top to bottom.
 * @param column Edges in pixels; labels that are too many go beyond the lower one.
 * @returns The middle of each label, in the same order.
 */
export function spreadLabels(
  labels: readonly SpreadLabel[],
  column: { top: number; bottom: number },
): number[] {
  const clusters: Cluster[] = [];
  for (const { wanted, height } of labels) {
    let cluster = within({ heights: [height], wanted: wanted - height / 2, height, top: 0 }, column);
    let above = clusters.at(-1);
    while (above && above.top + above.height + GAP > cluster.top) {
      clusters.pop();
      cluster = within(join(above, cluster), column);
      above = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  return clusters.flatMap(({ heights, top }) => {
    let y = top;
    return heights.map((height) => {
      const middle = y + height / 2;
      y += height + GAP;
      return middle;
    });
  });
}

function join(above: Cluster, below: Cluster): Cluster {
  const shift = (above.height + GAP) * below.heights.length;
  return {
    heights: [...above.heights, ...below.heights],
    wanted: above.wanted + below.wanted - shift,
    height: above.height + GAP + below.height,
    top: 0,
  };
}

/** Sets a cluster where its labels want it on average, but inside the column; the upper edge counts more. */
function within(cluster: Cluster, column: { top: number; bottom: number }): Cluster {
  const wanted = cluster.wanted / cluster.heights.length;
  return { ...cluster, top: Math.max(column.top, Math.min(wanted, column.bottom - cluster.height)) };
}
