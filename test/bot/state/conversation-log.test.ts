import { describe, expect, it } from "vitest";
import type { Appended } from "../../../bot/state/conversation-log.ts";
import { ConversationStore, type StoreOptions } from "../../../bot/state/conversation-store.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";

describe.each(DATABASE_KINDS)("ConversationLog (%s)", (kind) => {
  /** A store with one conversation, "c". */
  async function openLog(options: StoreOptions = {}) {
    const store = new ConversationStore(await openTestDatabase(kind), options);
    await store.createConversation({ id: "c", user: "u" });
    return { store, log: store.conversations };
  }

  const TURN = { conversation: "web-chat:c", facts: { reader: "public" } };
  const textsOf = async ({ conversations }: ConversationStore, id = "c", after = 0) =>
    (await conversations.readActivities(id, { after })).map(
      ({ json }) => (JSON.parse(json) as { text: string }).text,
    );

  it("numbers from 1, puts the id first, and gives nothing for an unknown conversation", async () => {
    const { store, log } = await openLog();
    const first = await log.append("c", { fields: { text: 'It\'s "1"? \\ ä' } });
    const second = await log.append("c", { fields: {} });
    expect([first, second]).toMatchObject([
      { sequence: 1, id: "c|0000001" },
      { sequence: 2, id: "c|0000002" },
    ]);
    await Promise.all([first?.whenKept, second?.whenKept]);
    expect(await log.readActivities("c", { after: 0 })).toEqual([
      { sequence: 1, json: JSON.stringify({ id: "c|0000001", text: 'It\'s "1"? \\ ä' }) },
      { sequence: 2, json: '{"id":"c|0000002"}' },
    ]);
    expect(await log.readActivities("c", { after: 0, limit: 1 })).toHaveLength(1);
    expect(await log.readActivities("c", { after: 2 })).toEqual([]);
    expect(await store.readConversation("c")).toMatchObject({ id: "c", user: "u", lastSequence: 2 });
    expect(await log.append("unknown", { fields: {} })).toBeUndefined();
    expect(await log.read("unknown")).toBeUndefined();
    expect(await log.create({ id: "c", user: "other" })).toBe(false);
  });

  it("keeps thousands of activities of many conversations in order and apart, told once each", async () => {
    const { store, log } = await openLog();
    const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
    for (const id of ids) await store.createConversation({ id, user: "u" });
    const told = new Map<string, number[]>(ids.map((id) => [id, []]));
    log.onKept((id, activities) => told.get(id)?.push(...activities.map(({ sequence }) => sequence)));
    for (let round = 0; round < 15; round++) {
      const appended = ids.flatMap((id) =>
        Array.from({ length: 10 }, (_, at) =>
          log.append(id, { fields: { text: `${id} ${round * 10 + at}` } }),
        ),
      );
      await Promise.all((await Promise.all(appended)).map((one) => one?.whenKept));
    }
    const numbers = Array.from({ length: 150 }, (_, index) => index);
    for (const id of ids) {
      expect(await textsOf(store, id)).toEqual(numbers.map((number) => `${id} ${number}`));
      expect(told.get(id)).toEqual(numbers.map((number) => number + 1));
    }
  });

  it("keeps once what comes again under the client's name, at once, later and after a restart", async () => {
    const { store, log } = await openLog();
    const named = (text: string) => ({ text, channelData: { clientActivityID: text } });
    const say = (text: string, id = "c") =>
      log.append(id, { fields: named(text), clientId: text, ...(id === "c" && { turn: TURN }) });
    const first = await Promise.all([say("a"), say('"b"'), say("a"), say("a"), say("c")]);
    await Promise.all(first.map((one) => one?.whenKept));
    expect(first.map((one) => one?.sequence)).toEqual([1, 2, 1, 1, 3]);
    expect(first.map((one) => one?.isRepeated ?? false)).toEqual([false, false, true, true, false]);
    await log.reload();
    const again = await Promise.all([say('"b"'), say("d")]);
    await Promise.all(again.map((one) => one?.whenKept));
    expect(again).toMatchObject([
      { sequence: 2, id: "c|0000002", isRepeated: true },
      { sequence: 4, id: "c|0000004" },
    ]);
    expect(await textsOf(store)).toEqual(["a", '"b"', "c", "d"]);
    expect(await store.pending.of("web-chat:c")).toHaveLength(4);
    // Another conversation has names of its own.
    await store.createConversation({ id: "other", user: "u" });
    expect(await say("a", "other")).toMatchObject({ sequence: 1 });
    expect(await say("a", "unknown")).toBeUndefined();
    await log.flush();
    expect(await textsOf(store, "other")).toEqual(["a"]);
  });

  it("leaves no gap when an activity cannot be written down", async () => {
    const { log } = await openLog();
    const broken = { toJSON: () => JSON.parse("{") };
    await expect((async () => log.append("c", { fields: broken }))()).rejects.toThrow(SyntaxError);
    expect((await log.append("c", { fields: {} }))?.sequence).toBe(1);
  });

  it("keeps only the newest activities", async () => {
    const { store, log } = await openLog({ maxActivities: 10 });
    for (let count = 1; count <= 120; count++) {
      await (await log.append("c", { fields: { text: String(count) } }))?.whenKept;
    }
    expect(await textsOf(store)).toEqual([
      "111",
      "112",
      "113",
      "114",
      "115",
      "116",
      "117",
      "118",
      "119",
      "120",
    ]);
  });

  it("keeps a turn until its first answer, and of two answers the first", async () => {
    const { store, log } = await openLog();
    const asked = await log.append("c", { fields: { text: "why?" }, turn: TURN });
    await asked?.whenKept;
    expect(await store.pending.of("web-chat:c")).toEqual([
      {
        id: "c|0000001",
        conversation: "web-chat:c",
        channel: "web-chat",
        sequence: 1,
        facts: { reader: "public" },
        isSending: false,
        attempts: 0,
      },
    ]);
    const answer = await log.append("c", { fields: { text: "so" }, answers: asked?.id });
    await answer?.whenKept;
    expect(await log.append("c", { fields: { text: "so again" }, answers: asked?.id })).toBeUndefined();
    await (await log.append("c", { fields: { text: "and more" } }))?.whenKept;
    expect(await store.pending.of("web-chat:c")).toEqual([]);
    expect(await textsOf(store)).toEqual(["why?", "so", "and more"]);
  });

  it("leaves no turn of what is answered at once, nor of what ended without an answer", async () => {
    const { store, log } = await openLog();
    const asked = await log.append("c", { fields: { text: "why?" }, turn: TURN });
    const answer = await log.append("c", { fields: { text: "so" }, answers: asked?.id });
    await answer?.whenKept;
    const rated = await log.append("c", { fields: { text: "good" }, turn: TURN });
    await rated?.whenKept;
    await log.settleTurn(rated?.id ?? "");
    await log.flush();
    expect(await store.pending.of("web-chat:c")).toEqual([]);
    expect(await log.append("c", { fields: {}, answers: rated?.id })).toBeUndefined();
    expect(await textsOf(store)).toEqual(["why?", "so", "good"]);
  });

  it("deletes a conversation while activities wait: nothing is left of it, all of the others", async () => {
    const { store, log } = await openLog();
    await store.createConversation({ id: "other", user: "u" });
    const waiting: (Promise<Appended | undefined> | undefined)[] = [
      log.append("c", { fields: { text: "gone" }, turn: TURN }),
      log.append("other", { fields: { text: "stays" }, turn: { ...TURN, conversation: "web-chat:other" } }),
    ];
    await store.deleteConversation("c");
    await Promise.allSettled(waiting);
    await log.flush();
    await store.deleteConversation("c");
    expect(await log.append("c", { fields: { text: "late" } })).toBeUndefined();
    expect(await textsOf(store)).toEqual([]);
    expect(await store.pending.of("web-chat:c")).toEqual([]);
    expect(await textsOf(store, "other")).toEqual(["stays"]);
    expect(await store.pending.of("web-chat:other")).toHaveLength(1);
  });

  it("keeps what others append while a transaction is open that is then undone", async () => {
    const { store, log } = await openLog();
    const [inside, outside] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const undone = store.database.transact(async () => {
      await store.saveMemory("web-chat:c", { park: "Kemi" });
      inside.resolve();
      await outside.promise;
      throw new Error("no");
    });
    await inside.promise;
    const appending = log.append("c", { fields: { text: "kept" } });
    setTimeout(outside.resolve, 20);
    await expect(undone).rejects.toThrow("no");
    await (await appending)?.whenKept;
    expect(await textsOf(store)).toEqual(["kept"]);
    expect(await store.loadMemory("web-chat:c")).toBeUndefined();
  });
});
