import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { companySchema, streamSchema } from "../../knowledge/schema.ts";
import { openOwnKnowledge, ownIndexFolder } from "../support/own-index.ts";
import { createRandom, generateCompanies, generateStreams } from "./generate-rows.ts";
import { runScale } from "./run-scale.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function generate(seed: number, count = 200) {
  const { parks = [], concepts = [], receiverClasses = [] } = view.index.tables;
  const materials = concepts.filter(({ kind }) => kind === "material");
  const random = createRandom(seed);
  const streams = generateStreams(count, { random, materials, parks });
  const companies = generateCompanies(count, { random, materials, parks, classes: receiverClasses });
  return { streams, companies };
}

describe("createRandom()", () => {
  it("gives the same numbers for the same seed, others for another, spread over 0 to 1", () => {
    const take = (seed: number, count = 1000) => {
      const random = createRandom(seed);
      return Array.from({ length: count }, random);
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    const numbers = take(42);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });
});

describe("generated rows", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(generate(1)).toEqual(generate(1));
    expect(generate(1)).not.toEqual(generate(2));
  });

  it("are as many as asked for, with ids of their own, and such as the tables may hold", () => {
    const { streams, companies } = generate(3);
    expect(streams).toHaveLength(200);
    expect(companies).toHaveLength(200);
    expect(new Set(streams.map(({ id }) => id)).size).toBe(200);
    expect(new Set(companies.map(({ id }) => id)).size).toBe(200);
    const parks = new Set(view.index.tables.parks?.map(({ id }) => id));
    const toCells = (row: object) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value ?? ""].flat().join("; ")]));
    for (const row of streams) {
      expect(parks).toContain(row.park);
      expect(streamSchema.partial().safeParse(toCells(row)).error?.issues ?? [], row.id).toEqual([]);
    }
    for (const row of companies)
      expect(companySchema.partial().safeParse(toCells(row)).error?.issues ?? [], row.id).toEqual([]);
  });
});

describe("runScale()", () => {
  it("measures a small table in every figure", async () => {
    const figures = await runScale({ index: await ownIndexFolder(), streams: 500, companies: 100 });
    expect(figures).toMatchObject({ streams: 500, companies: 100 });
    for (const [name, figure] of Object.entries(figures)) {
      expect(Number.isFinite(figure), name).toBe(true);
      expect(figure, name).toBeGreaterThanOrEqual(0);
    }
    expect(figures.queryP95Ms).toBeGreaterThanOrEqual(figures.queryP50Ms);
    expect(figures.partnersP95Ms).toBeGreaterThanOrEqual(figures.partnersP50Ms);
    expect(figures.rssMb).toBeGreaterThan(10);
  });
});
