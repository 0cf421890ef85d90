import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRest, doAtOnce, doInSteps, mapInSteps, sortInSteps } from "../../indexer/pace.ts";

/** Keeps the event loop for a while, in milliseconds. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe("createRest()", () => {
  it("leaves a round of the event loop in which others were busy to them", async () => {
    const rest = createRest(0);
    const order: string[] = [];
    setImmediate(() => {
      busy(5);
      setImmediate(() => order.push("others, a round later"));
    });
    await rest();
    expect(order).toEqual(["others, a round later"]);
  });

  it("comes to its turn though others are always busy", async () => {
    const rest = createRest(0);
    let rounds = 0;
    let isOver = false;
    const keepBusy = () => {
      busy(4);
      rounds += 1;
      if (!isOver) setImmediate(keepBusy);
    };
    setImmediate(keepBusy);
    await rest();
    isOver = true;
    expect(rounds).toBe(3);
  });
});

describe("sortInSteps()", () => {
  it("sorts as toSorted() does, equal values in their order", () => {
    const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.nat(5), id: fc.nat() }), { maxLength: 200 }), (values) => {
        // As long as some runs.
        const many = Array.from({ length: 30 }, (_, at) =>
          values.map(({ key, id }) => ({ key, id: id + at })),
        ).flat();
        expect(doAtOnce(sortInSteps(many, compare))).toEqual(many.toSorted(compare));
      }),
      { numRuns: 40 },
    );
  });
});

describe("mapInSteps()", () => {
  it("gives the same at once and in steps, and lets timers run in between", async () => {
    const values = Array.from({ length: 3000 }, (_, at) => at);
    const work = () =>
      mapInSteps(values, (value, at) => {
        busy(0.02);
        return value * 2 + at;
      });
    const expected = values.map((value) => value * 3);
    expect(doAtOnce(work())).toEqual(expected);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    expect(await doInSteps(work(), createRest(2))).toEqual(expected);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });
});
