import { describe, expect, it } from "vitest";
import { NumberTable } from "../../../indexer/lexical/number-table.ts";
import { createRandom } from "./random.ts";

describe("NumberTable", () => {
  it("numbers keys like a Map, however many there are and however they collide", () => {
    const random = createRandom(1);
    const table = new NumberTable();
    const map = new Map<number, number>();
    for (let step = 0; step < 20_000; step++) {
      const key = step % 3 === 0 ? random(5000) * 32_768 : random(2 ** 32);
      if (!map.has(key)) map.set(key, map.size);
      expect(table.intern(key)).toBe(map.get(key));
    }
    expect(table.size).toBe(map.size);
    expect([...table.keys()]).toEqual([...map.keys()]);
  });

  it("find() gives nothing for a key never taken up and does not take it up", () => {
    const table = NumberTable.from(Uint32Array.of(7, 9));
    expect(table.find(9)).toBe(1);
    expect(table.find(8)).toBeUndefined();
    expect(table.size).toBe(2);
  });
});
