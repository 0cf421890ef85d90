import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { appendKept, openStore } from "../../support/stores.ts";

const folder = mkdtempSync(join(tmpdir(), "log-"));
afterAll(() => rmSync(folder, { recursive: true }));

const STATE = join(import.meta.dirname, "../../../bot/state");

test("a batch that fails is lost as a whole, says so, and gives the numbers again", async () => {
  const file = join(folder, "refusing.sqlite");
  const store = openStore(file);
  await store.createConversation({ id: "c", user: "u" });
  const { conversations: log } = store;
  const asked = await log.append("c", {
    fields: { text: "kept" },
    turn: { conversation: "web-chat:c", facts: {} },
  });
  await asked?.whenKept;
  const other = new DatabaseSync(file);
  other.exec("create trigger full before insert on new_activity begin select raise(abort, 'disk full'); end");
  const lost = [
    await log.append("c", { fields: { text: "lost" }, answers: asked?.id }),
    await log.append("c", { fields: { text: "lost too" } }),
  ];
  for (const one of lost) await expect(one?.whenKept).rejects.toThrow("disk full");
  other.exec("drop trigger full");
  other.close();
  expect(await store.pending.of("web-chat:c")).toHaveLength(1);
  const again = await log.append("c", { fields: { text: "again" }, answers: asked?.id });
  await again?.whenKept;
  expect(again?.sequence).toBe(2);
  expect(await store.pending.of("web-chat:c")).toEqual([]);
  expect((await store.readActivities("c", 0)).map((json) => JSON.parse(json).text)).toEqual([
    "kept",
    "again",
  ]);
  await store.close();
});

test("what was kept outlives the end of the process without notice, with the turns that wait", async () => {
  const file = join(folder, "killed.sqlite");
  const script = join(folder, "write-and-die.ts");
  writeFileSync(
    script,
    `import { ConversationStore } from ${JSON.stringify(join(STATE, "conversation-store.ts"))};
     import { SqliteDatabase } from ${JSON.stringify(join(STATE, "database/sqlite-database.ts"))};
     const store = new ConversationStore(new SqliteDatabase(${JSON.stringify(file)}));
     await store.createConversation({ id: "c", user: "u" });
     const turn = { conversation: "web-chat:c", facts: {} };
     for (let count = 1; count < 100; count++) await store.conversations.append("c", { fields: { count } });
     const last = await store.conversations.append("c", { fields: { count: 100 }, turn });
     await last.whenKept;
     process.kill(process.pid, "SIGKILL");`,
  );
  const [, signal] = await once(fork(script), "exit");
  expect(signal).toBe("SIGKILL");
  const store = openStore(file);
  expect((await store.readConversation("c"))?.lastSequence).toBe(100);
  expect((await store.readActivities("c", 98)).map((json) => JSON.parse(json).count)).toEqual([99, 100]);
  expect(await appendKept(store, "c", { count: 101 })).toEqual({ sequence: 101 });
  const [turn] = await store.pending.of("web-chat:c");
  expect(turn?.id).toBe("c|0000100");
  expect(await store.conversations.append("c", { fields: {}, answers: turn?.id })).toMatchObject({
    sequence: 102,
  });
  await store.close();
});
