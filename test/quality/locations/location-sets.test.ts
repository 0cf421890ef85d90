import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type LocationCase, locationCaseSchema } from "./run-locations.ts";

const QUALITY = join(import.meta.dirname, "..");
const FILES = readdirSync(QUALITY).filter((name) => /^locations(?:-\w+)?\.jsonl$/.test(name));
const FEWEST = 10;

let tables: KnowledgeIndex["tables"];
const sets = new Map<string, LocationCase[]>();
beforeAll(async () => {
  tables = (await openOwnKnowledge()).index.tables;
  for (const name of FILES) sets.set(name, await readJsonLines(join(QUALITY, name), locationCaseSchema));
});

describe("the sets of questions on where to settle", () => {
  it("are there", () => {
    expect(FILES).toEqual(
      expect.arrayContaining(["locations.jsonl", "locations-second.jsonl", "locations-third.jsonl"]),
    );
  });

  it.each(FILES)("%s has enough questions in each language, as many in all", (name) => {
    const counts = LANGUAGES.map(
      (language) => (sets.get(name) ?? []).filter((question) => question.language === language).length,
    );
    for (const count of counts) expect(count).toBeGreaterThanOrEqual(FEWEST);
    expect(new Set(counts).size).toBe(1);
  });

  it.each(FILES)("%s expects and compares parks that there are", (name) => {
    const known = new Set((tables.parks ?? []).map(({ id }) => id));
    for (const { id, expected, compare = [], within } of sets.get(name) ?? []) {
      expect(
        [...expected, ...compare].filter((park) => !known.has(park)),
        id,
      ).toEqual([]);
      expect(within, id).toBeLessThanOrEqual(5);
    }
  });

  it("compare parks and ask for what is not known in some", () => {
    const all = [...sets.values()].flat();
    expect(all.some(({ compare }) => (compare?.length ?? 0) >= 2)).toBe(true);
    expect(all.some(({ missing }) => (missing?.length ?? 0) > 0)).toBe(true);
  });

  it("ask nothing twice, under ids of their own", () => {
    const all = [...sets.values()].flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ question }) => question.toLowerCase())).size).toBe(all.length);
  });
});
