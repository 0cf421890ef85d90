import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { applicationOfTest, replyOf } from "../../../support/application.ts";
import { connectRealClient, createDroppableSockets, type RealClient } from "../../../support/real-client.ts";

const CONVERSATIONS = 200;
const TURNS = 5;

const folder = mkdtempSync(join(tmpdir(), "many-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { start } = applicationOfTest();

/** Numbers that look random and are the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

test("200 conversations at once through directlinejs, with dropped sockets and polling clients, lose and double nothing", async () => {
  const random = createRandom(7);
  const url = await start({
    config: { stateFile: join(folder, "state.sqlite") },
    answerTurn: async ({ text }) => {
      await new Promise((resolve) => setTimeout(resolve, random() * 60));
      return replyOf(`Heard: ${text}`);
    },
  });
  const sockets = createDroppableSockets();
  const clients = await Promise.all(
    Array.from({ length: CONVERSATIONS }, (_, index) =>
      connectRealClient(url, { webSocket: index % 4 !== 0, WebSocket: sockets.Socket, random }),
    ),
  );
  await Promise.all(clients.map(({ sees }) => sees("Welcome (sv)", 20_000)));
  const openedAtFirst = sockets.opened();
  // All lines break while the conversations are under way; each client comes back after 3 to 15 seconds.
  const drop = setTimeout(() => sockets.dropAll(), 150);
  await Promise.all(clients.map((connected, index) => talk(connected, { index, random })));
  clearTimeout(drop);

  expect(openedAtFirst).toBe(CONVERSATIONS * 0.75);
  expect(sockets.opened()).toBeGreaterThan(openedAtFirst + CONVERSATIONS / 2);
  for (const [index, { seen }] of clients.entries()) {
    const turns = Array.from({ length: TURNS }, (_, turn) => textOf(index, turn));
    const ofBot = seen.filter(({ from }) => from.role === "bot").map(({ text }) => text);
    const ofPerson = seen.filter(({ from }) => from.role === "user").map(({ text }) => text);
    expect(ofBot).toEqual(["Welcome (sv)", ...turns.map((text) => `Heard: ${text}`)]);
    expect(ofPerson).toEqual(turns);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  }
  for (const { client } of clients) client.end();
}, 60_000);

/** Every second person waits for each answer, the others say all at once. */
async function talk(
  { say, sees }: RealClient,
  { index, random }: { index: number; random: () => number },
): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const text = textOf(index, turn);
    expect(await say(text)).toMatch(/\|\d{7}$/);
    if (index % 2 === 0 || turn === TURNS - 1) await sees(`Heard: ${text}`, 30_000);
    else await new Promise((resolve) => setTimeout(resolve, random() * 40));
  }
}

function textOf(index: number, turn: number): string {
  return `c${index} t${turn}`;
}
