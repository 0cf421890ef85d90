import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";

const folder = mkdtempSync(join(tmpdir(), "log-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A store in memory with one conversation, "c". */
function openLog(options: { maxActivities?: number } = {}) {
  const store = new ConversationStore(":memory:", options);
  store.createConversation({ id: "c", user: "u" });
  return { store, log: store.conversations };
}

test("append() numbers at once, and a read sees what was not flushed yet", () => {
  const { log } = openLog();
  expect(log.append("c", (sequence) => ({ sequence }))?.sequence).toBe(1);
  expect(log.append("c", (sequence) => ({ sequence }))?.sequence).toBe(2);
  expect(log.lastSequence("c")).toBe(2);
  expect(log.readActivities("c", { after: 0 })).toEqual([
    { sequence: 1, json: '{"sequence":1}' },
    { sequence: 2, json: '{"sequence":2}' },
  ]);
  expect(log.readActivities("c", { after: 0, limit: 1 })).toHaveLength(1);
});

test("thousands of activities of many conversations stay in order and apart", () => {
  const { store, log } = openLog();
  const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
  for (const id of ids) store.createConversation({ id, user: "u" });
  for (let count = 0; count < 150; count++) {
    for (const id of ids) log.append(id, (sequence) => `${id} ${sequence}`);
    log.flush();
  }
  for (const id of ids) {
    const wanted = Array.from({ length: 150 }, (_, index) => JSON.stringify(`${id} ${index + 1}`));
    expect(store.readActivities(id, 0)).toEqual(wanted);
  }
});

test("a flush that fails loses its batch as a whole, says so, and gives the numbers again", () => {
  const file = join(folder, "refusing.sqlite");
  const store = new ConversationStore(file);
  store.createConversation({ id: "c", user: "u" });
  const { conversations: log } = store;
  const first = log.append("c", () => "kept");
  log.flush();
  const other = new DatabaseSync(file);
  other.exec("create trigger full before insert on new_activity begin select raise(abort, 'disk full'); end");
  const lost = [log.append("c", () => "lost"), log.append("c", () => "lost too")];
  expect(() => log.flush()).toThrow("disk full");
  expect([first, ...lost].map((activity) => activity?.isLost)).toEqual([undefined, true, true]);
  other.exec("drop trigger full");
  other.close();
  expect(log.append("c", () => "again")?.sequence).toBe(2);
  expect(store.readActivities("c", 0)).toEqual(['"kept"', '"again"']);
  store.close();
});

test("delete() while activities wait leaves nothing of the conversation and all of the others", () => {
  const { store, log } = openLog();
  store.createConversation({ id: "other", user: "u" });
  log.append("c", () => "gone");
  log.append("other", () => "stays");
  log.delete("c");
  log.flush();
  expect(log.append("c", () => "late")).toBeUndefined();
  expect(store.readActivities("c", 0)).toEqual([]);
  expect(store.readActivities("other", 0)).toEqual(['"stays"']);
});

test("what was flushed outlives the end of the process without notice", async () => {
  const file = join(folder, "killed.sqlite");
  const script = join(folder, "write-and-die.ts");
  const source = join(import.meta.dirname, "../../../bot/state/conversation-store.ts");
  writeFileSync(
    script,
    `import { ConversationStore } from ${JSON.stringify(source)};
     const store = new ConversationStore(${JSON.stringify(file)});
     store.createConversation({ id: "c", user: "u" });
     for (let count = 0; count < 100; count++) store.conversations.append("c", (sequence) => sequence);
     store.conversations.flush();
     process.kill(process.pid, "SIGKILL");`,
  );
  const [, signal] = await once(fork(script), "exit");
  expect(signal).toBe("SIGKILL");
  const store = new ConversationStore(file);
  expect(store.readConversation("c")?.lastSequence).toBe(100);
  expect(store.readActivities("c", 98)).toEqual(["99", "100"]);
  expect(store.appendActivity("c", (sequence) => sequence)?.sequence).toBe(101);
  store.close();
});

test("eraseConversation() drops what is saved of it afterwards", () => {
  const { store } = openLog();
  store.saveMemory("web-chat:c", { park: "Kemi" });
  store.references.save("web-chat:c", { serviceUrl: "https://chat.example" });
  store.eraseConversation("c", "web-chat:c");
  store.saveMemory("web-chat:c", { park: "Tornio" });
  store.addFeedback({ conversationId: "web-chat:c", reaction: "like" });
  expect(store.loadMemory("web-chat:c")).toBeUndefined();
  expect(store.references.read("web-chat:c")).toBeUndefined();
  expect(store.readFeedback()).toEqual([]);
  expect(store.readConversation("c")).toBeUndefined();
});
