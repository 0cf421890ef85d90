import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRest, doAtOnce, doInSteps, mapInSteps, sortInSteps } from "../../indexer/pace.ts";

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
        const end = performance.now() + 0.02;
        while (performance.now() < end);
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
