import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY_IN_MS = 86_400_000;
const conversation = { id: "c", user: "u", origin: "https://a.example", locale: "fi-FI" };

test("appendActivity() numbers from 1 and keeps the order", () => {
  const store = new ConversationStore(":memory:");
  store.createConversation(conversation);
  expect(store.appendActivity("c", (sequence) => ({ sequence }))).toEqual({
    sequence: 1,
    json: '{"sequence":1}',
  });
  store.appendActivity("c", (sequence) => ({ sequence }));
  expect(store.readActivities("c", 0)).toEqual(['{"sequence":1}', '{"sequence":2}']);
  expect(store.readActivities("c", 1)).toEqual(['{"sequence":2}']);
  expect(store.readConversation("c")).toEqual({ ...conversation, lastSequence: 2 });
  expect(store.appendActivity("unknown", () => ({}))).toBeUndefined();
});

test("appendActivity() that fails half way leaves no gap in the numbers", () => {
  const store = new ConversationStore(":memory:");
  store.createConversation(conversation);
  const fail = () => {
    throw new RangeError("no");
  };
  expect(() => store.appendActivity("c", fail)).toThrow(RangeError);
  expect(store.appendActivity("c", () => ({}))?.sequence).toBe(1);
});

test("appendActivity() keeps only the newest activities", () => {
  const store = new ConversationStore(":memory:", { maxActivities: 10 });
  store.createConversation(conversation);
  for (let count = 0; count < 100; count++) store.appendActivity("c", (sequence) => sequence);
  expect(store.readActivities("c", 0)).toEqual(["91", "92", "93", "94", "95", "96", "97", "98", "99", "100"]);
});

test("loadMemory() gives what was saved last, and survives a restart", () => {
  const file = join(folder, "sub", "state.sqlite");
  const before = new ConversationStore(file);
  before.saveMemory("teams:1", { park: "Kemi" });
  before.saveMemory("teams:1", { park: "Tornio" });
  const secret = before.readOrCreateMeta("secret", () => "made once");
  before.close();
  const after = new ConversationStore(file);
  expect(after.loadMemory("teams:1")).toEqual({ park: "Tornio" });
  expect(after.loadMemory("teams:2")).toBeUndefined();
  expect(after.readOrCreateMeta("secret", () => "made twice")).toBe(secret);
  after.close();
});

test("purgeIdle() deletes conversations and memories that rested too long, with their activities", () => {
  let time = 0;
  const store = new ConversationStore(":memory:", { now: () => time });
  store.createConversation(conversation);
  store.appendActivity("c", () => ({}));
  store.saveMemory("web-chat:c", {});
  store.addFeedback({ conversationId: "web-chat:c", reaction: "like", target: "old" });
  time = 20 * DAY_IN_MS;
  store.addFeedback({ conversationId: "web-chat:c", reaction: "like", target: "young" });
  store.createConversation({ id: "young", user: "u" });
  time = 31 * DAY_IN_MS;
  expect(store.purgeIdle(30)).toBe(1);
  expect(store.readConversation("c")).toBeUndefined();
  expect(store.readActivities("c", 0)).toEqual([]);
  expect(store.loadMemory("web-chat:c")).toBeUndefined();
  expect(store.readConversation("young")).toBeDefined();
  expect(store.readFeedback().map(({ target }) => target)).toEqual(["young"]);
});

test("addFeedback() keeps reaction, target and comment", () => {
  const store = new ConversationStore(":memory:");
  store.addFeedback({ conversationId: "web-chat:c", reaction: "dislike", target: "c|1", comment: "Old" });
  store.addFeedback({ conversationId: "web-chat:c", reaction: "like" });
  expect(store.readFeedback()).toEqual([
    { conversationId: "web-chat:c", reaction: "dislike", target: "c|1", comment: "Old" },
    { conversationId: "web-chat:c", reaction: "like", target: undefined, comment: undefined },
  ]);
});

test("ConversationStore refuses a file of a newer version and names the way out", () => {
  const file = join(folder, "newer.sqlite");
  const database = new DatabaseSync(file);
  database.exec("pragma user_version = 99");
  database.close();
  expect(() => new ConversationStore(file)).toThrow(/schema version 99.*STATE_FILE/);
});
