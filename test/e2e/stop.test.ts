import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { send, waitFor } from "../support/application.ts";
import { MESSAGE } from "../support/bot-framework.ts";
import { type BotProcess, startBot } from "../support/bot-process.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A service that takes each message as slowly as it is told, and keeps what it took. */
async function startSlowService(
  delayInMs: number,
): Promise<{ url: string; asked: () => number; taken: string[] }> {
  const taken: string[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      asked++;
      setTimeout(() => {
        const activity = JSON.parse(text);
        // On a busy machine typing dots may come first.
        if (activity.type === "message") taken.push(activity.text);
        response.writeHead(200, { "content-type": "application/json" });
        response.end('{"id":"r1"}');
      }, delayInMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked, taken };
}

async function startOwnBot(settings: Record<string, string> = {}): Promise<BotProcess> {
  const bot = await startBot({
    PORT: "0",
    INDEX_DIR: await ownIndexFolder(),
    STATE_FILE: join(await makeFolder(), "state.sqlite"),
    ...settings,
  });
  closers.push(() => (bot.exitCode() === undefined ? bot.kill() : undefined));
  return bot;
}

test("asked to stop in the middle of turns, the bot ends them, tells that it stops, and ends within 10 s", async () => {
  const service = await startSlowService(3000);
  const bot = await startOwnBot({ TEAMS_STREAMING: "off" });
  const question = {
    ...MESSAGE,
    deliveryMode: undefined,
    serviceUrl: service.url,
    text: "Onko Kemissä höyryä?",
  };
  for (const number of [1, 2, 3]) {
    const conversation = { id: `19:${number}@thread.v2`, conversationType: "personal" };
    const json = { ...question, id: `m${number}`, conversation };
    expect((await send(`${bot.url}/api/messages`, { json })).status).toBe(200);
  }
  await waitFor(() => service.asked() === 3, 10_000);
  const asked = performance.now();
  const stopped = bot.stop();
  const readiness = await waitFor(async () => {
    const answer = await send(`${bot.url}/readyz`);
    return answer.status === 503 && answer;
  });
  expect(readiness.body).toEqual({ ready: false, reason: "stopping" });
  expect((await send(`${bot.url}/healthz`)).status).toBe(200);
  expect((await send(`${bot.url}/api/messages`, { json: question })).status).toBe(503);
  expect(await stopped).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
  expect(service.taken).toHaveLength(3);
  expect(bot.output()).toContain('"event":"server.stopped"');
  expect(bot.output()).not.toContain("höyryä");
}, 60_000);

test("turns that never end do not keep it: it stops within 10 s all the same", async () => {
  const service = await startSlowService(60_000);
  const bot = await startOwnBot();
  const json = { ...MESSAGE, deliveryMode: undefined, serviceUrl: service.url };
  await send(`${bot.url}/api/messages`, { json });
  await waitFor(() => service.asked() === 1, 10_000);
  const asked = performance.now();
  expect(await bot.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
}, 60_000);

test("a port that is taken is named in one line, with what to do", async () => {
  const first = await startOwnBot();
  const { port } = new URL(first.url);
  const second = startOwnBot({ PORT: port });
  await expect(second).rejects.toThrow(
    `Cannot listen on 127.0.0.1:${port}: the port is in use by another process: stop that one, or set PORT to a free port`,
  );
}, 60_000);

test("the real process proves its parts at /readyz and tells its figures at /metrics", async () => {
  const bot = await startOwnBot();
  expect((await send(`${bot.url}/readyz`)).body).toEqual({
    ready: true,
    checks: { index: "ok", state: "ok" },
  });
  const conversation = await startConversation(bot.url, { locale: "fi" });
  await conversation.post("Mitkä puistot ovat Kemissä?");
  await waitFor(async () => (await conversation.poll()).activities.length >= 3);
  const { text } = await send(`${bot.url}/metrics`);
  expect(text).toMatch(/^sivuvirta_turns_total\{channel="web-chat",.*language="fi".*\} 1$/m);
  for (const step of ["turn", "retrieve", "skill", "understand", "render"])
    expect(text).toContain(`sivuvirta_step_seconds_count{step="${step}"}`);
  expect(Number(/^sivuvirta_index_passages (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(100);
  expect(Number(/^sivuvirta_index_built_timestamp_seconds (\d+)/m.exec(text)?.[1])).toBeGreaterThan(1.7e9);
  expect(text).toMatch(/^sivuvirta_conversations 1$/m);
  expect(text).toMatch(/^sivuvirta_notices_waiting 0$/m);
}, 60_000);
