import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { buildIndex, type KnowledgeIndex, loadPostgresIndex, openIndex } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { startPglite } from "../../support/pglite.ts";
import { createRandom } from "../generate-rows.ts";
import { changeKnowledge, generateKnowledge } from "../index/generate-knowledge.ts";

/**
 * Compares the index in Postgres with the one on disk: `npx node test/bench/postgres/postgres-main.ts [URL] [SIZE …]`. Without
 * a URL on PGlite, which is Postgres in WebAssembly within this process; with one on that server, whose index is dropped.
 * One line of JSON for each size.
 */
const QUESTIONS = 150;
const CHANGED_SHARE = 0.01;

interface Question {
  text: string;
  language: Language;
}

async function measure(size: number, pool: pg.Pool): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-bench-"));
  try {
    const [knowledgeFolder, indexFolder] = [join(folder, "knowledge"), join(folder, "index")];
    const generated = await generateKnowledge(knowledgeFolder, { passages: size, knowledge: "knowledge" });
    const { publishIndex, openPostgresIndex } = await loadPostgresIndex();
    const build = await timed(() => buildIndex({ knowledgeFolder, indexFolder }));
    const publish = await timed(() => publishIndex({ folder: indexFolder, pool, isForced: true }));
    changeKnowledge(knowledgeFolder, generated, CHANGED_SHARE);
    await buildIndex({ knowledgeFolder, indexFolder });
    const again = await timed(() => publishIndex({ folder: indexFolder, pool }));
    const onDisk = await timed(() => openIndex(indexFolder));
    const inPostgres = await timed(() => openPostgresIndex({ pool }));
    const asked = askedOf(onDisk.result);
    return {
      passages: publish.result.passages.all,
      buildSeconds: round(build.ms / 1000),
      publishSeconds: round(publish.ms / 1000),
      sentAgain: again.result.passages.sent,
      publishAgainSeconds: round(again.ms / 1000),
      openMs: { disk: round(onDisk.ms), postgres: round(inPostgres.ms) },
      databaseMb: await databaseSize(pool),
      ...(await compare(asked, { onDisk: onDisk.result, inPostgres: inPostgres.result })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Halves of sentences that stand in the collection, in their own language. */
function askedOf({ passages }: KnowledgeIndex): Question[] {
  const random = createRandom(11);
  return Array.from({ length: QUESTIONS }, () => {
    const passage = passages[Math.floor(random() * passages.length)];
    const words = (passage?.sentences[0]?.text ?? "").split(/\s+/);
    const start = Math.floor(random() * Math.max(1, words.length - 8));
    return { text: words.slice(start, start + 8).join(" "), language: passage?.language ?? "en" };
  });
}

async function compare(
  asked: readonly Question[],
  indexes: { onDisk: KnowledgeIndex; inPostgres: KnowledgeIndex },
): Promise<object> {
  const times = { disk: [] as number[], postgres: [] as number[] };
  let [top, shared] = [0, 0];
  for (const { text, language } of asked) {
    const options = {
      language,
      topK: 10,
      isAllowed: (passage: { language: Language }) => passage.language === language,
    };
    const one = await timed(() => indexes.onDisk.retriever.retrieve(text, options));
    const other = await timed(() => indexes.inPostgres.retriever.retrieve(text, options));
    times.disk.push(one.ms);
    times.postgres.push(other.ms);
    const [expected, found] = [one.result, other.result].map((hits) => hits.map(({ entry }) => entry));
    if (expected?.[0] === found?.[0]) top += 1;
    const both = expected?.filter((entry) => found?.includes(entry)).length ?? 0;
    shared += both / Math.max(1, expected?.length ?? 0);
  }
  return {
    retrieveMs: { disk: percentiles(times.disk), postgres: percentiles(times.postgres) },
    sameFirst: round(top / asked.length),
    sameOfTen: round(shared / asked.length),
  };
}

async function databaseSize(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ mb: number }>(
    `SELECT (sum(pg_total_relation_size(oid)) / 1048576)::float8 AS mb FROM pg_class
     WHERE relkind = 'r' AND relname LIKE 'index\\_%'`,
  );
  return round(rows[0]?.mb ?? 0);
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const [first, ...rest] = process.argv.slice(2);
const url = first?.startsWith("postgres") ? first : undefined;
const sizes = (url === undefined && first !== undefined ? [first, ...rest] : rest).map(Number);
const server =
  url === undefined
    ? await startPglite()
    : { pool: new pg.Pool({ connectionString: url, max: 4 }), stop: async () => {} };
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  process.stdout.write(`${JSON.stringify(await measure(size, server.pool))}\n`);
}
await server.stop();
process.exit();
