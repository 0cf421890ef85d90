import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { send, waitFor } from "../support/application.ts";
import { MESSAGE, type Post, startService } from "../support/bot-framework.ts";
import { type BotProcess, startBot } from "../support/bot-process.ts";
import { createTestPostgres } from "../support/databases.ts";
import { type RestConversation, restConversation, startConversation } from "../support/direct-line-client.ts";
import { ownIndexFolder } from "../support/own-index.ts";

const CONVERSATIONS = 12;
const ROUNDS = 2;

let folder: string;
let index: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-turns-"));
  index = await ownIndexFolder();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const settingsOf = (changes: Record<string, string>) => ({
  PORT: "0",
  STATE_FILE: join(folder, "state.sqlite"),
  INDEX_DIR: index,
  MESSAGES_PER_MINUTE: "100000",
  ...changes,
});

/** Ids of the messages that the bot acknowledged, by conversation. */
type Acknowledged = Map<RestConversation, string[]>;

/** Asks in all conversations without a pause until the bot is killed. */
async function askUntilKilled(
  bot: BotProcess,
  conversations: readonly RestConversation[],
): Promise<Acknowledged> {
  const acknowledged: Acknowledged = new Map(conversations.map((conversation) => [conversation, []]));
  let isOver = false;
  const asking = conversations.map(async (conversation) => {
    while (!isOver) {
      const answer = await conversation.post("Mitä lentotuhkaa Kemissä syntyy?").catch(() => undefined);
      if (answer?.status === 200) acknowledged.get(conversation)?.push(String(answer.body.id));
    }
  });
  await waitFor(() => [...acknowledged.values()].every((ids) => ids.length > 0), 20_000);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
  await bot.kill();
  isOver = true;
  await Promise.all(asking);
  return acknowledged;
}

/** Messages that were acknowledged and have another number of answers than one. */
async function wrongAnswers(url: string, acknowledged: Acknowledged): Promise<string[]> {
  const wrong: string[] = [];
  for (const [{ id, token }, ids] of acknowledged) {
    const { activities } = await restConversation({ url, id, token }).poll();
    const answered = activities.filter(({ type, from }) => type === "message" && from.role === "bot");
    for (const message of ids) {
      const count = answered.filter(({ replyToId }) => replyToId === message).length;
      if (count !== 1) wrong.push(`${message}: ${count} answers`);
    }
  }
  return wrong;
}

const begin = (url: string) =>
  Promise.all(Array.from({ length: CONVERSATIONS }, () => startConversation(url, { locale: "fi-FI" })));

describe("a message that was acknowledged is answered, once", () => {
  test("by the next process, when the one with the file was killed", async () => {
    const settings = settingsOf({});
    for (let round = 0; round < ROUNDS; round++) {
      const killed = await startBot(settings);
      const acknowledged = await askUntilKilled(killed, await begin(killed.url));
      const next = await startBot(settings);
      const wrong = () => wrongAnswers(next.url, acknowledged);
      await waitFor(async () => (await wrong()).length === 0, 20_000).catch(async () =>
        expect(await wrong()).toEqual([]),
      );
      await next.stop();
    }
  }, 180_000);

  test("by another process on the same database, when one was killed", async () => {
    const settings = settingsOf({
      DATABASE_URL: await createTestPostgres(),
      DATABASE_CONNECTIONS: "5",
      LOG_LEVEL: "info",
    });
    const other = await startBot(settings);
    for (let round = 0; round < ROUNDS; round++) {
      const killed = await startBot(settings);
      const acknowledged = await askUntilKilled(killed, await begin(killed.url));
      const wrong = () => wrongAnswers(other.url, acknowledged);
      await waitFor(async () => (await wrong()).length === 0, 30_000).catch(async () =>
        expect(await wrong()).toEqual([]),
      );
    }
    expect(other.output()).toContain("turn.resumed");
    expect(await other.stop()).toBe(0);
  }, 180_000);

  test("in Teams by the next process, unless its answer may have arrived", async () => {
    const posts: Post[] = [];
    const service = await startService(posts);
    const settings = settingsOf({ STATE_FILE: join(folder, "teams.sqlite"), LOG_LEVEL: "info" });
    const killed = await startBot(settings);
    const acknowledged: string[] = [];
    const say = async (at: number) => {
      const id = `m${at}`;
      const conversation = { id: `c${at % 20}`, conversationType: "personal" };
      const message = { ...MESSAGE, id, conversation, deliveryMode: undefined, serviceUrl: service.url };
      const answer = await send(`${killed.url}/api/messages`, {
        json: { ...message, from: { id: `29:p${at % 20}`, name: "P" }, text: "Mitä tuhkaa on?" },
      }).catch(() => undefined);
      if (answer?.status === 200) acknowledged.push(id);
    };
    const saying = Array.from({ length: 60 }, (_, at) => say(at));
    await waitFor(() => acknowledged.length > 20, 20_000);
    await killed.kill();
    await Promise.all(saying);
    const next = await startBot(settings);
    const answersTo = (id: string) =>
      posts.filter(({ body }) => body.type === "message" && body.replyToId === id).length;
    const perhaps = () => next.output().match(/turn\.perhaps-answered/g)?.length ?? 0;
    const answered = () => acknowledged.filter((id) => answersTo(id) > 0).length;
    await waitFor(() => answered() + perhaps() >= acknowledged.length, 20_000);
    await next.stop();
    service.close();
    expect(acknowledged.filter((id) => answersTo(id) > 1)).toEqual([]);
    expect(acknowledged.length - answered()).toBeLessThanOrEqual(perhaps());
  }, 60_000);
});
