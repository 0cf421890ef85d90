import { cp, mkdtemp, rm } from "node:fs/promises";
import { connect as connectSocket, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGVectorStore } from "@langchain/community/vectorstores/pgvector";
import { FakeEmbeddings } from "@langchain/core/utils/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import {
  buildIndex,
  type KnowledgeIndex,
  loadPostgresIndex,
  openIndex,
  passageText,
} from "../../../indexer/index.ts";
import { SCHEMA_VERSION } from "../../../indexer/postgres/schema.ts";
import { guide } from "../../support/knowledge.ts";
import { testPglite } from "../../support/pglite-index.ts";
import { makeFolder, writeFiles } from "../../support/temporary-folder.ts";

/** Each change builds an index anew. */
vi.setConfig({ testTimeout: 60_000 });

const SOURCES = "id,title,publisher,url,language,year,note\n";

/** Twenty guides and a table with their index, built once. */
let built: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "sivuvirta-publish-"));
  const files: Record<string, string> = {
    "sources.csv": `${SOURCES}one,One,Us,https://one.example,en,2022,\n`,
  };
  for (let at = 0; at < 20; at++)
    files[`guides/en/g${at}.md`] = guide(`g${at}`, "", `Fly ash of berth ${at}.`);
  await writeFiles(built, files);
  await buildIndex({ knowledgeFolder: built, indexFolder: join(built, ".index") });
});
afterAll(() => rm(built, { recursive: true, force: true }));

/** A copy of that folder, and how it is changed, built and published. */
async function makeKnowledge() {
  const folder = await makeFolder();
  await cp(built, folder, { recursive: true });
  const indexFolder = join(folder, ".index");
  const { pool } = await testPglite();
  const { publishIndex } = await loadPostgresIndex();
  return {
    indexFolder,
    async publish(changed: Record<string, string> = {}, options: { isForced?: boolean } = {}) {
      await writeFiles(folder, changed);
      await buildIndex({ knowledgeFolder: folder, indexFolder });
      return publishIndex({ folder: indexFolder, pool, ...options });
    },
  };
}

async function open(): Promise<KnowledgeIndex> {
  return (await loadPostgresIndex()).openPostgresIndex({ pool: (await testPglite()).pool });
}

async function count(table: string): Promise<number> {
  const { pool } = await testPglite();
  return (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? -1;
}

const textsOf = ({ passages }: KnowledgeIndex) => passages.map(passageText).sort();

/** Tables are made anew for each test; the server is the same. */
beforeEach(async () => {
  const { pool } = await testPglite();
  await pool.query("UPDATE index_schema SET version = 0").catch(() => {});
});

describe("publishIndex()", () => {
  it("sends everything once, and nothing when that version is current", async () => {
    const { publish } = await makeKnowledge();
    const first = await publish();
    expect(first).toMatchObject({
      isNew: true,
      passages: { all: 20, sent: 20, removed: 0 },
      rows: { all: 1, sent: 1, removed: 0 },
    });
    expect(await publish()).toMatchObject({ isNew: false, passages: { sent: 0 }, version: first.version });
  });

  it("sends what changed alone, and a row that moved to another line not again", async () => {
    const { publish, indexFolder } = await makeKnowledge();
    await publish();
    const second = await publish({
      "guides/en/g3.md": guide("g3", "", "Slag of berth 3."),
      "sources.csv": `${SOURCES}two,Two,Us,https://two.example,en,2023,\none,One,Us,https://one.example,en,2022,\n`,
    });
    expect(second).toMatchObject({
      isNew: true,
      passages: { all: 20, sent: 1, removed: 1 },
      rows: { all: 2, sent: 1, removed: 0 },
    });
    const [onDisk, inPostgres] = [await openIndex(indexFolder), await open()];
    expect(inPostgres.passages).toEqual(onDisk.passages);
    expect(inPostgres.tables).toEqual(onDisk.tables);
    const [first] = await inPostgres.retriever.retrieve("slag", { language: "en" });
    expect(first?.passage.file).toBe("guides/en/g3.md");
  });

  it("leaves a version that is being read as it was, until two others came after it", async () => {
    const { publish } = await makeKnowledge();
    await publish();
    const old = await open();
    const ask = async (index: KnowledgeIndex) =>
      (await index.retriever.retrieve("fly ash berth", { language: "en", topK: 50 })).map(
        ({ passage }) => passage.file,
      );
    const before = await ask(old);
    await publish({ "guides/en/g1.md": guide("g1", "", "Nothing of the kind.") });
    expect(await ask(old)).toEqual(before);
    expect(await ask(await open())).not.toContain("guides/en/g1.md");
    await publish({ "guides/en/g2.md": guide("g2", "", "Nothing either.") });
    // Gone from the tables: it ranks in memory then, with the passages it has, and never with those of another version.
    expect(await count("index_version")).toBe(2);
    expect(new Set(await ask(old))).toEqual(new Set(before));
  });

  it("keeps no more than two versions need", async () => {
    const { publish } = await makeKnowledge();
    for (let round = 0; round < 3; round++) {
      await publish({ "guides/en/g1.md": guide("g1", "", `Round ${round} of the harbour.`) });
    }
    expect(await count("index_version")).toBe(2);
    expect(await count("index_passage")).toBe(21);
    expect(await count("index_vector_concept_256")).toBeLessThanOrEqual(21);
    expect(await count("index_part")).toBe(6);
    expect(await count("index_chunk")).toBeLessThanOrEqual(
      await count("index_part JOIN LATERAL unnest(chunks) ON true"),
    );
  });

  it("writes segments anew when they are worn, without a change in what is found", async () => {
    const { publish, indexFolder } = await makeKnowledge();
    await publish();
    // Of the same length, since other lengths on average mean that everything is sent again.
    const dry = (numbers: readonly number[]) =>
      Object.fromEntries(
        numbers.map((at) => [`guides/en/g${at}.md`, guide(`g${at}`, "", `Dry ash of berth ${at}.`)]),
      );
    await publish(dry([0, 1, 2, 3, 4]));
    const before = await open();
    const find = async ({ retriever }: KnowledgeIndex, question: string) =>
      (await retriever.retrieve(question, { language: "en", topK: 3 })).map(({ entry }) => entry);
    const asked = ["dry ash of berth 3", "fly ash of berth 17", "berth 9"];
    const found = await Promise.all(asked.map((question) => find(before, question)));
    const { pool } = await testPglite();
    const segmentsOf = async () => {
      const text = "SELECT segments FROM index_version ORDER BY number DESC LIMIT 1";
      return (await pool.query<{ segments: number[] }>(text)).rows[0]?.segments;
    };
    expect(await segmentsOf()).toEqual([1, 2]);
    await publish(dry([5, 6]));
    expect(await segmentsOf()).toEqual([2, 3, 4]);
    const [onDisk, inPostgres] = [await openIndex(indexFolder), await open()];
    for (const [at, question] of asked.entries()) {
      expect(await find(inPostgres, question)).toEqual(await find(onDisk, question));
      // Whoever still reads the version before finds what it found.
      expect(await find(before, question)).toEqual(found[at]);
    }
  });

  it("keeps passages that are alike apart", async () => {
    const { publish, indexFolder } = await makeKnowledge();
    const same = "# Fees\n\nFly ash costs two euros.\n\n# Fees\n\nFly ash costs two euros.\n";
    await publish({ "same.md": same });
    expect((await open()).passages).toEqual((await openIndex(indexFolder)).passages);
  });

  it("changes nothing when it fails halfway", async () => {
    const { publish } = await makeKnowledge();
    const { version } = await publish();
    const before = textsOf(await open());
    const { pool } = await testPglite();
    await pool.query("ALTER TABLE index_part ADD CONSTRAINT full_disk CHECK (number < 0) NOT VALID");
    const changed = { "guides/en/g1.md": guide("g1", "", "Another text.") };
    await expect(publish(changed)).rejects.toThrow("full_disk");
    expect((await open()).manifest.version).toBe(version);
    expect(textsOf(await open())).toEqual(before);
    await pool.query("ALTER TABLE index_part DROP CONSTRAINT full_disk");
    expect(await publish()).toMatchObject({ isNew: true, passages: { sent: 1 } });
  });

  it("mends tables that were damaged when it is forced", async () => {
    const { publish } = await makeKnowledge();
    await publish();
    const { pool } = await testPglite();
    await pool.query("DELETE FROM index_chunk");
    await expect(open()).rejects.toThrow(/not whole/);
    await publish({}, { isForced: true });
    expect((await open()).passages).toHaveLength(20);
  });

  it("is refused by tables or versions of a newer program, which stay as they are", async () => {
    const { publish } = await makeKnowledge();
    await publish();
    const { pool } = await testPglite();
    await pool.query("UPDATE index_version SET manifest = jsonb_set(manifest, '{formatVersion}', '999')");
    await expect(open()).rejects.toThrow("a newer version of the program wrote it");
    await expect(publish({ "new.txt": "New words." })).rejects.toThrow(
      "a newer version of the program wrote it",
    );
    await pool.query("UPDATE index_schema SET version = $1", [SCHEMA_VERSION + 1]);
    await expect(open()).rejects.toThrow("a newer version of the program wrote it");
    expect(await count("index_passage")).toBe(20);
  });

  it("writes vectors that any PGVectorStore reads", async () => {
    const { publish, indexFolder } = await makeKnowledge();
    await publish({
      "guides/fi/tuhka.md": guide("tuhka", "", "Lentotuhkaa satamasta.").replace("en\n", "fi\n"),
    });
    const { pool } = await testPglite();
    const { embeddings, passages } = await openIndex(indexFolder);
    const store = new PGVectorStore(new FakeEmbeddings(), { pool, tableName: "index_vector_concept_256" });
    const question = await embeddings.embedQuery("Where is the fly ash?");
    const [hit] = await store.similaritySearchVectorWithScore(question, 1);
    const [document, distance] = hit ?? [];
    expect(distance).toBeLessThan(0.5);
    const { rows } = await pool.query("SELECT file FROM index_passage WHERE id = $1", [
      document?.metadata.passage,
    ]);
    expect(passages.map(({ file }) => file)).toContain(rows[0]?.file);
  });
});

describe("openPostgresIndex()", () => {
  it("says what to do where nothing was published", async () => {
    const { pool } = await testPglite();
    await pool.query("DROP TABLE IF EXISTS index_schema");
    await expect(open()).rejects.toMatchObject({
      code: "missing",
      message: expect.stringMatching(/npm run index" with DATABASE_URL set/),
    });
    expect(await (await loadPostgresIndex()).readPostgresVersion(pool)).toBeUndefined();
  });

  it("goes on finding passages while the server is out of reach, hidden ones still left out", async () => {
    const { publish } = await makeKnowledge();
    await publish({
      "guides/en/secret.md": guide("secret", "visibility: member\n", "Fly ash fly ash of berth 7."),
    });
    const line = await interruptibleLine(Number(new URL((await testPglite()).url).port));
    const pool = new pg.Pool({
      connectionString: `postgresql://postgres:none@127.0.0.1:${line.port}/postgres`,
      max: 3,
    });
    pool.on("error", () => {});
    onTestFinished(() => pool.end());
    const outages: string[] = [];
    const { openPostgresIndex } = await loadPostgresIndex();
    const index = await openPostgresIndex({ pool, onOutage: ({ message }) => outages.push(message) });
    const ask = async () =>
      (await index.retriever.retrieve("fly ash of berth 7", { language: "en" })).map(
        ({ passage }) => passage.file,
      );
    const [usual] = await ask();
    expect(usual).toBe("guides/en/g7.md");
    line.cut();
    const meanwhile = await ask();
    expect(meanwhile[0]).toBe("guides/en/g7.md");
    expect(meanwhile).not.toContain("guides/en/secret.md");
    expect(outages.length).toBeGreaterThan(0);
    const started = performance.now();
    await ask();
    expect(performance.now() - started).toBeLessThan(100);
  });
});

/** A way to the server that can be cut. */
async function interruptibleLine(target: number): Promise<{ port: number; cut: () => void }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connectSocket(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(cut);
  return { port: (server.address() as { port: number }).port, cut };
}
