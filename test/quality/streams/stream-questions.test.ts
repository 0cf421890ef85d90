import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { openTables } from "./open-tables.ts";
import { type StreamQuestion, streamQuestionSchema } from "./stream-question.ts";

const QUALITY = join(import.meta.dirname, "..");
const KNOWLEDGE = join(QUALITY, "..", "..", "knowledge");
const FILES = readdirSync(QUALITY).filter((name) => /^streams(?:-\w+)?\.jsonl$/.test(name));

let sets: Map<string, StreamQuestion[]>;
let database: DatabaseSync;
beforeAll(async () => {
  sets = new Map();
  for (const name of FILES) sets.set(name, await readJsonLines(join(QUALITY, name), streamQuestionSchema));
  database = await openTables(KNOWLEDGE);
});
const questionsOf = (name: string) => sets.get(name) ?? [];

describe.each(FILES)("%s", (name) => {
  it("holds at least 60 questions on streams, 20 of them in each language, under ids of their own", () => {
    const questions = questionsOf(name);
    const onStreams = questions.filter(({ table }) => table === "streams");
    expect(onStreams.length).toBeGreaterThanOrEqual(60);
    for (const lang of LANGUAGES) {
      expect(onStreams.filter(({ language }) => language === lang).length).toBeGreaterThanOrEqual(20);
    }
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    const others = FILES.filter((other) => other !== name).flatMap(questionsOf);
    expect(others.filter((other) => questions.some(({ id }) => id === other.id))).toEqual([]);
  });

  it("asks each question once, with its words", () => {
    const asked = questionsOf(name).map(({ question, turns }) =>
      (turns ?? [question]).join("\n").toLowerCase(),
    );
    expect(asked.every((words) => words.trim() !== "")).toBe(true);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("runs every SQL, which gives ids of rows that everybody may see", () => {
    for (const { id, sql, table } of questionsOf(name)) {
      if (sql === undefined) continue;
      const rows = database.prepare(sql).all();
      const visible = database.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND visibility = 'public'`);
      for (const row of rows) expect(visible.get(String(row.id)), `${id}: ${row.id}`).toBeDefined();
      expect(new Set(rows.map((row) => row.id)).size, id).toBe(rows.length);
    }
  });

  it("expects rows of most questions, none of some, and no answer to a few", () => {
    const questions = questionsOf(name);
    const expectedRows = questions.flatMap(({ sql }) =>
      sql === undefined ? [] : [database.prepare(sql).all().length],
    );
    expect(expectedRows.filter((count) => count > 0).length).toBeGreaterThan(50);
    // Only the first set asks for what the table does not hold.
    if (name === "streams.jsonl") expect(expectedRows).toContain(0);
    for (const lang of LANGUAGES) {
      const strange = questions.filter(({ language, understood }) => language === lang && !understood);
      expect(strange.length).toBeGreaterThanOrEqual(3);
      expect(strange.every(({ sql }) => sql === undefined)).toBe(true);
    }
  });
});
