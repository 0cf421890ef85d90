import { beforeAll, describe, expect, it } from "vitest";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { searchRecords } from "../../../bot/records/search-records.ts";
import { createRandom, generateStreams } from "../../bench/generate-rows.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

const ROWS = 100_000;
const TEXTS = [
  "l",
  "lento",
  "lentotuhka",
  "fly a",
  "kuona Kokkola",
  "works 12",
  "yli 10000 t tuhka Kemi",
  "lentothuka",
  "SS00012",
  "10 01 03",
  "ash of line 5",
  "tehdas",
  "metallinen kuona linja 7 tehdas kemi",
  "qwxyzzzz",
  "",
];

let view: KnowledgeView;
beforeAll(async () => {
  const { index } = await openOwnKnowledge();
  const { parks = [], concepts = [] } = index.tables;
  const materials = concepts.filter(({ kind }) => kind === "material");
  const streams = generateStreams(ROWS, { random: createRandom(1), parks, materials });
  view = new KnowledgeView({ ...index, tables: { ...index.tables, streams } });
  await searchRecords({ kind: "streams", text: "a" }, { view, reader: "public", language: "fi" });
}, 180_000);

describe("searchRecords() of 100,000 streams", () => {
  it.each(TEXTS)("answers %j in well under 300 ms", async (text) => {
    const search = () => searchRecords({ kind: "streams", text }, { view, reader: "public", language: "fi" });
    // The quickest of three: other work on the machine is not what is measured.
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      await search();
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(250);
  });

  it("finds a beginning, a slip and a condition among them", async () => {
    const titles = async (text: string) => {
      const search = { kind: "streams", text } as const;
      const { results } = await searchRecords(search, { view, reader: "public", language: "fi" });
      return results.map(({ title }) => title);
    };
    expect((await titles("lento")).every((title) => title.startsWith("lentotuhka"))).toBe(true);
    expect((await titles("lentothuka"))[0]).toMatch(/^lentotuhka/);
    const { total } = await searchRecords(
      { kind: "streams", text: "" },
      { view, reader: "public", language: "sv" },
    );
    expect(total).toBe(ROWS);
  });
});
