import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { Database } from "../../../../bot/state/database/database.ts";
import { isConnectionLost } from "../../../../bot/state/database/is-connection-lost.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import { prepareAll } from "../../../../bot/state/database/prepare-all.ts";
import {
  createTestPostgres,
  DATABASE_KINDS,
  openTestDatabase,
  testPostgresServer,
} from "../../../support/databases.ts";

function metaOf(database: Database) {
  return prepareAll(database, {
    add: "insert into meta (key, value) values (?, ?)",
    set: "update meta set value = ? where key = ?",
    read: "select value from meta where key = ?",
    all: "select key, value from meta order by key",
    count: "select count(*) as count, sum(length(value)) as chars from meta",
  });
}

describe.each(DATABASE_KINDS)("Database (%s)", (kind) => {
  it("writes and reads rows, numbers as numbers and nothing as null", async () => {
    const database = await openTestDatabase(kind);
    const add = database.prepare(
      "insert into feedback (conversation, target, reaction, created) values (?, ?, ?, ?) returning id, target, created",
    );
    const time = 1_790_000_000_123;
    expect(await add.get("c", null, "like", time)).toEqual({ id: 1, target: null, created: time });
    const { count } = metaOf(database);
    expect(await count.get()).toEqual({ count: 0, chars: null });
    expect(await database.prepare("delete from feedback").run()).toEqual({ changes: 1 });
    expect(await database.prepare("select * from feedback").get()).toBeUndefined();
    expect(await database.prepare("select ? as one where 'a?b' = 'a?b'").get("x")).toEqual({ one: "x" });
  });

  it("takes any text that a person can send", async () => {
    const database = await openTestDatabase(kind);
    const { add, read } = metaOf(database);
    for (const text of ["a\0b", "\ud800", "\u202e", "😀".repeat(1000), "'; drop table meta; --"]) {
      await add.run(text, text);
      expect(typeof (await read.get(text))?.value).toBe("string");
    }
  });

  it("orders texts by their bytes", async () => {
    const database = await openTestDatabase(kind);
    const { add, all } = metaOf(database);
    for (const key of ["ä", "b", "Z", "a", "å"]) await add.run(key, "");
    expect((await all.all()).map(({ key }) => key)).toEqual(["Z", "a", "b", "ä", "å"]);
  });

  it("undoes all of a transaction that throws, and what it calls within takes part", async () => {
    const database = await openTestDatabase(kind);
    const { add, all } = metaOf(database);
    const broken = database.transact(async () => {
      await add.run("outer", "1");
      await database.transact(async () => {
        await add.run("inner", "2");
      });
      await wait(5);
      throw new RangeError("no");
    });
    await expect(broken).rejects.toThrow(RangeError);
    expect(await all.all()).toEqual([]);
    expect(
      await database.transact(async () => {
        await add.run("kept", "3");
        return 7;
      }),
    ).toBe(7);
    expect(await all.all()).toEqual([{ key: "kept", value: "3" }]);
  });

  it("lets transactions come one after another, so that none writes over what another wrote", async () => {
    const database = await openTestDatabase(kind);
    const { add, set, read } = metaOf(database);
    await add.run("n", "0");
    const raise = () =>
      database.transact(async () => {
        const value = Number((await read.get("n"))?.value);
        await wait(1);
        await set.run(String(value + 1), "n");
      });
    await Promise.all(Array.from({ length: 20 }, raise));
    expect(await read.get("n")).toEqual({ value: "20" });
  });

  it("keeps statements of others out of an open transaction", async () => {
    const database = await openTestDatabase(kind);
    const { add, all } = metaOf(database);
    const broken = database.transact(async () => {
      await add.run("of the transaction", "");
      await wait(20);
      throw new Error("no");
    });
    await wait(5);
    await Promise.all([add.run("of others", ""), broken.catch(() => {})]);
    expect(await all.all()).toEqual([{ key: "of others", value: "" }]);
  });

  it("tells afterwards of what was kept, and not of what was undone", async () => {
    const database = await openTestDatabase(kind);
    const { all, add } = metaOf(database);
    const told: string[] = [];
    const work = (key: string) =>
      database.transact(async () => {
        await database.transact(async () => database.afterwards(() => told.push(key)));
        await add.run(key, "");
        expect(told).not.toContain(key);
      });
    await work("a");
    await expect(work("a")).rejects.toThrow();
    database.afterwards(() => told.push("at once"));
    expect(told).toEqual(["a", "at once"]);
    expect(await all.all()).toHaveLength(1);
  });

  it("takes what outlives its transaction for none of it", async () => {
    const database = await openTestDatabase(kind);
    const { add, all } = metaOf(database);
    const late = Promise.withResolvers<void>();
    await database.transact(async () => {
      setTimeout(() => add.run("late", "").then(() => late.resolve(), late.reject), 20);
    });
    await late.promise;
    expect(await all.all()).toHaveLength(1);
  });

  it("rejects what breaks a rule of the schema, and goes on", async () => {
    const database = await openTestDatabase(kind);
    const { add, all } = metaOf(database);
    await add.run("a", "");
    await expect(add.run("a", "")).rejects.toThrow(/unique/i);
    expect(await all.all()).toHaveLength(1);
    await database.check();
  });

  it("rejects every call after it was closed", async () => {
    const database = await openTestDatabase(kind);
    const { all } = metaOf(database);
    await database.close();
    await expect(all.all()).rejects.toThrow();
    await expect(database.check()).rejects.toThrow();
  });
});

describe("openPostgres()", () => {
  it("lets several processes begin at once on an empty database", async () => {
    const url = await createTestPostgres();
    const databases = await Promise.all([1, 2, 3].map(() => openPostgres({ url, connections: 2 })));
    const [first, second] = databases as unknown as [Database, Database];
    await metaOf(first).add.run("a", "1");
    expect(await metaOf(second).read.get("a")).toEqual({ value: "1" });
    await Promise.all(databases.map((database) => database.close()));
  });

  it("refuses a database of a newer version, and one that is out of reach, without telling the password", async () => {
    const url = await createTestPostgres();
    const database = await openPostgres({ url });
    await database.prepare("update schema_version set version = 999").run();
    await database.close();
    await expect(openPostgres({ url })).rejects.toThrow(/schema version 999.*update the program/);
    const nowhere = "postgres://me:verysecret@127.0.0.1:1/x";
    const fault = await openPostgres({ url: nowhere }).catch((error: Error) => error.message);
    expect(fault).toMatch(/Cannot reach the database \(ECONNREFUSED\): check DATABASE_URL/);
    expect(fault).not.toContain("verysecret");
  });

  it("tells the other processes what one announces, and not itself, once its transaction is done", async () => {
    const url = await createTestPostgres();
    const [one, other] = [await openPostgres({ url }), await openPostgres({ url })];
    const [own, heard] = [[] as string[], [] as string[]];
    one.onAnnounced("news", (text) => text !== "" && own.push(text));
    const end = other.onAnnounced("news", (text) => heard.push(text));
    await vi.waitFor(async () => {
      await one.announce("news", "a");
      expect(heard).toContain("a");
    });
    await one
      .transact(() => one.announce("news", "undone").then(() => Promise.reject(new Error("no"))))
      .catch(() => {});
    await one.transact(() => one.announce("news", "done"));
    await vi.waitFor(() => expect(heard).toContain("done"));
    expect(heard).not.toContain("undone");
    end();
    expect(own).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });

  it("rejects a transaction whose connection breaks between two statements, and goes on", async () => {
    const database = await openPostgres({ url: await createTestPostgres(), connections: 3 });
    const { add, all } = metaOf(database);
    const broken = database.transact(async () => {
      await add.run("a", "");
      const own = await database.prepare("select pg_backend_pid() as pid").get();
      await database.pool.query("select pg_terminate_backend($1)", [Number(own?.pid)]);
      // Nobody uses the connection when it breaks.
      await vi.waitFor(async () => {
        const { rows } = await database.pool.query("select 1 from pg_stat_activity where pid = $1", [
          own?.pid,
        ]);
        expect(rows).toEqual([]);
      });
      await wait(50);
      await add.run("b", "");
    });
    const error = await broken.catch((thrown: unknown) => thrown);
    expect(isConnectionLost(error)).toBe(true);
    expect(await database.transact(() => all.all())).toEqual([]);
    await database.close();
  });

  it("takes the turn from a process that stands still within a transaction", async () => {
    const url = await createTestPostgres();
    const [still, other] = await Promise.all([
      openPostgres({ url, patienceInMs: 1000 }),
      openPostgres({ url, patienceInMs: 5000 }),
    ]);
    const goOn = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const standing = still.transact(async () => {
      await metaOf(still).add.run("still", "");
      begun.resolve();
      await goOn.promise;
      await metaOf(still).add.run("again", "");
    });
    const failed = standing.catch((thrown: unknown) => thrown);
    await begun.promise;
    await other.transact(() => metaOf(other).add.run("other", ""));
    goOn.resolve();
    expect(isConnectionLost(await failed)).toBe(true);
    expect(await metaOf(still).all.all()).toEqual([{ key: "other", value: "" }]);
    await Promise.all([still.close(), other.close()]);
  });

  it("goes on after the server was started anew, and says that something may have been missed", async () => {
    const url = await createTestPostgres();
    const lost: Error[] = [];
    const database = await openPostgres({ url, onLost: (error) => lost.push(error) });
    const { add, all } = metaOf(database);
    const heard: string[] = [];
    database.onAnnounced("news", (text) => heard.push(text));
    await add.run("before", "");
    const server = await testPostgresServer();
    await server.kill();
    await server.restart();
    await vi.waitFor(() => expect(all.all()).resolves.toEqual([{ key: "before", value: "" }]), 10_000);
    await vi.waitFor(() => expect(heard).toContain(""), 10_000);
    await database.close();
  });
});
