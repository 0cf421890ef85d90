import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { loadPostgresIndex } from "../../../indexer/index.ts";
import { BUILD_LOCK } from "../../../indexer/postgres/once-among-replicas.ts";
import { ensureIndexSchema, INDEX_CHANNEL } from "../../../indexer/postgres/schema.ts";
import { waitFor } from "../../support/application.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function connect(): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: server.url, max: 4 });
  pool.on("error", () => {});
  onTestFinished(() => pool.end());
  return pool;
}

describe("watchPostgresIndex()", () => {
  it("tells of an announced version at once, and after the server was away", async () => {
    const { watchPostgresIndex } = await loadPostgresIndex();
    let told = 0;
    const lost: string[] = [];
    const stop = watchPostgresIndex({
      pool: await connect(),
      onMaybeNew: () => {
        told += 1;
      },
      onLost: ({ message }) => lost.push(message),
      // Longer than the test: what is told comes from the server.
      pollIntervalInMs: 600_000,
    });
    onTestFinished(stop);
    const announce = async () => (await connect()).query("SELECT pg_notify($1, 'v')", [INDEX_CHANNEL]);
    await waitFor(() => Promise.resolve(told === 1), 5000);
    await announce();
    await waitFor(() => Promise.resolve(told === 2), 5000);
    await server.kill();
    await waitFor(() => Promise.resolve(lost.length > 0), 5000);
    await server.restart();
    // What was missed meanwhile is looked for.
    await waitFor(() => Promise.resolve(told === 3), 15_000);
    await announce();
    await waitFor(() => Promise.resolve(told === 4), 5000);
  });

  it("polls where nothing is announced, and says no more once it is ended", async () => {
    const { watchPostgresIndex } = await loadPostgresIndex();
    let told = 0;
    const stop = watchPostgresIndex({
      pool: await connect(),
      onMaybeNew: () => {
        told += 1;
      },
      pollIntervalInMs: 5,
    });
    await waitFor(() => Promise.resolve(told > 3), 5000);
    stop();
    const before = told;
    const observer = await connect();
    await waitFor(
      async () =>
        (await observer.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")).rowCount === 0,
      5000,
    );
    expect(told).toBe(before);
  });
});

describe("onceAmongReplicas()", () => {
  it("lets one of three do the work, and the others wait until it is done", async () => {
    const { onceAmongReplicas } = await loadPostgresIndex();
    let [done, works, waiting] = [false, 0, 0];
    const start = async () =>
      onceAmongReplicas({
        pool: await connect(),
        isDone: async () => done,
        onWaiting: () => {
          waiting += 1;
        },
        work: async () => {
          works += 1;
          await waitFor(() => Promise.resolve(waiting === 2), 5000);
          done = true;
          return "built";
        },
      });
    expect((await Promise.all([start(), start(), start()])).sort()).toEqual(["built", undefined, undefined]);
    expect(works).toBe(1);
  });

  it("is taken over by another when the one that began is gone", async () => {
    const { onceAmongReplicas } = await loadPostgresIndex();
    const dying = new pg.Client({ connectionString: server.url });
    dying.on("error", () => {});
    await dying.connect();
    await dying.query(`SELECT pg_advisory_lock(${BUILD_LOCK})`);
    const taken = onceAmongReplicas({
      pool: await connect(),
      isDone: async () => false,
      onWaiting: () => void dying.end(),
      work: async () => "built",
    });
    expect(await taken).toBe("built");
  });

  it("lets the next one try when the work failed", async () => {
    const { onceAmongReplicas } = await loadPostgresIndex();
    const pool = await connect();
    const attempt = (work: () => Promise<string>) =>
      onceAmongReplicas({ pool, isDone: async () => false, work });
    await expect(attempt(() => Promise.reject(new Error("no room")))).rejects.toThrow("no room");
    expect(await attempt(async () => "built")).toBe("built");
  });
});

describe("ensureIndexSchema()", () => {
  it("says what to install on a server without pgvector", async () => {
    const client = await (await connect()).connect();
    try {
      await client.query("BEGIN");
      await expect(ensureIndexSchema(client)).rejects.toMatchObject({
        code: "missing",
        message: expect.stringMatching(/the server has no pgvector: install it there/),
      });
      await client.query("ROLLBACK");
    } finally {
      client.release();
    }
  });
});
