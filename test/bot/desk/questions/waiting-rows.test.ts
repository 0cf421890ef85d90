import { afterEach, describe, expect, test, vi } from "vitest";
import type { AskedQuestion, Happening } from "../../../../bot/desk/questions/asked-question.ts";
import { QuestionStore } from "../../../../bot/desk/questions/question-store.ts";
import { WaitingRows } from "../../../../bot/desk/questions/waiting-rows.ts";
import { createLog } from "../../../../bot/log.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import {
  createTestPostgres,
  DATABASE_KINDS,
  openTestDatabase,
  testPostgresServer,
} from "../../../support/databases.ts";

afterEach(() => vi.useRealTimers());

const PLACE = {
  conversation: "web-chat:1",
  channel: "web-chat",
  language: "en",
  created: 1_772_359_200_000,
} as const;

function asked(turn: string, topics: readonly string[] = []): AskedQuestion {
  return { ...PLACE, turn, topics, intent: "answer", outcome: "answered" };
}
const SHOWN: Happening = { ...PLACE, kind: "partners.shown" };

function rowsOn(database: Database) {
  const lines: string[] = [];
  const log = createLog({ level: "error", write: (line) => lines.push(line) });
  const rows = new WaitingRows(new QuestionStore(database), { log });
  const count = async (table: "asked" | "asked_topic" | "asked_target" | "happening") =>
    Number((await database.prepare(`select count(*) as count from ${table}`).get())?.count);
  return { rows, lines, count };
}

describe.each(DATABASE_KINDS)("WaitingRows (%s)", (kind) => {
  test("writes hundreds of turns with their topics and targets together, each once", async () => {
    const { rows, count } = rowsOn(await openTestDatabase(kind));
    const turns = Array.from({ length: 250 }, (_, at) => `turn-${at}`);
    for (const turn of turns) {
      rows.add({ asked: [asked(turn, ["park:eco3", "park:eco3", "word:price"])], happenings: [SHOWN] });
      rows.add({ targets: [{ turn, conversation: PLACE.conversation, target: `t-${turn}`, created: 1 }] });
    }
    rows.add({ targets: [{ turn: "nobody's", conversation: "c", target: "t", created: 1 }] });
    await Promise.all([rows.flush(), rows.flush(), rows.flush()]);
    const tables = ["asked", "asked_topic", "asked_target", "happening"] as const;
    expect(await Promise.all(tables.map(count))).toEqual([250, 500, 250, 250]);
    rows.add({ asked: turns.map((turn) => asked(turn)), happenings: [SHOWN] });
    await rows.flush();
    // A batch that had been written although nobody was told so.
    expect(await Promise.all(tables.map(count))).toEqual([250, 500, 250, 250]);
  });

  test("flushes within a transaction while another flush waits for its end, and neither waits for the other", async () => {
    const database = await openTestDatabase(kind);
    const { rows, count } = rowsOn(database);
    const inTransaction = Promise.withResolvers<void>();
    const flushed = Promise.withResolvers<void>();
    rows.add({ asked: [asked("one")] });
    const long = database.transact(async () => {
      inTransaction.resolve();
      await flushed.promise;
      await rows.flush();
      rows.add({ asked: [asked("two")] });
      await rows.flush();
      expect(await count("asked")).toBe(2);
    });
    await inTransaction.promise;
    // Begun outside of the transaction, as by the timer: it waits for its end.
    const beside = rows.flush();
    flushed.resolve();
    await Promise.all([long, beside]);
    expect(await count("asked")).toBe(2);
  });

  test("has all in the database once a flush resolves, also what another flush has under way", async () => {
    const { rows, count } = rowsOn(await openTestDatabase(kind));
    rows.add({ asked: [asked("one")] });
    const first = rows.flush();
    await rows.flush();
    expect(await count("asked")).toBe(1);
    await first;
  });

  test("keeps rows that cannot be written for later, and gives them up in the end", async () => {
    const database = await openTestDatabase(kind);
    const { rows, lines, count } = rowsOn(database);
    const rename = (from: string, to: string) =>
      database.prepare(`alter table ${from} rename to ${to}`).run();
    await rename("happening", "gone");
    rows.add({ asked: [asked("one")], happenings: [SHOWN] });
    await rows.flush();
    expect(await count("asked")).toBe(0);
    await rename("gone", "happening");
    rows.add({ asked: [asked("two")] });
    await rows.flush();
    expect([await count("asked"), await count("happening")]).toEqual([2, 1]);
    await rename("asked", "gone");
    rows.add({ asked: [asked("three")] });
    for (let attempt = 0; attempt < 6; attempt++) await rows.flush();
    expect(lines.map((line) => JSON.parse(line)).map(({ lost }) => lost)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    await rename("gone", "asked");
    await rows.flush();
    expect(await count("asked")).toBe(2);
  });
});

test("WaitingRows lose and double nothing while the server of the database is started anew", async () => {
  const database = await openPostgres({ url: await createTestPostgres(), patienceInMs: 2000 });
  const { rows, count, lines } = rowsOn(database);
  const server = await testPostgresServer();
  const flushes: Promise<void>[] = [];
  for (let turn = 0; turn < 60; turn++) {
    rows.add({ asked: [asked(`turn-${turn}`)], happenings: [SHOWN] });
    if (turn === 20) {
      await Promise.all(flushes);
      await server.kill();
      await vi.waitFor(() => expect(database.pool.totalCount).toBe(0));
    }
    if (turn === 40) await server.restart();
    if (turn % 5 === 0) flushes.push(rows.flush());
  }
  await vi.waitFor(
    async () => {
      await rows.flush();
      expect(await count("asked")).toBe(60);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(await count("happening")).toBe(60);
  expect(lines.length).toBeGreaterThan(0);
  await database.close();
});
