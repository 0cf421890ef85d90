import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { buildPassages } from "../../../indexer/build-passages.ts";
import { loadFolder } from "../../../indexer/load-folder.ts";
import { changeKnowledge, generateKnowledge } from "./generate-knowledge.ts";

const folder = mkdtempSync(join(tmpdir(), "generated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readAll = (path: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:md|csv)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(path, name), "utf8")]);

it("generateKnowledge() writes about so many passages in three languages, without a fault, the same each time", async () => {
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  await generateKnowledge(first, { passages: 400, knowledge: "knowledge" });
  await generateKnowledge(second, { passages: 400, knowledge: "knowledge" });
  expect(readAll(second)).toEqual(readAll(first));

  const loaded = await loadFolder(first);
  const { passages, faults } = buildPassages(loaded, { detectLanguage: (_, declared) => declared ?? "en" });
  expect([...loaded.faults, ...faults]).toEqual([]);
  expect(Math.abs(passages.length - 400)).toBeLessThan(40);
  expect(new Set(passages.map(({ language }) => language))).toEqual(new Set(["fi", "sv", "en"]));
});

it("changeKnowledge() changes the share of the guides that was asked for, and nothing else", async () => {
  const path = join(folder, "changed");
  const generated = await generateKnowledge(path, { passages: 2000, knowledge: "knowledge" });
  const before = new Map(readAll(path) as [string, string][]);
  const count = changeKnowledge(path, generated, 0.1);
  const changed = (readAll(path) as [string, string][]).filter(([name, text]) => before.get(name) !== text);
  expect(changed).toHaveLength(count);
  expect(count).toBe(Math.ceil(generated.guides.length / 10));
});
