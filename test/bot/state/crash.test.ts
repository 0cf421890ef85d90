import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openPostgres } from "../../../bot/state/database/postgres-database.ts";
import { buildIndex, openIndex } from "../../../indexer/index.ts";
import type { Acknowledged } from "../../support/crash-writer.ts";
import { createTestPostgres } from "../../support/databases.ts";
import { GUARDED_KNOWLEDGE } from "../../support/guarded-knowledge.ts";
import { writeFiles } from "../../support/temporary-folder.ts";

/** Kills while entries and tickets are written, and while indexes are built. */
/** `KILL_MORE=1` kills as often as it was first measured. */
const KILLS =
  process.env.KILL_MORE === "1"
    ? { desk: 100, index: 12, postgres: 12 }
    : { desk: 24, index: 5, postgres: 5 };
/** An index of a few files takes a second or two. */
const LONGEST_LIFE_IN_MS = { desk: 150, index: 2000, postgres: 1000 };
const PATIENCE_IN_MS = 300_000;
const WRITER = join(import.meta.dirname, "..", "..", "support", "crash-writer.ts");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-crash-"));
  await writeFiles(join(folder, "knowledge"), GUARDED_KNOWLEDGE);
  await buildIndex({ knowledgeFolder: join(folder, "knowledge"), indexFolder: join(folder, "index") });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lets the writer work for a random time, then kills it. @returns What it acknowledged, in order. */
async function killWriter(
  seed: number,
  { mode, databaseUrl }: { mode: "desk" | "index"; databaseUrl?: string },
): Promise<Acknowledged[]> {
  const longest = LONGEST_LIFE_IN_MS[databaseUrl === undefined ? mode : "postgres"];
  const words = [WRITER, folder, String(seed), mode, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const done: Acknowledged[] = [];
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once("exit", (_, signal) => resolve(signal));
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Acknowledged | { kind: "ready" };
    if (told.kind === "ready") setTimeout(() => child.kill("SIGKILL"), Math.random() * longest);
    else done.push(told);
  }
  expect(await ended).toBe("SIGKILL");
  return done;
}

type Row = Record<string, unknown>;

type Ask = (sql: string) => Promise<Row[]>;

/** Finds what is lost or half done at the desk; empty when all is well. */
async function findDamage(acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const database = new DatabaseSync(join(folder, "state.sqlite"));
  const { integrity_check: integrity } = database.prepare("pragma integrity_check").get() as Row;
  const damage = integrity === "ok" ? [] : [`sqlite: ${integrity}`];
  damage.push(...(await damageOf(acknowledged, async (sql) => database.prepare(sql).all())));
  database.close();
  return damage;
}

async function damageOf(acknowledged: readonly Acknowledged[], all: Ask): Promise<string[]> {
  return [...(await damageOfFaq(acknowledged, all)), ...(await damageOfTickets(acknowledged, all))];
}

async function damageOfFaq(acknowledged: readonly Acknowledged[], all: Ask): Promise<string[]> {
  const entries = new Map((await all("select * from faq_entry")).map((row) => [row.id, row]));
  const revisions = Map.groupBy(
    await all("select * from faq_revision order by id, revision"),
    ({ id }) => id,
  );
  const audited = Map.groupBy(
    await all("select * from audit where action like 'faq.%'"),
    ({ subject }) => subject,
  );
  const damage: string[] = [];
  for (const [id, entry] of entries) {
    const history = revisions.get(id) ?? [];
    const last = history.at(-1);
    const isWhole =
      last?.json === entry.json && last?.state === entry.state && last?.revision === entry.revision;
    if (!isWhole) damage.push(`faq ${id}: the newest form is not in the history`);
    const changes = history.filter(({ change }) => change !== "file");
    if (changes.length !== (audited.get(`faq:${id}`)?.length ?? 0)) damage.push(`faq ${id}: not audited`);
    if (changes.some(({ revision }, at) => revision !== at + 1))
      damage.push(`faq ${id}: a revision is missing`);
  }
  for (const id of revisions.keys()) if (!entries.has(id)) damage.push(`faq ${id}: history without an entry`);
  for (const one of acknowledged) {
    if (one.kind !== "faq") continue;
    const isKept = (revisions.get(one.id) ?? []).some(
      ({ json, state }) => state === one.state && String(json).includes(one.answer ?? ""),
    );
    if (!isKept) damage.push(`faq ${one.id}: "${one.answer}" is lost`);
  }
  return damage;
}

async function damageOfTickets(acknowledged: readonly Acknowledged[], all: Ask): Promise<string[]> {
  const tickets = new Map((await all("select * from ticket")).map((row) => [row.id, row]));
  const events = Map.groupBy(
    await all("select * from ticket_event order by ticket, sequence"),
    (row) => row.ticket,
  );
  const audited = Map.groupBy(
    await all("select * from audit where action like 'ticket.%'"),
    ({ subject }) => subject,
  );
  const notices = Map.groupBy(await all("select * from notice"), ({ conversation }) => conversation);
  const damage: string[] = [];
  for (const [id, ticket] of tickets) {
    const steps = events.get(id) ?? [];
    if (steps.length !== ticket.revision)
      damage.push(`ticket ${id}: ${steps.length} events of ${ticket.revision}`);
    if (steps.length !== audited.get(`ticket:${id}`)?.length) damage.push(`ticket ${id}: not audited`);
    const answers = steps.filter(({ kind }) => kind === "answered").length;
    const told = notices.get(ticket.conversation)?.length ?? 0;
    if (answers !== told) damage.push(`ticket ${id}: ${answers} answers, ${told} messages`);
  }
  for (const one of acknowledged) {
    if (one.kind !== "ticket") continue;
    if (Number(tickets.get(one.id)?.revision ?? 0) < one.revision) damage.push(`ticket ${one.id} is lost`);
  }
  return damage;
}

test(
  `kill -9 at ${KILLS.desk} random moments loses no acknowledged change of the desk and leaves nothing half done`,
  async () => {
    const acknowledged: Acknowledged[] = [];
    for (let kill = 1; kill <= KILLS.desk; kill++) {
      acknowledged.push(...(await killWriter(kill, { mode: "desk" })));
      expect(await findDamage(acknowledged)).toEqual([]);
    }
    const count = (kind: string) => acknowledged.filter((one) => one.kind === kind).length;
    console.info(`Acknowledged: ${count("faq")} changes of the FAQ, ${count("ticket")} steps of tickets`);
    expect(Math.min(count("faq"), count("ticket"))).toBeGreaterThan(KILLS.desk);
  },
  PATIENCE_IN_MS,
);

test(
  `kill -9 at ${KILLS.postgres} random moments of two processes on one Postgres loses and halves nothing either`,
  async () => {
    const databaseUrl = await createTestPostgres();
    const database = await openPostgres({ url: databaseUrl, connections: 2 });
    const acknowledged: Acknowledged[] = [];
    for (let kill = 1; kill <= KILLS.postgres; kill++) {
      const writers = [kill, kill + 1000].map((seed) => killWriter(seed, { mode: "desk", databaseUrl }));
      acknowledged.push(...(await Promise.all(writers)).flat());
      // What a killed process has under way ends with its connection, not at once.
      await vi.waitFor(
        async () => {
          const others =
            "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
          expect(await database.prepare(`${others} and state <> 'idle'`).all()).toEqual([]);
        },
        { timeout: 10_000 },
      );
      expect(await damageOf(acknowledged, (sql) => database.prepare(sql).all())).toEqual([]);
    }
    await database.close();
    const count = (kind: string) => acknowledged.filter((one) => one.kind === kind).length;
    console.info(`Acknowledged: ${count("faq")} changes of the FAQ, ${count("ticket")} steps of tickets`);
    expect(Math.min(count("faq"), count("ticket"))).toBeGreaterThan(KILLS.postgres);
  },
  PATIENCE_IN_MS,
);

test(
  `kill -9 at ${KILLS.index} random moments of building leaves an index that opens, never older than the last finished one`,
  async () => {
    let newest = "";
    let finished = 0;
    for (let kill = 1; kill <= KILLS.index; kill++) {
      for (const one of await killWriter(kill, { mode: "index" })) {
        if (one.kind !== "index") continue;
        newest = one.version;
        finished += 1;
      }
      const { manifest, passages } = await openIndex(join(folder, "index"));
      expect(manifest.version >= newest).toBe(true);
      expect(passages).toHaveLength(manifest.passages);
    }
    console.info(`Finished builds: ${finished}`);
    await buildIndex({ knowledgeFolder: join(folder, "knowledge"), indexFolder: join(folder, "index") });
    // What killed builds left behind goes with the next ones.
    expect((await readdir(join(folder, "index", "versions"))).length).toBeLessThan(KILLS.index);
  },
  PATIENCE_IN_MS,
);
