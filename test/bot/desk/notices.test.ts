import { describe, expect, test } from "vitest";
import { deliverNotices } from "../../../bot/desk/notices/deliver-notices.ts";
import { NoticeBox, type NoticeOutcome, type WaitingNotice } from "../../../bot/desk/notices/notice-box.ts";
import { DATABASE_KINDS, type DatabaseKind, openTestDatabase } from "../../support/databases.ts";
import { createDeskBase } from "../../support/desk-base.ts";
import { makeReply } from "../../support/replies.ts";

const HOUR_IN_MS = 3_600_000;

async function openBox(kind: DatabaseKind, outcomes: NoticeOutcome[] = []) {
  const base = createDeskBase({ database: await openTestDatabase(kind) });
  const said: string[] = [];
  const delivery = deliverNotices(base.notices, {
    say: async (conversationId, reply) => {
      said.push(`${conversationId} ${reply.text}`);
      return outcomes.shift() ?? "sent";
    },
    mail: async (address, reply) => {
      said.push(`to ${address} ${reply.text}`);
      return "sent";
    },
    log: { ...base.log, warn: () => undefined },
    intervalInMs: HOUR_IN_MS,
  });
  const add = (conversationId: string, text: string) =>
    base.notices.add({ conversationId, reply: makeReply({ text }) });
  return { base, said, delivery, add };
}

describe.each(DATABASE_KINDS)("notices (%s)", (kind) => {
  test("are delivered once, oldest first, by chat or by mail", async () => {
    const { said, delivery, add } = await openBox(kind);
    await add("web-chat:1", "one");
    await add("mail:a@example.org", "two");
    await delivery.run();
    await delivery.run();
    expect(said).toEqual(["web-chat:1 one", "to a@example.org two"]);
    await delivery.close();
  });

  test("go out by themselves after the transaction that made them, and not after one that failed", async () => {
    const { base, said, delivery, add } = await openBox(kind);
    await base.database.transact(() => add("web-chat:1", "kept"));
    const undone = base.database.transact(async () => {
      await add("web-chat:1", "undone");
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    await expect.poll(() => said).toEqual(["web-chat:1 kept"]);
    await delivery.close();
  });

  test("come again after a failure, later and later, and are given up after two days", async () => {
    const failing: NoticeOutcome[] = Array.from({ length: 100 }, () => "failed");
    const { base, said, delivery, add } = await openBox(kind, failing);
    await add("msteams:1", "news");
    const tries: number[] = [];
    for (let minute = 0; minute < 60 * 60; minute++) {
      const before = said.length;
      await delivery.run();
      if (said.length > before) tries.push(minute);
      base.pass(60_000);
    }
    const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(pauses.slice(0, 3)).toEqual([1, 1, 1]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(61);
    expect(tries.at(-1)).toBeGreaterThan(47 * 60);
    expect(tries.at(-1)).toBeLessThan(49 * 60);
    expect(await base.notices.take()).toEqual([]);
    await delivery.close();
  });

  test("are not tried again where there is nobody, nor after the conversation was erased", async () => {
    const { base, said, delivery, add } = await openBox(kind, ["gone"]);
    await add("msteams:gone", "news");
    await delivery.run();
    base.pass(HOUR_IN_MS);
    await base.database.transact(async () => {
      await add("web-chat:2", "secret");
      await base.notices.erase("web-chat:2");
    });
    await delivery.run();
    expect(said).toEqual(["msteams:gone news"]);
    expect(JSON.stringify(await base.database.prepare("select * from notice").all())).not.toContain("news");
    await delivery.close();
  });

  test("are taken by one process at a time, and by another when that one is gone", async () => {
    const base = createDeskBase({ database: await openTestDatabase(kind) });
    const other = new NoticeBox(base.database, { now: base.now });
    await base.notices.add({ conversationId: "web-chat:1", reply: makeReply({ text: "news" }) });
    const [taken] = await base.notices.take();
    expect(taken?.conversationId).toBe("web-chat:1");
    // The one process of a file that asks for the first time has just been started: it need not wait for itself.
    if (kind === "sqlite") await other.giveBack(await other.take());
    if (kind === "sqlite") expect(await base.notices.take()).toHaveLength(1);
    expect(await other.take()).toEqual([]);
    base.pass(60_000);
    expect(await other.take()).toHaveLength(1);
    await other.giveBack([taken as WaitingNotice]);
    expect(await base.notices.take()).toHaveLength(1);
  });
});
