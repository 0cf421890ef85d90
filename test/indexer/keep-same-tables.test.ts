import { describe, expect, it } from "vitest";
import { keepSamePassages } from "../../indexer/keep-same-passages.ts";
import { keepSameTables } from "../../indexer/keep-same-tables.ts";
import { createRest } from "../../indexer/pace.ts";
import type { Passage } from "../../indexer/passage.ts";
import type { Tables } from "../../knowledge/read-table.ts";

const tables = (change: (all: { parks: object[]; streams: object[] }) => void = () => {}) => {
  const all = {
    parks: [{ id: "eco3", region: "Pirkanmaa" }],
    streams: [
      { id: "SS001", park: "eco3", quantity: 1 },
      { id: "SS002", park: "eco3", quantity: 2 },
    ],
  };
  change(all);
  return all as unknown as Partial<Tables>;
};
const rest = createRest();

describe("keepSameTables()", () => {
  it("gives the tables of before where nothing has changed", async () => {
    const before = tables();
    expect(await keepSameTables(tables(), { before, rest })).toBe(before);
  });

  it("keeps the rows beside one that has changed", async () => {
    const before = tables();
    const after = tables(({ streams }) => Object.assign(streams[1] ?? {}, { quantity: 3 }));
    const kept = await keepSameTables(after, { before, rest });
    expect(kept).toEqual(after);
    expect(kept.parks).toBe(before.parks);
    expect(kept.streams?.[0]).toBe(before.streams?.[0]);
    expect(kept.streams?.[1]).not.toBe(before.streams?.[1]);
  });

  it("keeps no stream when its parks have changed: what is known of a row holds its park's region", async () => {
    const before = tables();
    const after = tables(({ parks }) => Object.assign(parks[0] ?? {}, { region: "Lappi" }));
    const kept = await keepSameTables(after, { before, rest });
    expect(kept.streams?.[0]).not.toBe(before.streams?.[0]);
    expect(kept).toEqual(after);
  });

  it("drops a table that is gone, and takes one that is new", async () => {
    const before = tables();
    const after = { parks: tables().parks ?? [], sources: [] } as Partial<Tables>;
    expect(Object.keys(await keepSameTables(after, { before, rest }))).toEqual(["parks", "sources"]);
  });
});

it("keepSamePassages() keeps the object of a passage that says the same, wherever it stands", async () => {
  const passage = (id: string, title: string) => ({ id, title }) as unknown as Passage;
  const before = [passage("a", "A"), passage("b", "B")];
  const after = [passage("new", "N"), passage("b", "B"), passage("a", "changed")];
  const kept = await keepSamePassages(after, { before, rest });
  expect(kept).toEqual(after);
  expect(kept[1]).toBe(before[1]);
  expect(kept[2]).not.toBe(before[0]);
});
