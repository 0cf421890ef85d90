import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { planOfferExport } from "../../../../bot/desk/offers/export-offers.ts";
import { runExport } from "../../../../bot/desk/offers/run-export.ts";
import { SubmissionStore } from "../../../../bot/desk/offers/submission-store.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import { SqliteDatabase } from "../../../../bot/state/database/sqlite-database.ts";
import { type KnowledgeIndex, openIndex } from "../../../../indexer/index.ts";
import { checkKnowledge } from "../../../../knowledge/check-knowledge.ts";
import { createTestPostgres } from "../../../support/databases.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { ownIndexFolder } from "../../../support/own-index.ts";
import { createOffersOfTest, formOf, GYPSUM } from "./offers-of-test.ts";

const KNOWLEDGE = join(import.meta.dirname, "../../../../knowledge");
let index: KnowledgeIndex;
let folder: string;
beforeAll(async () => {
  index = await openIndex(await ownIndexFolder());
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-offers-"));
  await cp(KNOWLEDGE, join(folder, "knowledge"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** A new row, a changed row of the files, and one that was withdrawn again, in a state that is then closed. */
async function fillState(database: Database): Promise<{ added: string }> {
  const test = createOffersOfTest(index);
  await test.send({ ...GYPSUM, composition: 'CaO 55 %, "dry"', from: "2030", validUntil: "2028-12-31" });
  await test.send({ ...formOf(await test.ask("update SS012: 13 000 t")), company: "Mill Oy" });
  await test.send({ ...formOf(await test.ask("update SS020: 1 t")), company: "Mill Oy", period: "year" });
  const { desk } = test.part;
  for (const submission of await desk.store.list("waiting")) {
    const { revision: rowRevision } = await desk.currentRow(submission);
    const values = await desk.mergedValues(submission);
    await desk.approve(submission, { values, names: {}, language: "en", rowRevision, actor: PEOPLE.kaisa });
  }
  const gone = await desk.store.readLive({ kind: "stream", id: "SS020" });
  if (gone !== undefined) await desk.live.withdraw(gone, { actor: PEOPLE.kaisa });
  const records = await desk.store.listLive();
  const store = new SubmissionStore(database);
  for (const record of records) await store.saveLive(record);
  await database.close();
  const added = records.find(({ id }) => id > "SS092")?.id ?? "";
  return { added };
}

/** {@link fillState} in a file. */
async function fillFile(): Promise<{ state: string; added: string }> {
  const state = join(folder, "state.sqlite");
  return { state, ...(await fillState(new SqliteDatabase(state))) };
}

function run(...words: string[]): Promise<{ code: number; lines: string[] }> {
  return runWith({}, ...words);
}

async function runWith(
  settings: { databaseUrl?: string },
  ...words: string[]
): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runExport(["--knowledge", join(folder, "knowledge"), ...words], {
    write: (line) => lines.push(line),
    ...settings,
    defaultState: "nowhere.sqlite",
    defaultKnowledge: "nowhere",
    now: () => Date.UTC(2026, 2, 1, 10),
  });
  return { code, lines };
}

const table = () => readFile(join(folder, "knowledge/side-streams.csv"), "utf8");

describe("npm run offers:export", () => {
  it("writes nothing with --check and tells what it would write", async () => {
    const { state, added } = await fillFile();
    const before = await table();
    const { code, lines } = await run("--state", state, "--check");
    expect(code).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining([`+ ${added}`, "~ SS012", "- SS020", "Nothing was written."]),
    );
    expect(await table()).toBe(before);
  });

  it("adds, replaces and removes rows, leaves the others byte for byte, and the folder stays without faults", async () => {
    const { state, added } = await fillFile();
    const before = (await table()).split("\n");
    expect((await run("--state", state)).code).toBe(0);
    const after = (await table()).split("\n");
    const [header = ""] = after;
    const [oldHeader = ""] = before;
    const columns = header.slice(oldHeader.length);
    expect(header.startsWith(oldHeader)).toBe(true);
    expect(columns).toContain("expires");
    const empty = ",".repeat(columns.split(",").length - 1);
    const kept = before.slice(1).filter((line) => line !== "" && !/^SS0(?:12|20),/.test(line));
    for (const line of kept) expect(after).toContain(line + empty);
    expect(after.some((line) => line.startsWith("SS020,"))).toBe(false);
    expect(after.find((line) => line.startsWith("SS012,"))).toContain("13000");
    expect(after.find((line) => line.startsWith(`${added},planned,`))).toContain('"CaO 55 %, ""dry"""');
    const { faults } = await checkKnowledge(join(folder, "knowledge"), { requireAll: true });
    expect(faults).toEqual([]);
    const again = await run("--state", state, "--check");
    expect(again).toEqual({ code: 0, lines: ["The table holds all that members published."] });
  });

  it("reads the Postgres of the settings, unless a file is named", async () => {
    const databaseUrl = await createTestPostgres();
    const { added } = await fillState(await openPostgres({ url: databaseUrl }));
    const { code, lines } = await runWith({ databaseUrl }, "--check");
    expect(code).toBe(1);
    expect(lines).toEqual(expect.arrayContaining([`+ ${added}`, "~ SS012", "- SS020"]));
    const none = runWith({ databaseUrl }, "--state", join(folder, "none.sqlite"));
    await expect(none).rejects.toThrow(/no state in .*--state/);
    expect((await runWith({ databaseUrl })).code).toBe(0);
    const again = await runWith({ databaseUrl }, "--check");
    expect(again).toEqual({ code: 0, lines: ["The table holds all that members published."] });
  });

  it("names a state that is not there", async () => {
    await expect(run("--state", join(folder, "none.sqlite"))).rejects.toThrow(/no state in .*--state/);
  });
});

describe("planOfferExport()", () => {
  it("changes no byte when members published nothing", async () => {
    const streams = await readFile(join(KNOWLEDGE, "side-streams.csv"));
    const sources = await readFile(join(KNOWLEDGE, "sources.csv"));
    const plan = planOfferExport({ streams, sources }, { records: [], today: "2026-03-01" });
    expect(plan.streams.equals(streams)).toBe(true);
    expect(plan.sources).toBeUndefined();
  });
});
