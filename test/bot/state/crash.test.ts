import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIndex, openIndex } from "../../../indexer/index.ts";
import type { Acknowledged } from "../../support/crash-writer.ts";
import { GUARDED_KNOWLEDGE } from "../../support/guarded-knowledge.ts";
import { writeFiles } from "../../support/temporary-folder.ts";

/** Kills while entries and tickets are written, and while indexes are built. */
const KILLS = { desk: 100, index: 12 };
/** An index of a few files takes a second or two. */
const LONGEST_LIFE_IN_MS = { desk: 150, index: 2000 };
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
async function killWriter(seed: number, mode: keyof typeof KILLS): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, folder, String(seed), mode], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const done: Acknowledged[] = [];
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once("exit", (_, signal) => resolve(signal));
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Acknowledged | { kind: "ready" };
    if (told.kind === "ready")
      setTimeout(() => child.kill("SIGKILL"), Math.random() * LONGEST_LIFE_IN_MS[mode]);
    else done.push(told);
  }
  expect(await ended).toBe("SIGKILL");
  return done;
}

type Row = Record<string, unknown>;

/** Finds what is lost or half done at the desk; empty when all is well. */
function findDamage(acknowledged: readonly Acknowledged[]): string[] {
  const database = new DatabaseSync(join(folder, "state.sqlite"));
  const all = (sql: string): Row[] => database.prepare(sql).all();
  const { integrity_check: integrity } = database.prepare("pragma integrity_check").get() as Row;
  const damage = integrity === "ok" ? [] : [`sqlite: ${integrity}`];
  damage.push(...damageOfFaq(acknowledged, all), ...damageOfTickets(acknowledged, all));
  database.close();
  return damage;
}

function damageOfFaq(acknowledged: readonly Acknowledged[], all: (sql: string) => Row[]): string[] {
  const entries = new Map(all("select * from faq_entry").map((row) => [row.id, row]));
  const revisions = Map.groupBy(all("select * from faq_revision order by id, revision"), ({ id }) => id);
  const audited = Map.groupBy(all("select * from audit where action like 'faq.%'"), ({ subject }) => subject);
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

function damageOfTickets(acknowledged: readonly Acknowledged[], all: (sql: string) => Row[]): string[] {
  const tickets = new Map(all("select * from ticket").map((row) => [row.id, row]));
  const events = Map.groupBy(
    all("select * from ticket_event order by ticket, sequence"),
    (row) => row.ticket,
  );
  const audited = Map.groupBy(
    all("select * from audit where action like 'ticket.%'"),
    ({ subject }) => subject,
  );
  const notices = Map.groupBy(all("select * from notice"), ({ conversation }) => conversation);
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
      acknowledged.push(...(await killWriter(kill, "desk")));
      expect(findDamage(acknowledged)).toEqual([]);
    }
    const count = (kind: string) => acknowledged.filter((one) => one.kind === kind).length;
    console.info(`Acknowledged: ${count("faq")} changes of the FAQ, ${count("ticket")} steps of tickets`);
    expect(Math.min(count("faq"), count("ticket"))).toBeGreaterThan(KILLS.desk);
  },
  PATIENCE_IN_MS,
);

test(
  `kill -9 at ${KILLS.index} random moments of building leaves an index that opens, never older than the last finished one`,
  async () => {
    let newest = "";
    let finished = 0;
    for (let kill = 1; kill <= KILLS.index; kill++) {
      for (const one of await killWriter(kill, "index")) {
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
