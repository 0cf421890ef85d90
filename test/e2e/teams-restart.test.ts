import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { send, waitFor } from "../support/application.ts";
import { MESSAGE, type Post, startService } from "../support/bot-framework.ts";
import { startBot } from "../support/bot-process.ts";
import { ownIndexFolder } from "../support/own-index.ts";

let folder: string;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-teams-"));
  settings = { PORT: "0", STATE_FILE: join(folder, "state.sqlite"), INDEX_DIR: await ownIndexFolder() };
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a message that Teams sends again after a restart of the bot is not answered twice", async () => {
  const posts: Post[] = [];
  const service = await startService(posts);
  const message = { ...MESSAGE, deliveryMode: undefined, serviceUrl: service.url, text: "hei" };
  const sayTo = (url: string, id: string) => send(`${url}/api/messages`, { json: { ...message, id } });
  const answers = () => posts.filter(({ body }) => body.type === "message").length;

  const first = await startBot(settings);
  expect((await sayTo(first.url, "m1")).status).toBe(200);
  await waitFor(() => answers() === 1);
  await first.stop();

  const second = await startBot(settings);
  expect((await sayTo(second.url, "m1")).status).toBe(200);
  expect((await sayTo(second.url, "m2")).status).toBe(200);
  await waitFor(() => answers() === 2);
  // The second message has been answered, so the first would have been before it.
  expect(answers()).toBe(2);
  await second.stop();
  service.close();
}, 60_000);

test("in production the bot refuses to start without an app id, and says why", () => {
  const { PATH = "", HOME = "" } = process.env;
  const run = spawnSync(process.execPath, ["bot/main.ts"], {
    env: { PATH, HOME, ...settings, NODE_ENV: "production" },
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/MICROSOFT_APP_ID in production, because .*TEAMS=off/);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});

test("in production with Teams off the web chat is served, and /api/messages is not", async () => {
  const bot = await startBot({ ...settings, NODE_ENV: "production", TEAMS: "off" });
  expect((await send(`${bot.url}/api/messages`, { json: MESSAGE })).status).toBe(404);
  expect((await send(`${bot.url}/v3/directline/tokens/generate`, { method: "POST" })).status).toBe(200);
  await bot.stop();
}, 60_000);
