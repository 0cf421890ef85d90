import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { createLog } from "../../../bot/log.ts";
import { checkEndpoint } from "../../../bot/observe/check-endpoint.ts";
import { createChecks } from "../../../bot/observe/create-checks.ts";
import { type Check, createReadiness } from "../../../bot/observe/readiness.ts";
import { SqliteDatabase } from "../../../bot/state/database/sqlite-database.ts";
import { applicationOfTest, echoTurn, send } from "../../support/application.ts";
import { startConversation } from "../../support/direct-line-client.ts";

const application = applicationOfTest();
const closers: (() => void)[] = [];
const lines: string[] = [];
const log = createLog({ write: (line) => lines.push(line) });

afterEach(() => {
  for (const close of closers.splice(0)) close();
  lines.length = 0;
});

const fine: Check = { prove: () => undefined, reason: "never" };
const broken = (message = "inner path /srv/data"): Check => ({
  prove: () => {
    throw new Error(message);
  },
  reason: "The state cannot be written and read",
});

test("all is well: each part is told by name", async () => {
  const isReady = createReadiness({ checks: { index: fine, state: fine }, log });
  const url = await application.start({ isReady });
  expect(await send(`${url}/readyz`)).toMatchObject({
    status: 200,
    body: { ready: true, checks: { index: "ok", state: "ok" } },
  });
});

test("a part that fails makes the bot unready, and says why without telling of the inside", async () => {
  const isReady = createReadiness({ checks: { index: fine, state: broken() }, log });
  const url = await application.start({ isReady });
  const answer = await send(`${url}/readyz`);
  expect(answer).toMatchObject({
    status: 503,
    body: {
      ready: false,
      reason: "The state cannot be written and read",
      checks: { index: "ok", state: "failed" },
    },
  });
  expect(answer.text).not.toContain("/srv/data");
  expect(lines.join()).toContain("/srv/data");
  expect((await send(`${url}/healthz`)).status).toBe(200);
});

test("a part the bot can do without is told as degraded", async () => {
  const isReady = createReadiness({
    checks: { index: fine, chat: { ...broken(), isDispensable: true } },
    log,
  });
  expect(await isReady()).toEqual({ ready: true, checks: { index: "ok", chat: "degraded" } });
});

test("a part that does not answer has failed after its time", async () => {
  const check: Check = { prove: () => new Promise(() => undefined), reason: "It does not answer" };
  const isReady = createReadiness({ checks: { state: check }, log, limitInMs: 20 });
  expect(await isReady()).toMatchObject({ ready: false, checks: { state: "failed" } });
});

test("asking often proves once, until the outcome is too old; an outage is logged once", async () => {
  let [time, proofs, isBroken] = [0, 0, true];
  const check: Check = {
    reason: "Broken",
    prove: () => {
      proofs++;
      if (isBroken) throw new Error("broken");
    },
  };
  const isReady = createReadiness({ checks: { state: check }, log, now: () => time });
  await Promise.all(Array.from({ length: 50 }, () => isReady()));
  expect(proofs).toBe(1);
  time = 2999;
  expect((await isReady()).ready).toBe(false);
  expect(proofs).toBe(1);
  time = 3000;
  expect((await isReady()).ready).toBe(false);
  expect(lines).toHaveLength(1);
  [time, isBroken] = [6000, false];
  expect((await isReady()).ready).toBe(true);
  expect(proofs).toBe(3);
});

test.each([
  [200, "ok"],
  [404, "ok"],
  [401, "degraded"],
  [403, "degraded"],
  [500, "degraded"],
  [302, "degraded"],
])("a model's endpoint that answers %i is %s, and its key stays out of the log", async (status, state) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status, status === 302 ? { location: "http://127.0.0.1:1/" } : {});
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const chat = checkEndpoint("chat", { baseUrl, model: "m", apiKey: "sk-very-secret" });
  const isReady = createReadiness({ checks: { chat }, log });
  expect(await isReady()).toEqual({ ready: true, checks: { chat: state } });
  expect(asked).toEqual(["GET /v1/models Bearer sk-very-secret"]);
  expect(lines.join()).not.toContain("very-secret");
});

test("a model's endpoint that is not there is degraded", async () => {
  const chat = checkEndpoint("embedding", { baseUrl: "http://127.0.0.1:1/v1", model: "m" });
  expect(await createReadiness({ checks: { embedding: chat }, log })()).toEqual({
    ready: true,
    checks: { embedding: "degraded" },
  });
});

test("an embedding model that answers, but whose vectors the index does not hold, is degraded", async () => {
  const server = createServer((_, response) => response.end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const view = (modelNotice?: string) =>
    ({ index: { passages: [], modelNotice } }) as unknown as KnowledgeView;
  const stateOf = async (notice?: string) => {
    const embedding = { baseUrl, model: "m" };
    const database = new SqliteDatabase(":memory:");
    const checks = createChecks({ config: { embedding }, database, currentView: () => view(notice) });
    const readiness = await createReadiness({ checks, log })();
    await database.close();
    return readiness;
  };
  expect(await stateOf("The index was built without a model")).toMatchObject({
    ready: true,
    checks: { index: "ok", state: "ok", embedding: "degraded" },
  });
  expect(await stateOf()).toMatchObject({ checks: { embedding: "ok" } });
});

test("while the bot stops it is unready, takes nothing new, and still hands out what it has", async () => {
  const [begun, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const url = await application.start({
    answerTurn: async (turn) => {
      begun.resolve();
      await open.promise;
      return echoTurn(turn);
    },
  });
  const conversation = await startConversation(url);
  await conversation.post("Hello");
  await begun.promise;
  const closed = application.close();
  expect(await send(`${url}/readyz`)).toMatchObject({
    status: 503,
    body: { ready: false, reason: "stopping" },
  });
  expect((await send(`${url}/healthz`)).status).toBe(200);
  const refused = await conversation.post("Again");
  expect(refused).toMatchObject({ status: 503, body: { error: { code: "Stopping" } } });
  expect(refused.headers.get("retry-after")).toBe("1");
  expect((await conversation.poll()).activities.map(({ text }) => text)).toContain("Hello");
  open.resolve();
  await closed;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});
