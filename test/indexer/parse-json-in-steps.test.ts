import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRest } from "../../indexer/pace.ts";
import { parseJsonInSteps } from "../../indexer/parse-json-in-steps.ts";

const parse = (text: string) => parseJsonInSteps(Buffer.from(text), createRest());

describe("parseJsonInSteps()", () => {
  it("gives what JSON.parse gives, for whatever JSON.stringify wrote", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ depthSize: "medium" }), async (value) => {
        const text = JSON.stringify(value);
        expect(await parse(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the order of a list that takes many batches", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => ({ at, text: `"rivi, \\ ${at}" ä {[` }));
    expect(await parse(JSON.stringify({ rows }))).toEqual({ rows });
  });

  it.each(["", "[1,2", '{"a":1', '{"a" 1}', "[1,,2]", '"a', "[1] ", "{}x", "[}", '{"a":}', "nul"])(
    "refuses %j",
    async (text) => {
      await expect(parse(text)).rejects.toThrow(SyntaxError);
    },
  );

  it("lets timers run in between", async () => {
    const text = JSON.stringify(Array.from({ length: 200_000 }, (_, at) => ({ at, name: `row ${at}` })));
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await parseJsonInSteps(Buffer.from(text), createRest(2));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });
});
