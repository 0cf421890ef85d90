import { expect, it } from "vitest";
import { toPostgresJson } from "../../../indexer/postgres/pg-json.ts";
import { testPglite } from "../../support/pglite-index.ts";

it("toPostgresJson() leaves out what jsonb cannot hold and keeps everything else", async () => {
  const { pool } = await testPglite();
  const hold = async (value: unknown) =>
    (await pool.query("SELECT $1::jsonb AS value", [toPostgresJson(value)])).rows[0]?.value;
  const plain = { text: 'pöly "€" \\u0000 \n 🌊', list: [1, null, true], nested: { a: "" } };
  expect(await hold(plain)).toEqual(plain);
  expect(await hold({ text: "a\u0000b", broken: "x\ud83cy" })).toEqual({ text: "ab", broken: "x\ufffdy" });
});
