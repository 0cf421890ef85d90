import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { waitFor } from "../support/application.ts";
import { type BotProcess, startBot } from "../support/bot-process.ts";
import { enterDesk } from "../support/desk-client.ts";
import { askPerson, countSaid, type Kept, replyTo, workUntilKilled } from "../support/desk-crash-work.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { ownIndexFolder } from "../support/own-index.ts";

/*
 * The real process is killed in the middle of what a coordinator and an asker do, and started again on what it left
 * behind; then it is backed up and restored while it runs.
 */

const ROOT = join(import.meta.dirname, "..", "..");
const KILLS = process.env.KILL_MORE === "1" ? 12 : 6;
const LONGEST_LIFE_IN_MS = 2500;
/** The first edit after a start takes longest: it is acknowledged once the next answer knows it. */
const FIRST_EDIT_WITHIN_IN_MS = 20_000;
const SLOW_IN_MS = 400_000;
/** What a killed process had taken to deliver is delivered by another one after a minute. */
const TAKEN_FOR_DEAD_WITHIN_IN_MS = 90_000;
/** What is restored is seen within this time, in milliseconds. */
const RESTORED_WITHIN_IN_MS = 2000;
const run = promisify(execFile);

let folder: string;
let state: string;
let bot: BotProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-desk-crash-"));
  state = join(folder, "state.sqlite");
  await mkdir(join(folder, "knowledge"));
  await cp(join(ROOT, "knowledge"), join(folder, "knowledge"), {
    recursive: true,
    filter: (path) => !path.endsWith(".ts"),
  });
  await cp(await ownIndexFolder(), join(folder, "index"), { recursive: true });
}, SLOW_IN_MS);

afterAll(async () => {
  await bot?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<BotProcess> {
  return startBot({
    PORT: "0",
    INDEX_DIR: join(folder, "index"),
    STATE_FILE: state,
    KNOWLEDGE_DIR: join(folder, "knowledge"),
  });
}

/** What of the state does not belong together; empty when all does. */
function halfDone(): string[] {
  const database = new DatabaseSync(state, { readOnly: true });
  const ask = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => JSON.stringify(row));
  try {
    return [
      ...ask("select * from pragma_integrity_check where integrity_check <> 'ok'"),
      ...ask(
        "select id, revision from faq_entry e where revision <> (select max(revision) from faq_revision r where r.id = e.id)",
      ),
      ...ask(
        "select id, revision from faq_revision r where change in ('add', 'edit') and 1 <> (select count(*) from audit a where a.action = 'faq.' || r.change and a.subject = 'faq:' || r.id and json_extract(a.detail, '$.revision') = r.revision)",
      ),
      ...ask(
        "select id, state from ticket t where (state = 'answered') <> exists (select 1 from ticket_event e where e.ticket = t.id and e.kind = 'answered')",
      ),
      ...ask(
        "select ticket, kind from ticket_event e where 1 <> (select count(*) from audit a where a.action = 'ticket.' || e.kind and a.subject = 'ticket:' || e.ticket)",
      ),
      ...ask(
        "select ticket from ticket_event e where kind = 'answered' and 1 <> (select count(*) from notice n where n.about = 'ticket:' || e.ticket)",
      ),
    ];
  } finally {
    database.close();
  }
}

/** Answers that the state holds of a ticket; a desk shows only so many pages a minute. */
function answersOf(ticket: number): string[] {
  const database = new DatabaseSync(state, { readOnly: true });
  const row = database.prepare("select json from ticket where id = ?").get(ticket);
  database.close();
  const { answers } = JSON.parse(String(row?.json)) as { answers: { text: string }[] };
  return answers.map(({ text }) => text);
}

describe("kill -9 of the real process", () => {
  test(
    `${KILLS} times loses nothing that was acknowledged and leaves nothing half done`,
    async () => {
      const kept: Kept = { entries: new Map(), answers: [] };
      const starts: number[] = [];
      for (let life = 0; life < KILLS; life++) {
        const born = await start();
        starts.push(Math.round(born.startInMs));
        const work = workUntilKilled(born, kept);
        // Every third dies whatever it has done by then, the others some time after their first edit.
        const before = kept.entries.size;
        if (life % 3 > 0) await waitFor(() => kept.entries.size > before, FIRST_EDIT_WITHIN_IN_MS);
        await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * LONGEST_LIFE_IN_MS));
        await born.kill();
        await work;
        expect(halfDone()).toEqual([]);
      }
      bot = await start();
      const { url } = bot;
      const desk = await enterDesk(bot);
      expect(kept.entries.size).toBeGreaterThan(KILLS / 2);
      expect(kept.answers.length).toBeGreaterThan(KILLS / 2);
      for (const [id, { answer, since }] of kept.entries) {
        const page = `/desk/faq/${encodeURIComponent(id)}/edit`;
        expect([answer, ...since]).toContain(await desk.fieldOf(page, "answer_en"));
      }
      const times: number[] = [];
      for (const { chat, text, ticket } of kept.answers) {
        times.push(await waitUntilSaid(url, { chat, text }));
        expect([ticket, answersOf(ticket)]).toEqual([ticket, [text]]);
      }
      const twice = times.filter((count) => count > 1).length;
      console.info(
        `Killed ${KILLS} times: ${kept.entries.size} entries, ${kept.answers.length} answers, ${twice} of them said twice; starts ${starts.join(", ")} ms`,
      );
      // Killed between the message and the note that it is delivered: at most once a life.
      expect(Math.max(...times)).toBeLessThanOrEqual(2);
      expect(twice).toBeLessThanOrEqual(KILLS);
      expect(halfDone()).toEqual([]);
    },
    SLOW_IN_MS,
  );
});

/** @returns How often it was said. */
async function waitUntilSaid(url: string, said: Parameters<typeof countSaid>[1]): Promise<number> {
  const count = async () => {
    const times = await countSaid(url, said);
    expect(times).toBeGreaterThan(0);
    return times;
  };
  return vi.waitFor(count, { timeout: TAKEN_FOR_DEAD_WITHIN_IN_MS, interval: 250 });
}

/** `npm run backup` or `npm run restore`. */
function runScript(script: "backup" | "restore", file: string): Promise<unknown> {
  return run(process.execPath, [`bot/state/${script}-main.ts`, file, "--state", state], { cwd: ROOT });
}

describe("npm run backup and restore beside a running bot", () => {
  test(
    "bring pages and answers back to the backup at once, without a restart",
    async () => {
      await bot?.stop();
      bot = await start();
      await restoreUnder(bot);
      expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    },
    SLOW_IN_MS,
  );
});

async function restoreUnder(running: BotProcess): Promise<void> {
  const desk = await enterDesk(running);
  const chat = await startConversation(running.url, { locale: "en-GB" });
  const question = "Which quokka guards the gate of Topinpuisto?";
  const fields = { question_en: question, visibility: "public", do: "anyway" };
  const added = await desk.send("/desk/faq/new", { ...fields, answer_en: "The elder quokka guards it." });
  expect(added.status).toBe(303);
  expect(await replyTo(chat, question, /(elder|younger) quokka/)).toBe("elder");
  const backup = join(folder, "backup.sqlite");
  await runScript("backup", backup);
  const token = await desk.fieldOf(`${added.to}/edit`, "token");
  const edited = await desk.send(`${added.to}/edit`, {
    ...fields,
    token,
    answer_en: "The younger quokka guards it.",
  });
  expect(edited.status).toBe(303);
  expect(await replyTo(chat, question, /(elder|younger) quokka/)).toBe("younger");
  const ticket = await askPerson(chat, "Where is lunch?");
  const late = await startConversation(running.url, { locale: "en-GB" });
  await runScript("restore", backup);
  const restored = performance.now();
  await waitFor(async () => (await desk.open(added.to)).text.includes("elder quokka"), RESTORED_WITHIN_IN_MS);
  // Messages of after the backup are gone; the conversation goes on from what was restored.
  await waitFor(async () => {
    const fresh = await startConversation(running.url, { locale: "en-GB" });
    return (await replyTo(fresh, question, /(elder|younger) quokka/)) === "elder";
  }, RESTORED_WITHIN_IN_MS);
  console.info(`Restored and seen after ${Math.round(performance.now() - restored)} ms`);
  expect((await desk.open(`/desk/tickets/${ticket}`)).status).toBe(404);
  expect(await replyTo(chat, question, /(elder|younger) quokka/)).toBe("elder");
  expect((await late.post("hello")).status).toBeLessThan(500);
  const after = await desk.send(`${added.to}/edit`, {
    ...{ ...fields, token: await desk.fieldOf(`${added.to}/edit`, "token") },
    answer_en: "A third quokka guards it.",
  });
  expect(after.status).toBe(303);
  expect(running.output()).not.toMatch(/"level":"error"/);
}
