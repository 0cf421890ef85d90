import { chmod, cp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it } from "vitest";
import { backupState, restoreState } from "../../bot/state/backup-state.ts";
import { ConversationStore } from "../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import { openDatabase } from "../../bot/state/open-database.ts";
import { createRandom } from "../indexer/lexical/random.ts";
import { startApplication } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { plainLines, run } from "./run-process.ts";

const PAGE = 4096;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A state with some hundred activities, closed, and a backup of it. */
async function makeState(): Promise<{ folder: string; state: string; backup: string }> {
  const folder = await makeFolder();
  const [state, backup] = [join(folder, "state.sqlite"), join(folder, "backup.sqlite")];
  const store = new ConversationStore(new SqliteDatabase(state));
  for (let at = 0; at < 20; at++) {
    await store.createConversation({ id: `c${at}`, user: "dl_1", origin: undefined, locale: "fi" });
    for (let said = 0; said < 10; said++) {
      await store.conversations.append(`c${at}`, { fields: { type: "message", text: "tuhkaa ".repeat(60) } });
    }
    await store.saveMemory(`web-chat:c${at}`, { park: "Kemi" });
  }
  await store.close();
  await backupState({ state, target: backup });
  return { folder, state, backup };
}

/** All files of a folder with their bytes. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.startsWith("state.sqlite")).sort();
  const bytes = await Promise.all(names.map((name) => readFile(join(folder, name), "base64")));
  return Object.fromEntries(names.map((name, at) => [name, bytes[at] ?? ""]));
}

function refusal(state: string): string {
  return `Cannot open the state in "${state}": it is no database, or damaged, and was left as it is: put a backup in its place with "npm run restore -- FILE", or set STATE_FILE to another file to begin anew`;
}

/** Ways to damage a state, of which none goes unseen. */
const DAMAGES: Record<string, (state: string) => Promise<unknown>> = {
  "is cut off in the middle": async (state) => truncate(state, ((await stat(state)).size >> 1) & -PAGE),
  "is cut off within a page": async (state) => truncate(state, (await stat(state)).size - 1000),
  "is no database": (state) => writeFile(state, "Sivuvirta ".repeat(5000)),
  "has a damaged head": (state) => overwrite(state, { at: 0, bytes: Buffer.alloc(100, 0x5a) }),
  "has lost every third page": async (state) => {
    for (let at = 2 * PAGE; at < (await stat(state)).size; at += 3 * PAGE) {
      await overwrite(state, { at, bytes: Buffer.alloc(PAGE) });
    }
  },
  "has flipped bytes in the heads of its pages": async (state) => {
    const draw = createRandom(7);
    for (let at = PAGE; at < (await stat(state)).size; at += PAGE) {
      await overwrite(state, { at: at + draw(8), bytes: Buffer.from([draw(256)]) });
    }
  },
};

async function overwrite(file: string, { at, bytes }: { at: number; bytes: Buffer }): Promise<void> {
  const all = await readFile(file);
  bytes.copy(all, at);
  await writeFile(file, all);
}

describe("a state file that", () => {
  it.each(Object.entries(DAMAGES))(
    "%s is refused by its name and left as it is; restore mends it",
    async (_, damage) => {
      const { folder, state, backup } = await makeState();
      await damage(state);
      const before = await readAll(folder);
      expect(() => openDatabase(state)).toThrow(refusal(state));
      expect(await readAll(folder)).toEqual(before);
      const { kept = "" } = await restoreState({ backup, state });
      // What was damaged lies beside it, byte by byte, for whoever wants to save something of it.
      expect(await readFile(kept, "base64")).toBe(before["state.sqlite"]);
      const store = new ConversationStore(new SqliteDatabase(state));
      closers.push(() => store.close());
      expect(await store.readActivities("c19", 0)).toHaveLength(10);
      expect(await store.loadMemory("web-chat:c3")).toEqual({ park: "Kemi" });
    },
  );

  it("is of a newer program is refused, and left as it is", async () => {
    const { folder, state } = await makeState();
    const database = new DatabaseSync(state);
    database.exec("pragma user_version = 999");
    database.close();
    const { "state.sqlite": before } = await readAll(folder);
    expect(() => openDatabase(state)).toThrow(
      /has schema version 999, this program knows \d+: update the program/,
    );
    expect((await readAll(folder))["state.sqlite"]).toBe(before);
  });

  it("has lost its write-ahead log, or has a damaged one, opens with all that was filed before", async () => {
    const { state } = await makeState();
    const store = new ConversationStore(new SqliteDatabase(state));
    await store.saveMemory("web-chat:late", { park: "Raahe" });
    const copies = await makeFolder();
    for (const what of ["lost", "damaged"]) {
      const copy = join(copies, `${what}.sqlite`);
      await cp(state, copy);
      if (what === "damaged") {
        const log = await readFile(`${state}-wal`);
        log.fill(0x5a, log.length >> 1);
        await writeFile(`${copy}-wal`, log);
      }
      const opened = new ConversationStore(new SqliteDatabase(copy));
      expect(await opened.readActivities("c0", 0), what).toHaveLength(10);
      await opened.close();
    }
    await store.close();
  });
});

describe("a state that cannot be written", () => {
  it("below a file is refused in one line that says what to do", async () => {
    const folder = await makeFolder({ file: "x" });
    const state = join(folder, "file", "state.sqlite");
    expect(() => openDatabase(state)).toThrow(
      /^Cannot open the state in ".*": (?:a part of its path is a file|a file stands where its folder should be): set STATE_FILE to another file$/,
    );
  });

  it("that is a folder is refused in one line that says what to do", async () => {
    const folder = await makeFolder();
    expect(() => openDatabase(folder)).toThrow(
      `Cannot open the state in "${folder}": it is a folder: set STATE_FILE to a file in it`,
    );
  });

  it("in a read-only folder is refused in one line that says what to do", async () => {
    const { folder, state } = await makeState();
    await rm(join(folder, "backup.sqlite"));
    const before = await readAll(folder);
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
    await chmod(folder, 0o555);
    closers.push(() => chmod(folder, 0o755));
    const asked = [state, join(folder, "new.sqlite"), join(folder, "new", "state.sqlite")];
    const { output } = await run(["test/faults/open-state.ts", ...asked]).ended;
    expect(plainLines(output)).toEqual([
      `Cannot open the state in "${asked[0]}": the file or its folder is read-only: make both writable`,
      `Cannot open the state in "${asked[1]}": the file cannot be opened: look at STATE_FILE, its folder and the rights of this user`,
      `Cannot open the state in "${asked[2]}": this user may not make its folder: give it the right, or set STATE_FILE to another file`,
    ]);
    expect(await readAll(folder)).toEqual(before);
  });

  it("while it runs gives a clear 503, goes on reading, and keeps again as soon as it may", async () => {
    const database = new SqliteDatabase(join(await makeFolder(), "state.sqlite"));
    const application = await startApplication({ store: new ConversationStore(database) });
    closers.push(() => application.close());
    const conversation = await startConversation(application.url, { locale: "fi" });
    await conversation.waitForText("Welcome (fi)");
    database.file.exec("pragma query_only = 1");
    const refused = await conversation.post("Kuuletko?");
    expect([refused.status, refused.body.error?.code]).toEqual([503, "NotKept"]);
    expect((await conversation.poll()).activities).toHaveLength(1);
    expect(application.lines.join("\n")).toContain("the file or its folder is read-only: make both writable");
    database.file.exec("pragma query_only = 0");
    expect((await conversation.post("Kuuletko nyt?")).status).toBe(200);
    await conversation.waitForText("Heard: Kuuletko nyt?");
  });
});
