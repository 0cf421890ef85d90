import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send, waitFor } from "../support/application.ts";
import { type RestConversation, startConversation } from "../support/direct-line-client.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";
import { activityCalls, calls, type OddCall, toRequest } from "./arbitraries/requests.ts";
import { countCases } from "./count-cases.ts";
import { createOddClient, expectDecent, type OddClient } from "./http-client.ts";
import { watchProcess } from "./watch-process.ts";

const REQUESTS_AT_ONCE = 12;
const UNLIMITED = {
  MESSAGES_PER_MINUTE: "1000000",
  CONVERSATIONS_PER_MINUTE: "1000000",
  PROXY_HOPS: "1",
  DIRECT_LINE_SECRET: "a secret of the tests, long enough",
};
const cases = countCases("direct-line");
const watched = watchProcess();
const statuses = new Map<number, number>();
let bot: WholeBot;
let client: OddClient;
let conversations: RestConversation[];

beforeAll(async () => {
  bot = await startWholeBot({ settings: UNLIMITED });
  client = createOddClient(bot.url);
  conversations = await Promise.all(Array.from({ length: 20 }, () => startConversation(bot.url)));
}, cases.patienceInMs);
afterAll(async () => {
  client.close();
  await bot.close();
  watched.close();
});

/** Sends requests at once and looks at every answer. */
async function sendAll(made: readonly OddCall[]): Promise<void> {
  const known = { targets: conversations, secret: UNLIMITED.DIRECT_LINE_SECRET };
  const answers = await Promise.all(made.map((call) => client.send(toRequest(call, known))));
  for (const answer of answers) {
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    expectDecent(answer);
  }
}

const batchOf = (call: fc.Arbitrary<OddCall>) =>
  fc.array(call, { minLength: REQUESTS_AT_ONCE, maxLength: REQUESTS_AT_ONCE });

describe("Direct Line and the pages", () => {
  it.each([
    ["any activity in a conversation", activityCalls, 0.55],
    ["any request to any address", calls, 0.45],
  ])(
    "answer %s without failing",
    (_, call, share) => cases.run(batchOf(call), { share, casesPerValue: REQUESTS_AT_ONCE, check: sendAll }),
    cases.patienceInMs,
  );

  it(
    "serve on as if nothing had been: alive, ready, and an answer with its source",
    async () => {
      console.info(`Statuses: ${JSON.stringify(Object.fromEntries(statuses))}`);
      expect((await send(`${bot.url}/healthz`)).status).toBe(200);
      const conversation = await startConversation(bot.url, { locale: "fi" });
      expect(
        (await conversation.post("Kuinka monta hehtaaria Kokkolan suurteollisuusalueella on?")).status,
      ).toBe(200);
      const answer = await waitFor(async () => {
        const { activities: all } = await conversation.poll();
        return all.find(({ from, text = "" }) => from.role === "bot" && text.includes("700"));
      }, 60_000);
      expect(answer.text).toContain("[1]");
      expect(bot.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
      expect(watched.failures()).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
    },
    cases.patienceInMs,
  );
});
