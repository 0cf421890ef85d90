import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { isConnectionLost } from "../../../../bot/state/database/is-connection-lost.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import {
  createTurnLock,
  type TurnLock,
  TurnLockError,
  type TurnLockOptions,
} from "../../../../bot/state/database/turn-lock.ts";
import { createTestPostgres, openTestDatabase, testPostgresServer } from "../../../support/databases.ts";

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

/** The locks of two processes. */
async function openLocks(options: TurnLockOptions = {}): Promise<[TurnLock, TurnLock]> {
  const url = await createTestPostgres();
  const open = async () => {
    const database = await openPostgres({ url, connections: 2 });
    const lock = createTurnLock(database, options);
    if (lock === undefined) throw new Error("There is no lock");
    ends.push(async () => {
      await lock.close();
      await database.close();
    });
    return lock;
  };
  return [await open(), await open()];
}

test("hold() lets one process at a time work on a key, and others work on other keys", async () => {
  const [one, other] = await openLocks();
  let [running, most] = [0, 0];
  const work = async () => {
    most = Math.max(most, ++running);
    await wait(2);
    running--;
  };
  await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? one : other).hold("a", work)));
  expect(most).toBe(1);
  await one.hold("a", async () => {
    expect(await other.tryHold("a", async () => expect.unreachable())).toBe(false);
    expect(await other.hold("b", async () => "done")).toBe("done");
  });
  // Nobody waits until a key is free again.
  await vi.waitFor(async () => expect(await other.tryHold("a", work)).toBe(true));
});

test("hold() frees the key after a throw, and of a process that ended", async () => {
  const [one, other] = await openLocks();
  await expect(one.hold("a", () => Promise.reject(new RangeError("no")))).rejects.toThrow(RangeError);
  expect(await other.hold("a", async () => 1)).toBe(1);
  const held = Promise.withResolvers<void>();
  const never = one.hold("a", () => {
    held.resolve();
    return new Promise<void>(() => undefined);
  });
  await held.promise;
  await one.close();
  expect(await other.hold("a", async () => 2)).toBe(2);
  await expect(one.hold("a", async () => 3)).rejects.toThrow(TurnLockError);
  expect(never).toBeInstanceOf(Promise);
});

test("hold() gives up after its patience, and says why", async () => {
  const [one, other] = await openLocks({ patienceInMs: 60 });
  await one.hold("a", async () => {
    await expect(other.hold("a", async () => 1)).rejects.toThrow(
      "another one of the conversation does not end",
    );
  });
});

test("hold() waits for a server that is started anew, and what ran meanwhile goes on", async () => {
  const [one, other] = await openLocks();
  const server = await testPostgresServer();
  const ended = await one.hold("a", async () => {
    await server.kill();
    const waiting = other.hold("a", async () => "the other");
    await server.restart();
    return waiting;
  });
  expect(ended).toBe("the other");
  expect(await one.hold("a", async () => "again")).toBe("again");
});

test("a file needs no lock", async () => {
  expect(createTurnLock(await openTestDatabase("sqlite"))).toBeUndefined();
});

test.each([
  [Object.assign(new Error("x"), { code: "57P01" }), true],
  [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), true],
  [Object.assign(new Error("x"), { code: "08006" }), true],
  [new Error("Connection terminated unexpectedly"), true],
  [new Error("outer", { cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) }), true],
  [Object.assign(new Error("duplicate key"), { code: "23505" }), false],
  [new Error("database or disk is full"), false],
  ["ECONNREFUSED", false],
])("isConnectionLost(%s) is %s", (error, isLost) => {
  expect(isConnectionLost(error)).toBe(isLost);
});
