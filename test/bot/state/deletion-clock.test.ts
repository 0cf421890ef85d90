import { describe, expect, it } from "vitest";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../../bot/state/database/sqlite-database.ts";
import { createDeletionClock } from "../../../bot/state/deletion-clock.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const BEGIN = Date.parse("2026-03-02T08:00:00Z");

describe("deleting what is too old", () => {
  /** A state with a conversation of today and one of forty days ago, and the look that comes before each purge. */
  async function createPurge() {
    const clock = { wall: BEGIN - 40 * DAY, elapsed: 0 };
    const database = new SqliteDatabase(":memory:");
    const store = new ConversationStore(database, { now: () => clock.wall });
    const person = { user: "dl_1", origin: undefined, locale: "fi" };
    await store.createConversation({ id: "old", ...person });
    clock.wall = BEGIN;
    await store.createConversation({ id: "new", ...person });
    const start = () => {
      const isSteady = createDeletionClock(database, { now: () => clock.wall, elapsed: () => clock.elapsed });
      return async () => ((await isSteady()) ? store.purgeIdle(30) : "not now");
    };
    const pass = (ms: number, jump = 0) => {
      clock.elapsed += ms;
      clock.wall += ms + jump;
    };
    return { start, pass, isThere: async (id: string) => (await store.readConversation(id)) !== undefined };
  }

  it("goes on each hour by a clock that runs steadily, and spares what is not old", async () => {
    const { start, pass, isThere } = await createPurge();
    const purge = start();
    expect(await purge()).toBe(1);
    for (let hour = 0; hour < 3; hour++) {
      pass(HOUR);
      expect(await purge()).toBe(0);
    }
    expect([await isThere("old"), await isThere("new")]).toEqual([false, true]);
  });

  it("does nothing at a clock that has just jumped a year ahead, and nothing is lost when it is set right", async () => {
    const { start, pass, isThere } = await createPurge();
    const purge = start();
    await purge();
    pass(HOUR, YEAR);
    expect(await purge()).toBe("not now");
    pass(HOUR, -YEAR);
    expect(await purge()).toBe(0);
    pass(HOUR);
    expect(await purge()).toBe(0);
    expect(await isThere("new")).toBe(true);
  });

  it("believes a clock that stayed ahead for an hour: somebody really was away that long", async () => {
    const { start, pass, isThere } = await createPurge();
    const purge = start();
    await purge();
    pass(HOUR, YEAR);
    expect(await purge()).toBe("not now");
    pass(HOUR);
    expect(await purge()).toBe(1);
    expect(await isThere("new")).toBe(false);
  });

  it("does nothing at the start after a long stop or a jump, and at once after a short one", async () => {
    const { start, pass, isThere } = await createPurge();
    await start()();
    pass(DAY);
    expect(await start()()).toBe(0);
    pass(40 * DAY);
    const purge = start();
    expect(await purge()).toBe("not now");
    expect(await isThere("new")).toBe(true);
    pass(HOUR);
    expect(await purge()).toBe(1);
  });
});
