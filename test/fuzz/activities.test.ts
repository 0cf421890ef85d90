import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send, waitFor } from "../support/application.ts";
import { PERSON, TENANT, TeamsClient } from "../support/teams-client.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";
import { activityBodies } from "./arbitraries/activities.ts";
import { countCases } from "./count-cases.ts";
import { createOddClient, expectDecent, type OddAnswer, type OddClient } from "./http-client.ts";
import { watchProcess } from "./watch-process.ts";

const REQUESTS_AT_ONCE = 10;
const cases = countCases("activities");
const watched = watchProcess();
const statuses = new Map<number, number>();
let bot: WholeBot;
let client: OddClient;
let signature: string;

beforeAll(async () => {
  bot = await startWholeBot({
    settings: { MESSAGES_PER_MINUTE: "1000000", PROXY_HOPS: "1" },
    // Both ends live in this process, which ten questions at once keep busy.
    serviceTimeoutInMs: 30_000,
  });
  client = createOddClient(bot.url);
  signature = `Bearer ${await bot.service.sign({ expires: Math.floor(Date.now() / 1000) + 86_400 })}`;
}, cases.patienceInMs);
afterAll(async () => {
  client.close();
  await bot.close();
  watched.close();
});

/** What the service writes around everything; each in a conversation of its own, or one of a few. */
function frame(place: object): object {
  return {
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl: "SERVICE",
    timestamp: "2026-11-22T10:00:00Z",
    conversation: { id: `a:${randomUUID().slice(0, 2)}`, tenantId: TENANT, ...place },
    from: { id: "29:eva", name: "Eva Berg", aadObjectId: PERSON },
    recipient: { id: "28:bot", name: "Sivuvirta" },
    channelData: { tenant: { id: TENANT } },
  };
}

const headersOf = fc.record({
  signed: fc.oneof(
    { weight: 9, arbitrary: fc.constant("signed") },
    { weight: 1, arbitrary: fc.constantFrom("unsigned", "forged", "odd") },
  ),
  type: fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom("application/json", "application/json; charset=utf-8") },
    { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/x-www-form-urlencoded", "x", "") },
  ),
  address: fc.nat({ max: 60_000 }),
});

const requests = fc.record({ body: activityBodies(frame), head: headersOf });
type Posted = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

function post({ body, head }: Posted): Promise<OddAnswer> {
  const { signed, type, address } = head;
  const authorization = {
    signed: signature,
    forged: `${signature.slice(0, -6)}AAAAAA`,
    odd: "Bearer a.b.c",
    unsigned: "",
  };
  return client.send({
    method: "POST",
    path: "/api/messages",
    headers: {
      "content-type": type,
      "x-forwarded-for": `10.1.${address >> 8}.${address % 256}`,
      ...(signed === "unsigned" ? {} : { authorization: authorization[signed as "signed"] }),
    },
    body: body.replaceAll("SERVICE", bot.service.url),
  });
}

/** The SDK's form of an invoke's answer. */
const isInvokeError = (body: unknown) => typeof body === "object" && body !== null && "error" in body;

describe("POST /api/messages", () => {
  it(
    "answers whatever it gets, signed or not, without failing; 501 alone says that an invoke is of another kind",
    () =>
      cases.run(fc.array(requests, { minLength: REQUESTS_AT_ONCE, maxLength: REQUESTS_AT_ONCE }), {
        share: 1,
        casesPerValue: REQUESTS_AT_ONCE,
        check: async (posted) => {
          for (const answer of await Promise.all(posted.map(post))) {
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            if (answer.status === 501) expect(answer.text).toBe("");
            else expectDecent(answer, isInvokeError);
          }
        },
      }),
    cases.patienceInMs,
  );

  it(
    "goes on as if nothing had been: alive, ready, and an answer with its source",
    async () => {
      console.info(
        `Statuses: ${JSON.stringify(Object.fromEntries(statuses))}, sent: ${bot.service.calls.length}`,
      );
      expect((await send(`${bot.url}/healthz`)).status).toBe(200);
      expect((await send(`${bot.url}/readyz`)).status).toBe(200);
      const teams = new TeamsClient(bot, bot.service);
      const told = "Kuinka monta hehtaaria Kokkolan suurteollisuusalueella on?";
      expect((await teams.say(told, { conversation: { ...teams.conversation, id: "a:after" } })).status).toBe(
        200,
      );
      await waitFor(
        () =>
          bot.service.calls.some(
            ({ path, body }) => path.includes("a:after") && /700.*\[1\]/s.test(body.text ?? ""),
          ),
        60_000,
      );
      const failures = bot.lines.filter((line) => line.includes('"level":"error"'));
      expect(watched.failures()).toEqual([]);
      expect(failures).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
    },
    cases.patienceInMs,
  );
});
