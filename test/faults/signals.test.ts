import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { openIndex } from "../../indexer/index.ts";
import { send, waitFor } from "../support/application.ts";
import { MESSAGE } from "../support/bot-framework.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { GUARDED_KNOWLEDGE } from "../support/guarded-knowledge.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";
import { type RunningProcess, run, STACK } from "./run-process.ts";

let ownIndex: string;
beforeAll(async () => {
  ownIndex = await ownIndexFolder();
}, 120_000);

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function start(settings: Record<string, string>): RunningProcess {
  const bot = run(["bot/main.ts"], { settings: { PORT: "0", ...settings } });
  closers.push(() => bot.child.kill("SIGKILL"));
  return bot;
}

async function startOwn(): Promise<{ bot: RunningProcess; url: string; state: string }> {
  const state = join(await makeFolder(), "state.sqlite");
  const bot = start({ INDEX_DIR: ownIndex, STATE_FILE: state });
  await bot.wrote(/is ready: open \S+\/ in/);
  return { bot, url: /is ready: open (\S+)\/ in/.exec(bot.output())?.[1] ?? "", state };
}

test("signals that come together, as npm passes them on, are one: what was acknowledged is answered", async () => {
  const { bot, url, state } = await startOwn();
  const conversations = await Promise.all([1, 2, 3, 4].map(() => startConversation(url, { locale: "fi" })));
  const posted = await Promise.all(
    conversations.flatMap((one) =>
      ["Missä syntyy lentotuhkaa?", "entä kipsiä?"].map((text) => one.post(text)),
    ),
  );
  expect(posted.map(({ status }) => status)).toEqual(posted.map(() => 200));
  bot.child.kill("SIGINT");
  bot.child.kill("SIGINT");
  bot.child.kill("SIGTERM");
  const { code, output } = await bot.ended;
  expect(code).toBe(0);
  expect(output).toContain('"event":"server.stopped"');
  expect(output).not.toMatch(STACK);
  const again = start({ INDEX_DIR: ownIndex, STATE_FILE: state });
  await again.wrote(/is ready/);
  const next = /is ready: open (\S+)\/ in/.exec(again.output())?.[1] ?? "";
  for (const { id, token } of conversations) {
    const answer = await fetch(`${next}/v3/directline/conversations/${id}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { activities } = (await answer.json()) as { activities: { replyToId?: string }[] };
    const ids = posted.map(({ body }) => String(body.id)).filter((one) => one.startsWith(id));
    for (const one of ids) expect(activities.filter(({ replyToId }) => replyToId === one)).toHaveLength(1);
  }
}, 60_000);

test("a second signal after a second ends it at once, although a turn still runs", async () => {
  let asked = 0;
  const silent = createServer(() => {
    asked++;
  });
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const { bot, url } = await startOwn();
  const serviceUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const json = { ...MESSAGE, deliveryMode: undefined, serviceUrl };
  expect((await send(`${url}/api/messages`, { json })).status).toBe(200);
  await waitFor(() => asked > 0, 10_000);
  const begun = performance.now();
  bot.child.kill("SIGTERM");
  await new Promise((done) => setTimeout(done, 1500));
  expect(bot.child.exitCode).toBeNull();
  bot.child.kill("SIGTERM");
  const { code, output } = await bot.ended;
  expect(code).toBe(1);
  // Alone it would wait 8 s for the turn.
  expect(performance.now() - begun).toBeLessThan(6000);
  expect(output).not.toMatch(STACK);
}, 60_000);

test("a signal while it starts ends it at once, without a stack", async () => {
  const settings = {
    INDEX_DIR: ownIndex,
    STATE_FILE: join(await makeFolder(), "state.sqlite"),
  };
  for (const afterInMs of [50, 400, 900]) {
    const bot = start(settings);
    await new Promise((done) => setTimeout(done, afterInMs));
    bot.child.kill("SIGTERM");
    const { code, signal, output } = await bot.ended;
    expect(code === 0 || signal === "SIGTERM", `after ${afterInMs} ms: ${code}`).toBe(true);
    expect(output).not.toMatch(STACK);
  }
  const bot = start(settings);
  await bot.wrote(/is ready/);
}, 60_000);

test("a signal at the very line that says it is ready stops it in order", async () => {
  for (let round = 0; round < 4; round += 1) {
    const bot = start({ INDEX_DIR: ownIndex, STATE_FILE: join(await makeFolder(), "state.sqlite") });
    bot.child.stdout?.on("data", () => /is ready/.test(bot.output()) && bot.child.kill("SIGTERM"));
    const { code, output } = await bot.ended;
    expect(code).toBe(0);
    expect(output).toContain('"event":"server.stopped"');
  }
}, 60_000);

/** Ids of the processes that a process has begun; none where the system does not tell. */
async function childrenOf(pid: number | undefined): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter((id) => id !== "");
}

test("a signal while the index is built ends the builder too; the next start builds it whole", async () => {
  const folder = await makeFolder();
  const [knowledge, index] = [join(folder, "knowledge"), join(folder, "index")];
  // So much that the signal comes before the end.
  const sections = Array.from(
    { length: 3000 },
    (_, at) => `## Heap ${at}\n\nFly ash of heap ${at} lies there.\n`,
  );
  await writeFiles(knowledge, { ...GUARDED_KNOWLEDGE, "guides/en/heaps.md": sections.join("\n") });
  const settings = { INDEX_DIR: index, KNOWLEDGE_DIR: knowledge, STATE_FILE: join(folder, "state.sqlite") };
  const bot = start(settings);
  await bot.wrote(/There is no index yet/);
  const children = await waitFor(async () => {
    const found = await childrenOf(bot.child.pid);
    return found.length > 0 && found;
  }, 10_000);
  // It is at work once it has made the folder of its version.
  await waitFor(async () => (await readdir(join(index, "versions")).catch(() => [])).length > 0, 20_000);
  bot.child.kill("SIGTERM");
  await bot.ended;
  await waitFor(() => !children.some(isAlive));
  await expect(openIndex(index)).rejects.toMatchObject({ code: "missing" });
  const next = start(settings);
  await next.wrote(/is ready/);
  next.child.kill("SIGTERM");
  expect((await next.ended).code).toBe(0);
  expect((await openIndex(index)).passages.length).toBeGreaterThan(0);
}, 90_000);

function isAlive(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}
