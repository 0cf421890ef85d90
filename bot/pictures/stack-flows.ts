/** A band as it is stacked on both sides. */
export interface StackedFlow {
  from: string;
  to: string;
  /** Height it takes beside its giver, in pixels. */
  slot: number;
  /** Height it takes beside its taker, in pixels. */
  landing: number;
}

/** A giver or taker. */
export interface FlowNode {
  name: string;
  top: number;
  bottom: number;
}

/** Where everything of a flow picture lies, in pixels from its upper edge. */
export interface FlowStacks {
  givers: FlowNode[];
  takers: FlowNode[];
  /** Upper edge of each slot, in the order given. */
  slotTops: number[];
  /** Middle of each band where it arrives, in the order given. */
  arrivals: number[];
  height: number;
}

const NODE_GAP = 26;

/**
 * Stacks givers on the left, in the order given, and takers on the right, each at about the height of its bands.
 *
 * @param flows The bands.
 * @param minHeight Height that the words of a giver or taker need, in pixels.
 * @returns See {@link FlowStacks}.
 */
export function stackFlows(
  flows: readonly StackedFlow[],
  minHeight: (name: string, side: "giver" | "taker") => number,
): FlowStacks {
  const left = stackGivers(flows, minHeight);
  const middles = flows.map((flow, index) => (left.slotTops[index] as number) + flow.slot / 2);
  const right = stackTakers(flows, { middles, minHeight, height: left.height });
  const lift = Math.max(0, -(right.takers[0]?.top ?? 0));
  const move = (nodes: readonly FlowNode[]) =>
    nodes.map(({ name, top, bottom }) => ({ name, top: top + lift, bottom: bottom + lift }));
  return {
    givers: move(left.givers),
    takers: move(right.takers),
    slotTops: left.slotTops.map((top) => top + lift),
    arrivals: right.arrivals.map((y) => y + lift),
    height: Math.max(left.height, right.takers.at(-1)?.bottom ?? 0) + lift,
  };
}

function stackGivers(
  flows: readonly StackedFlow[],
  minHeight: (name: string, side: "giver") => number,
): { givers: FlowNode[]; slotTops: number[]; height: number } {
  const slotTops: number[] = [];
  const givers: FlowNode[] = [];
  let y = 0;
  for (const name of new Set(flows.map(({ from }) => from))) {
    const top = y;
    flows.forEach((flow, index) => {
      if (flow.from !== name) return;
      slotTops[index] = y;
      y += flow.slot;
    });
    const bottom = Math.max(y, top + minHeight(name, "giver"));
    givers.push({ name, top, bottom });
    y = bottom + NODE_GAP;
  }
  return { givers, slotTops, height: Math.max(0, y - NODE_GAP) };
}

function stackTakers(
  flows: readonly StackedFlow[],
  left: {
    middles: readonly number[];
    minHeight: (name: string, side: "taker") => number;
    height: number;
  },
): { takers: FlowNode[]; arrivals: number[] } {
  const arrivals: number[] = [];
  const names = [...new Set(flows.map(({ to }) => to))];
  const middleOf = (name: string) => {
    const own = left.middles.filter((_, index) => flows[index]?.to === name);
    return own.reduce((sum, y) => sum + y, 0) / own.length;
  };
  names.sort((a, b) => middleOf(a) - middleOf(b));
  const heights = names.map((name) => {
    const own = flows.filter(({ to }) => to === name);
    return Math.max(
      left.minHeight(name, "taker"),
      own.reduce((sum, { landing }) => sum + landing, 0),
    );
  });
  const all = heights.reduce((sum, height) => sum + height + NODE_GAP, -NODE_GAP);
  // Spare room is shared out between the takers, so that both sides end at the same height.
  const spare = Math.max(0, (left.height - all) / (names.length + 1));
  let y = Math.min((left.height - all) / 2, spare);
  const takers = names.map((name, place) => {
    const top = y;
    const bottom = top + (heights[place] as number);
    arrive(flows, { name, middle: (top + bottom) / 2, middles: left.middles, arrivals });
    y = bottom + NODE_GAP + spare;
    return { name, top, bottom };
  });
  return { takers, arrivals };
}

/** Stacks the bands that reach one taker, the uppermost giver first, around its middle. */
function arrive(
  flows: readonly StackedFlow[],
  taker: { name: string; middle: number; middles: readonly number[]; arrivals: number[] },
): void {
  const own = flows.map((_, index) => index).filter((index) => flows[index]?.to === taker.name);
  own.sort((a, b) => (taker.middles[a] as number) - (taker.middles[b] as number));
  const landingOf = (index: number) => (flows[index] as StackedFlow).landing;
  let y = taker.middle - own.reduce((sum, index) => sum + landingOf(index), 0) / 2;
  for (const index of own) {
    taker.arrivals[index] = y + landingOf(index) / 2;
    y += landingOf(index);
  }
}
