import { describe, expect, it } from "vitest";
import { sumFlows } from "../../../bot/query/sum-flows.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";

const row = (fields: Partial<StreamRecord>) => ({ kind: "flow", unit: "t", ...fields }) as StreamRecord;

describe("sumFlows()", () => {
  it("adds yearly flows by unit and leaves totals, stocks, plans and rows without a quantity out", () => {
    const rows = [
      row({ quantity: 10 }),
      row({ quantity: 2.5 }),
      row({ quantity: 7, unit: "GWh" }),
      row({ quantity: 100, kind: "aggregate" }),
      row({ quantity: 100, kind: "stock" }),
      row({ quantity: 100, kind: "planned" }),
      row({}),
      row({ quantity: 3, unit: undefined }),
    ];
    expect(sumFlows(rows).map(({ rows: added, ...total }) => ({ ...total, rows: added.length }))).toEqual([
      { unit: "t", quantity: 12.5, rows: 2 },
      { unit: "GWh", quantity: 7, rows: 1 },
    ]);
  });

  it("gives nothing for no rows", () => {
    expect(sumFlows([])).toEqual([]);
  });
});
