import { afterEach, describe, expect, it } from "vitest";
import { ConversationStore } from "../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import { echoTurn, startApplication, waitFor } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const BEGIN = Date.parse("2026-03-02T08:00:00Z");

const JUMPS = [
  ["an hour forward", HOUR],
  ["an hour back", -HOUR],
  ["a year forward", YEAR],
  ["a year back", -YEAR],
] as const;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The application by a clock that the test moves. */
async function startByClock(changes: Parameters<typeof startApplication>[0] = {}) {
  const clock = { ahead: 0 };
  const started = Date.now();
  const now = () => BEGIN + (Date.now() - started) + clock.ahead;
  const store = new ConversationStore(new SqliteDatabase(":memory:"), { now });
  const application = await startApplication({ store, now, ...changes });
  closers.push(() => application.close());
  return { clock, now, store, application };
}

describe("conversations while the clock jumps", () => {
  it.each(JUMPS)("%s and back again go on: nothing is lost, said twice or out of order", async (_, jump) => {
    const { clock, application } = await startByClock();
    const before = await startConversation(application.url, { locale: "fi" });
    expect((await before.post("1")).status).toBe(200);
    await before.waitForText("Heard: 1");
    clock.ahead = jump;
    const meanwhile = await startConversation(application.url, { locale: "fi" });
    expect((await meanwhile.post("1")).status).toBe(200);
    await meanwhile.waitForText("Heard: 1");
    clock.ahead = 0;
    expect((await before.post("2")).status).toBe(200);
    await before.waitForText("Heard: 2");
    const { activities } = await before.poll();
    expect(activities.map(({ text }) => text)).toEqual(["Welcome (fi)", "1", "Heard: 1", "2", "Heard: 2"]);
  });

  it("a token made a year ahead opens nothing once the clock is right; one of an hour ahead does", async () => {
    const { clock, application } = await startByClock();
    clock.ahead = YEAR;
    const far = await startConversation(application.url);
    clock.ahead = HOUR;
    const near = await startConversation(application.url);
    clock.ahead = 0;
    expect((await far.post("x")).body.error?.code).toBe("TokenExpired");
    expect((await near.post("x")).status).toBe(200);
  });

  it.each(JUMPS)("limits count on after %s, and keep nobody out for good", async (_, jump) => {
    const { clock, application } = await startByClock({ messagesPerMinute: 2 });
    const statuses: number[] = [];
    for (const ahead of [0, jump, 0]) {
      clock.ahead = ahead;
      const { post } = await startConversation(application.url);
      for (let count = 0; count < 5; count++) {
        const { status, headers } = await post("x");
        statuses.push(status);
        if (status === 429) expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
      }
    }
    // Of five at least two fit, and at most twice two, where a minute of the clock ended between them.
    for (let from = 0; from < statuses.length; from += 5) {
      const taken = statuses.slice(from, from + 5).filter((status) => status === 200).length;
      expect([2, 3, 4]).toContain(taken);
    }
  });

  it("a turn that was begun before the clock went back a year is answered by the next start, once", async () => {
    const database = new SqliteDatabase(":memory:");
    const store = new ConversationStore(database, { now: () => BEGIN + YEAR });
    await store.createConversation({ id: "c", user: "dl_1", origin: undefined, locale: "fi" });
    const appended = await store.conversations.append("c", {
      fields: {
        type: "message",
        text: "Oletko siellä?",
        timestamp: new Date(BEGIN).toISOString(),
        conversation: { id: "c" },
        from: { id: "dl_1", name: "", role: "user" },
      },
      turn: { conversation: "web-chat:c", facts: {} },
    });
    await appended?.whenKept;
    const later = new ConversationStore(database, { now: () => BEGIN });
    const application = await startApplication({ store: later, now: () => BEGIN });
    closers.push(() => application.close());
    const answers = async () =>
      (await later.readActivities("c", 0)).filter((json) => json.includes("Heard: Oletko siellä?"));
    await waitFor(async () => (await answers()).length > 0);
    expect(await answers()).toHaveLength(1);
  });

  it("what Teams sent before a jump and sends again after it is not answered twice, an hour forward or back", async () => {
    const clock = { ahead: 0 };
    const { seen } = new ConversationStore(new SqliteDatabase(":memory:"), {
      now: () => BEGIN + clock.ahead,
    });
    const activity = { type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } };
    expect(await seen.isRepeated(activity)).toBe(false);
    for (const ahead of [HOUR, 0, -HOUR, -YEAR, 0]) {
      clock.ahead = ahead;
      expect(await seen.isRepeated(activity), `${ahead} ms ahead`).toBe(true);
    }
  });
});

it("an answer comes also when the clock jumps in the middle of a turn", async () => {
  let done = 0;
  const { clock, application } = await startByClock({
    turnLimitInMs: 5000,
    answerTurn: async (turn) => {
      clock.ahead = turn.text === "forward" ? YEAR : -YEAR;
      await new Promise((resolve) => setTimeout(resolve, 20));
      clock.ahead = 0;
      done++;
      return echoTurn(turn);
    },
  });
  const conversation = await startConversation(application.url);
  for (const [at, text] of ["forward", "back"].entries()) {
    expect((await conversation.post(text)).status).toBe(200);
    // Meanwhile its token would open nothing.
    await waitFor(() => done > at);
    await conversation.waitForText(`Heard: ${text}`);
  }
  expect(application.lines.join("\n")).not.toContain("turn.failed");
});
