import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { ConversationStore } from "../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import { buildIndex, openIndex, readCurrentVersion } from "../../indexer/index.ts";
import { echoTurn, send, startApplication, type TestApplication, waitFor } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { GUARDED_KNOWLEDGE } from "../support/guarded-knowledge.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";
import { plainLines, type RunningProcess, run, STACK } from "./run-process.ts";

const REFUSED = {
  error: {
    code: "NotKept",
    message: "The server cannot keep anything just now, so nothing was: try again later",
  },
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe("npm run index on a full disk", () => {
  it("says so in one line, keeps the last good index and leaves nothing half written", async () => {
    const folder = await makeFolder();
    const folders = { knowledgeFolder: join(folder, "knowledge"), indexFolder: join(folder, "index") };
    await writeFiles(folders.knowledgeFolder, GUARDED_KNOWLEDGE);
    const { manifest } = await buildIndex(folders);
    await writeFiles(folders.knowledgeFolder, { "b.txt": "Satamassa on nyt uusi laituri." });
    // The lexicon alone is larger than what is allowed.
    const words = ["indexer/main.ts", "--knowledge", folders.knowledgeFolder, "--out", folders.indexFolder];
    const { code, output } = await run(words, { limit: "-f 2000" }).ended;
    expect(code).toBe(2);
    expect(plainLines(output).at(-1)).toBe(
      `Cannot write the index in "${folders.indexFolder}"; the one in use stays as it is: the system allows no larger file: raise the limit of file sizes, or make room`,
    );
    expect(output).not.toMatch(STACK);
    expect(await readCurrentVersion(folders.indexFolder)).toBe(manifest.version);
    expect(await readdir(join(folders.indexFolder, "versions"))).toEqual([manifest.version]);
    expect((await readdir(folders.indexFolder)).filter((file) => file.endsWith(".next"))).toEqual([]);
    expect((await openIndex(folders.indexFolder)).passages).toHaveLength(manifest.passages);
    expect((await buildIndex(folders)).isNew).toBe(true);
  }, 60_000);
});

/** An application whose database takes no more pages when it is told so. */
async function startFillable(changes: Parameters<typeof startApplication>[0] = {}) {
  const database = new SqliteDatabase(join(await makeFolder(), "state.sqlite"));
  const application = await startApplication({ store: new ConversationStore(database), ...changes });
  closers.push(() => application.close());
  const pages = Number(database.file.prepare("pragma page_count").get()?.page_count);
  const limit = (most: number) => database.file.exec(`pragma max_page_count = ${most}`);
  // SQLite allows no fewer than there are; what is free within them is used up by what is posted.
  return { application, database, fill: () => limit(pages), empty: () => limit(1_000_000) };
}

/** Posts until a message no longer fits. @returns Ids of those that were taken, and the answer to the last. */
async function postUntilRefused(conversation: { post(activity: unknown): ReturnType<typeof send> }) {
  const taken: string[] = [];
  for (let count = 0; count < 200; count++) {
    const answer = await conversation.post(`${count} ${"täynnä ".repeat(1000)}`);
    if (answer.status !== 200) return { taken, answer };
    taken.push(String(answer.body.id));
  }
  throw new Error("The disk never became full");
}

function expectNoStack({ lines }: TestApplication): void {
  expect(lines.join("\n")).not.toMatch(/\\n\s+at |node:internal/);
}

describe("a state whose disk is full", () => {
  it("keeps all that was acknowledged, refuses the rest with a clear 503, and goes on when there is room", async () => {
    const { application, fill, empty } = await startFillable();
    const conversation = await startConversation(application.url, { locale: "fi" });
    await conversation.waitForText("Welcome (fi)");
    fill();
    const { taken, answer } = await postUntilRefused(conversation);
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual(REFUSED);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(application.lines.join("\n")).toContain("Cannot use the state: the disk is full: make room");
    expectNoStack(application);
    // Reading needs no room.
    const seen = (await conversation.poll()).activities;
    const said = seen.filter(({ from }) => from.role === "user").map(({ id }) => id);
    expect(said).toEqual(taken);
    empty();
    expect((await conversation.post("Joko?")).status).toBe(200);
    await conversation.waitForText("Heard: Joko?");
    const ids = (await conversation.poll()).activities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const answered = (await conversation.poll()).activities.map(({ replyToId }) => replyToId);
    for (const id of taken) expect(answered.filter((replyTo) => replyTo === id)).toHaveLength(1);
  });

  it("answers an acknowledged message later, once, when its answer found no room", async () => {
    let isFull = true;
    const { application, database } = await startFillable({
      turns: { intervalInMs: 50, takeOverAfterInMs: 100 },
      answerTurn: async (turn) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return echoTurn(turn);
      },
    });
    const conversation = await startConversation(application.url, { locale: "fi" });
    await conversation.waitForText("Welcome (fi)");
    const posted = await conversation.post("Mahtuuko?");
    expect(posted.status).toBe(200);
    // What a full disk does to every write, until somebody makes room.
    database.file.exec("pragma query_only = 1");
    setTimeout(() => {
      isFull = false;
      database.file.exec("pragma query_only = 0");
    }, 600);
    await waitFor(() => application.lines.some((line) => line.includes("turn.failed")));
    expect(isFull).toBe(true);
    const answer = await conversation.waitForText("Heard: Mahtuuko?");
    expect(answer.replyToId).toBe(posted.body.id);
    const { activities } = await conversation.poll();
    expect(activities.filter(({ replyToId }) => replyToId === posted.body.id)).toHaveLength(1);
    expectNoStack(application);
  });
});

describe("the real process, not allowed larger files", () => {
  const lift = (bot: RunningProcess) =>
    promisify(execFile)("prlimit", [`--pid=${bot.child.pid}`, "--fsize=unlimited"]);

  it("refuses what it cannot keep, and goes on without a restart when it may", async ({ skip }) => {
    const isThere = await promisify(execFile)("prlimit", ["--version"]).then(
      () => true,
      () => false,
    );
    skip(!isThere, "this system has no prlimit, by which the limit is lifted again");
    const settings = {
      PORT: "0",
      INDEX_DIR: await ownIndexFolder(),
      STATE_FILE: join(await makeFolder(), "state.sqlite"),
    };
    // A new state takes some hundred KB; what is posted soon comes to more than this.
    const bot = run(["bot/main.ts"], { settings, limit: "-S -f 1600" });
    closers.push(() => bot.child.kill("SIGKILL"));
    await bot.wrote(/is ready: open \S+\/ in a browser/);
    const url = /is ready: open (\S+)\/ in/.exec(bot.output())?.[1] ?? "";
    const conversation = await startConversation(url, { locale: "fi" });
    const { taken, answer } = await postUntilRefused(conversation);
    expect([answer.status, answer.body]).toEqual([503, REFUSED]);
    expect((await send(`${url}/healthz`)).status).toBe(200);
    await lift(bot);
    const again = await conversation.post("Kiitos!");
    expect(again.status).toBe(200);
    const wanted = [...taken, again.body.id];
    await waitFor(async () => {
      const answered = (await conversation.poll()).activities.map(({ replyToId }) => replyToId);
      return wanted.every((id) => answered.filter((replyTo) => replyTo === id).length === 1);
    }, 15_000);
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toMatchObject({ code: 0, output: expect.not.stringMatching(STACK) });
  }, 60_000);
});
