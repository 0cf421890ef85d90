import { describe, expect, test } from "vitest";
import { inPortions, prepareInsert } from "../../../../bot/desk/questions/insert-rows.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";

describe.each(DATABASE_KINDS)("prepareInsert() (%s)", (kind) => {
  test.each([0, 1, 9, 10, 111, 237])("inserts %i rows, all of them once", async (count) => {
    const database = await openTestDatabase(kind);
    const kindOfRows = { into: "insert into meta (key, value)", columns: 2, ending: "returning key" };
    const insert = prepareInsert(database, kindOfRows);
    const keys = Array.from({ length: count }, (_, at) => `key-${at}`);
    const returned = await insert(keys.map((key) => [key, `value of ${key}`]));
    expect(returned.map(({ key }) => key).sort()).toEqual(keys.toSorted());
    const kept = await database.prepare("select key, value from meta").all();
    expect(kept).toHaveLength(count);
    expect(kept.every(({ key, value }) => value === `value of ${key}`)).toBe(true);
  });

  test("gives only what was new", async () => {
    const database = await openTestDatabase(kind);
    const insert = prepareInsert(database, {
      into: "insert into meta (key, value)",
      columns: 2,
      ending: "on conflict (key) do nothing returning key",
    });
    await insert([["a", "1"]]);
    const rows = [
      ["a", "2"],
      ["b", "2"],
    ];
    expect(await insert(rows)).toEqual([{ key: "b" }]);
  });
});

test("inPortions() fills the last portion with its own last value", () => {
  expect(inPortions([])).toEqual([]);
  const [first, second, ...more] = inPortions(Array.from({ length: 101 }, (_, at) => at));
  expect(first?.slice(-2)).toEqual([98, 99]);
  expect(new Set(second)).toEqual(new Set([100]));
  expect(second).toHaveLength(100);
  expect(more).toEqual([]);
});
