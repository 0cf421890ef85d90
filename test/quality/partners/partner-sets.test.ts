import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type PartnerQuestion, partnerQuestionSchema } from "./run-partner-questions.ts";

const QUALITY = join(import.meta.dirname, "..");
const FILES = readdirSync(QUALITY).filter((name) => /^partners(?:-\w+)?\.jsonl$/.test(name));
const FEWEST = 15;

let tables: KnowledgeIndex["tables"];
const sets = new Map<string, PartnerQuestion[]>();
beforeAll(async () => {
  tables = (await openOwnKnowledge()).index.tables;
  for (const name of FILES) sets.set(name, await readJsonLines(join(QUALITY, name), partnerQuestionSchema));
});

describe("the sets of searches for partners", () => {
  it("are there", () => {
    expect(FILES).toEqual(expect.arrayContaining(["partners.jsonl", "partners-second.jsonl"]));
  });

  it.each(FILES)("%s has enough searches in each language, both ways", (name) => {
    const questions = sets.get(name) ?? [];
    for (const language of LANGUAGES) {
      const own = questions.filter((question) => question.language === language);
      expect(own.length, language).toBeGreaterThanOrEqual(FEWEST);
      for (const direction of ["give", "take"]) {
        expect(
          own.some((question) => question.direction === direction),
          `${language} ${direction}`,
        ).toBe(true);
      }
    }
  });

  it.each(FILES)("%s expects classes that there are", (name) => {
    const known = new Set((tables.receiverClasses ?? []).map((row) => row.receiver_class));
    for (const { id, classes } of sets.get(name) ?? []) {
      expect(
        classes.filter((receiverClass) => !known.has(receiverClass)),
        id,
      ).toEqual([]);
    }
  });

  it.each(FILES)("%s expects materials that the table holds", (name) => {
    const names = (tables.streams ?? []).map((row) => `${row.name_en} ${row.category}`.toLowerCase());
    for (const { id, materials = [] } of sets.get(name) ?? []) {
      const held = materials.filter((word) => names.some((stream) => stream.includes(word.toLowerCase())));
      expect(held.length > 0 || materials.length === 0, id).toBe(true);
    }
  });

  it("ask nothing twice, under ids of their own", () => {
    const all = [...sets.values()].flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ question }) => question.toLowerCase())).size).toBe(all.length);
  });
});
