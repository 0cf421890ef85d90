import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { DeskBase } from "../../../bot/desk/desk-parts.ts";
import { createHourlyWork } from "../../../bot/desk/hourly-work.ts";
import { createLog } from "../../../bot/log.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";
import { createDeskBase } from "../../support/desk-base.ts";

const HOUR_IN_MS = 3_600_000;

/** A base that keeps what it logs. */
function baseWithLog(): DeskBase & { lines: string[] } {
  const lines: string[] = [];
  const log = createLog({ level: "error", write: (line) => lines.push(line) });
  return { ...createDeskBase(), log, lines };
}

describe("createHourlyWork()", () => {
  it("lets each part purge and then tick, at the start and each hour, and a part that fails keeps no other from it", async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const done: string[] = [];
    const note = (what: string) => async () => {
      done.push(what);
    };
    const fail = async () => {
      throw new Error("no");
    };
    const base = baseWithLog();
    const parts = [{ purge: fail, tick: note("never") }, { tick: note("tick") }, { purge: note("purge") }];
    const work = createHourlyWork(parts, base);
    work.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["tick", "purge"]);
    expect(base.lines.join()).toContain("desk.hourly-failed");
    await vi.advanceTimersByTimeAsync(HOUR_IN_MS);
    expect(done).toEqual(["tick", "purge", "tick", "purge"]);
    await work.stop();
    await vi.advanceTimersByTimeAsync(HOUR_IN_MS);
    expect(done).toHaveLength(4);
  });

  it("waits at its end for the part that is at work, and begins no other", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = vi.fn(() => promise);
    const second = vi.fn(async () => {});
    let isStopped = false;
    const work = createHourlyWork([{ tick: first }, { tick: second }], baseWithLog());
    work.start();
    await vi.waitFor(() => expect(first).toHaveBeenCalled());
    const stopped = work.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    resolve();
    await stopped;
    expect(second).not.toHaveBeenCalled();
  });

  it.each(DATABASE_KINDS)(
    "looks for itself in %s what other processes changed, where there are any",
    async (kind) => {
      const base = createDeskBase({ database: await openTestDatabase(kind) });
      const work = createHourlyWork([], base);
      work.start();
      const expected = kind === "postgres" ? 1 : 0;
      await new Promise(setImmediate);
      await work.stop();
      expect(base.changes()).toBe(expected);
    },
  );
});
