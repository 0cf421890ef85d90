import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it, test } from "vitest";
import { ConversationStore, type StoreOptions } from "../../../bot/state/conversation-store.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";
import { appendKept, openStore } from "../../support/stores.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY_IN_MS = 86_400_000;
const conversation = { id: "c", user: "u", origin: "https://a.example", locale: "fi-FI" };

describe.each(DATABASE_KINDS)("ConversationStore (%s)", (kind) => {
  const open = async (options: StoreOptions = {}) =>
    new ConversationStore(await openTestDatabase(kind), options);

  it("gives back a conversation as it began", async () => {
    const store = await open();
    expect(await store.createConversation(conversation)).toBe(true);
    expect(await store.readConversation("c")).toEqual({ ...conversation, lastSequence: 0 });
  });

  it("remembers what was saved last", async () => {
    const store = await open();
    await store.saveMemory("teams:1", { park: "Kemi" });
    await store.saveMemory("teams:1", { park: "Tornio" });
    expect(await store.loadMemory("teams:1")).toEqual({ park: "Tornio" });
    expect(await store.loadMemory("teams:2")).toBeUndefined();
    await store.deleteMemory("teams:1");
    expect(await store.loadMemory("teams:1")).toBeUndefined();
  });

  it("keeps one value under a key, however many make one at once", async () => {
    const store = await open();
    const values = await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.readOrCreateMeta("secret", () => `made ${index}`)),
    );
    expect(new Set(values).size).toBe(1);
    expect(await store.readOrCreateMeta("secret", () => "made later")).toBe(values[0]);
  });

  it("purges conversations and memories that rested too long, with their activities", async () => {
    let time = 0;
    const store = await open({ now: () => time });
    await store.createConversation(conversation);
    await appendKept(store, "c", {});
    await store.saveMemory("web-chat:c", {});
    await store.addFeedback({ conversationId: "web-chat:c", reaction: "like", target: "old" });
    time = 20 * DAY_IN_MS;
    await store.addFeedback({ conversationId: "web-chat:c", reaction: "like", target: "young" });
    await store.createConversation({ id: "young", user: "u" });
    time = 31 * DAY_IN_MS;
    expect(await store.purgeIdle(30)).toBe(1);
    expect(await store.readConversation("c")).toBeUndefined();
    expect(await store.readActivities("c", 0)).toEqual([]);
    expect(await store.loadMemory("web-chat:c")).toBeUndefined();
    expect(await store.readConversation("young")).toBeDefined();
    expect((await store.readFeedback()).map(({ target }) => target)).toEqual(["young"]);
  });

  it("keeps reaction, target and comment of a rating; a second one changes the first", async () => {
    const store = await open();
    const rating = { conversationId: "web-chat:c", target: "c|1" } as const;
    const heard: string[] = [];
    store.onFeedback(async ({ reaction }) => void heard.push(reaction));
    await store.addFeedback({ ...rating, reaction: "dislike", comment: "Old" });
    await store.addFeedback({ ...rating, reaction: "dislike", person: "other" });
    await store.addFeedback({ ...rating, reaction: "like" });
    await store.addFeedback({ conversationId: "web-chat:c", reaction: "like" });
    expect(await store.readFeedback()).toEqual([
      { conversationId: "web-chat:c", reaction: "like", target: "c|1", comment: "Old" },
      { conversationId: "web-chat:c", reaction: "dislike", target: "c|1", person: "other" },
      { conversationId: "web-chat:c", reaction: "like" },
    ]);
    expect(heard).toEqual(["dislike", "dislike", "like", "like"]);
  });

  it("drops what is saved of a conversation after it was erased, and all that was kept", async () => {
    const store = await open();
    const [key, other] = ["web-chat:c", "web-chat:other"];
    const erased: string[] = [];
    store.onErase(async (conversationKey) => void erased.push(conversationKey));
    await store.createConversation(conversation);
    for (const conversationId of [key, other]) {
      await store.saveMemory(conversationId, { park: "Kemi" });
      await store.references.save(conversationId, { serviceUrl: "https://chat.example" });
      await store.addFeedback({ conversationId, reaction: "like" });
    }
    const turn = { conversation: key, facts: {} };
    await (await store.conversations.append("c", { fields: {}, turn }))?.whenKept;
    await store.eraseConversation("c", key);
    await store.saveMemory(key, { park: "Tornio" });
    await store.addFeedback({ conversationId: key, reaction: "like" });
    expect(await store.loadMemory(key)).toBeUndefined();
    expect(await store.references.read(key)).toBeUndefined();
    expect(await store.pending.of(key)).toEqual([]);
    expect((await store.readFeedback()).map(({ conversationId }) => conversationId)).toEqual([other]);
    expect(await store.readConversation("c")).toBeUndefined();
    expect(await store.erased.has(key)).toBe(true);
    expect(await store.loadMemory(other)).toEqual({ park: "Kemi" });
    expect(erased).toEqual([key]);
  });

  it("keeps all when a part cannot erase its share", async () => {
    const store = await open();
    store.onErase(async () => {
      throw new Error("no");
    });
    await store.createConversation(conversation);
    await appendKept(store, "c", {});
    await store.saveMemory("web-chat:c", { park: "Kemi" });
    await expect(store.eraseConversation("c", "web-chat:c")).rejects.toThrow("no");
    expect(await store.erased.has("web-chat:c")).toBe(false);
    expect(await store.loadMemory("web-chat:c")).toEqual({ park: "Kemi" });
    expect(await store.readConversation("c")).toMatchObject({ lastSequence: 1 });
    expect(await store.readActivities("c", 0)).toHaveLength(1);
  });

  it("takes an activity once, also when it comes twice at the same time", async () => {
    const store = await open();
    const activity = { type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } };
    const take = () =>
      store.pending.take(activity, { seen: store.seen, conversation: "msteams:a", facts: { activity } });
    const taken = await Promise.all([take(), take(), take()]);
    const ids = taken.filter((id) => id !== undefined);
    expect(ids).toHaveLength(1);
    expect(await store.seen.isRepeated(activity)).toBe(true);
    const [turn] = await store.pending.of("msteams:a");
    expect(turn).toMatchObject({ id: ids[0], channel: "teams", facts: { activity }, attempts: 0 });
    expect(await store.pending.due(Date.now() + 1000)).toEqual(["msteams:a"]);
    expect(await store.pending.begin(ids[0] ?? "")).toMatchObject({ attempts: 1, isSending: false });
    expect([await store.pending.send(ids[0] ?? ""), await store.pending.send(ids[0] ?? "")]).toEqual([
      true,
      false,
    ]);
    expect(await store.pending.begin(ids[0] ?? "")).toMatchObject({ attempts: 2, isSending: true });
    await store.pending.remove(ids[0] ?? "");
    expect(await store.pending.begin(ids[0] ?? "")).toBeUndefined();
    expect(await store.pending.due(Date.now() + 1000)).toEqual([]);
  });
});

test("what is remembered in a file survives a restart", async () => {
  const file = join(folder, "sub", "state.sqlite");
  const before = openStore(file);
  await before.saveMemory("teams:1", { park: "Tornio" });
  const secret = await before.readOrCreateMeta("secret", () => "made once");
  await before.close();
  const after = openStore(file);
  expect(await after.loadMemory("teams:1")).toEqual({ park: "Tornio" });
  expect(await after.readOrCreateMeta("secret", () => "made twice")).toBe(secret);
  await after.close();
});

test("ConversationStore refuses a file of a newer version and names the way out", () => {
  const file = join(folder, "newer.sqlite");
  const database = new DatabaseSync(file);
  database.exec("pragma user_version = 99");
  database.close();
  expect(() => openStore(file)).toThrow(/schema version 99.*STATE_FILE/);
});
