import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { backupState, restoreState } from "../../../bot/state/backup-state.ts";
import type { ConversationStore } from "../../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../../bot/state/database/sqlite-database.ts";
import { watchState } from "../../../bot/state/watch-state.ts";
import { waitFor } from "../../support/application.ts";
import { appendKept, openStore } from "../../support/stores.ts";

const folder = mkdtempSync(join(tmpdir(), "sivuvirta-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string) => join(folder, name);

function fileIn({ database }: ConversationStore) {
  if (!(database instanceof SqliteDatabase)) throw new Error("The state is no file");
  return database.file;
}

/** A state in a file with one conversation, "c", that has said `words`. */
async function openState(name: string, words: readonly string[] = []): Promise<ConversationStore> {
  const store = openStore(fileOf(name));
  await store.createConversation({ id: "c", user: "u" });
  for (const text of words) await appendKept(store, "c", { text });
  return store;
}

const saidIn = async (file: string) => {
  const store = openStore(file);
  const said = (await store.readActivities("c", 0)).map(
    (json) => (JSON.parse(json) as { text: string }).text,
  );
  await store.close();
  return said;
};

describe("backupState()", () => {
  test("copies what an open state holds, without closing it, and leaves one file", async () => {
    const store = await openState("open.sqlite", ["one", "two"]);
    const target = fileOf("copies/open.sqlite");
    const facts = await backupState({ state: fileOf("open.sqlite"), target });
    expect(facts).toMatchObject({ file: target, version: expect.any(Number) });
    await appendKept(store, "c", { text: "three" });
    await store.close();
    expect(readdirSync(fileOf("copies"))).toEqual(["open.sqlite"]);
    expect(await saidIn(target)).toEqual(["one", "two"]);
  });

  test("is of one moment, whatever is written meanwhile", async () => {
    const file = fileOf("busy.sqlite");
    const store = openStore(file);
    const database = fileIn(store);
    database.exec("create table pair (a integer, b integer); insert into pair values (0, 0)");
    for (let row = 0; row < 500; row++) await store.saveMemory(`m${row}`, { text: "x".repeat(2000) });
    let isWriting = true;
    const writing = (async () => {
      for (let at = 1; isWriting; at++) {
        database.exec(`begin; update pair set a = ${at}; update pair set b = ${at}; commit`);
        await new Promise(setImmediate);
      }
    })();
    for (let round = 0; round < 5; round++) {
      const target = fileOf(`busy-${round}.sqlite`);
      await backupState({ state: file, target });
      const copy = new DatabaseSync(target);
      const { a, b } = copy.prepare("select a, b from pair").get() as { a: number; b: number };
      copy.close();
      expect(a).toBe(b);
    }
    isWriting = false;
    await writing;
    await store.close();
  });

  test.each([
    ["a state that is not there", { state: "none.sqlite" }, "there is no such file"],
    ["a target that is there", { target: "there.sqlite" }, "is there already"],
    ["a file of another kind", { state: "words.txt" }, "it is no database, or damaged"],
    ["a database of another program", { state: "other.sqlite" }, "no state of this program"],
  ])("refuses %s", async (_, names, message) => {
    await (await openState("good.sqlite", ["one"])).close();
    writeFileSync(fileOf("there.sqlite"), "kept");
    writeFileSync(fileOf("words.txt"), "These are words. ".repeat(100));
    const other = new DatabaseSync(fileOf("other.sqlite"));
    other.exec("create table if not exists t (a)");
    other.close();
    const { state = "good.sqlite", target = "refused.sqlite" } = names as { state?: string; target?: string };
    await expect(backupState({ state: fileOf(state), target: fileOf(target) })).rejects.toThrow(message);
    expect(readFileSync(fileOf("there.sqlite"), "utf8")).toBe("kept");
    expect(existsSync(fileOf("refused.sqlite"))).toBe(false);
  });
});

describe("restoreState()", () => {
  test("puts a backup under an open state, which sees it after a reload and goes on from there", async () => {
    const state = fileOf("live.sqlite");
    const store = await openState("live.sqlite", ["one"]);
    const target = fileOf("live-copy.sqlite");
    await backupState({ state, target });
    await appendKept(store, "c", { text: "two" });
    await store.createConversation({ id: "later", user: "u" });
    await appendKept(store, "later", { text: "lost" });
    let replaced = 0;
    const unwatch = watchState(fileIn(store), {
      intervalInMs: 5,
      onReplaced: () => {
        void store.reload().then(() => {
          replaced += 1;
        });
      },
    });
    const { kept } = await restoreState({ backup: target, state });
    await waitFor(() => replaced === 1);
    unwatch();
    expect(await store.readConversation("later")).toBeUndefined();
    expect((await appendKept(store, "c", { text: "other two" }))?.sequence).toBe(2);
    expect(await appendKept(store, "later", { text: "gone" })).toBeUndefined();
    await store.close();
    expect(await saidIn(state)).toEqual(["one", "other two"]);
    expect(await saidIn(kept as string)).toEqual(["one", "two"]);
  });

  test("makes the state where there is none", async () => {
    await (await openState("first.sqlite", ["one"])).close();
    const state = fileOf("new/state.sqlite");
    expect(await restoreState({ backup: fileOf("first.sqlite"), state })).toEqual({ kept: undefined });
    expect(await saidIn(state)).toEqual(["one"]);
  });

  test("leaves the state as it is when the backup is damaged or of a newer program", async () => {
    await (await openState("safe.sqlite", ["one"])).close();
    const words = Array.from({ length: 300 }, (_, at) => "x".repeat(500) + at);
    await (await openState("damaged.sqlite", words)).close();
    truncateSync(fileOf("damaged.sqlite"), 40_000);
    const state = fileOf("safe.sqlite");
    await expect(restoreState({ backup: fileOf("damaged.sqlite"), state })).rejects.toThrow("damaged");
    await (await openState("newer.sqlite")).close();
    const newer = new DatabaseSync(fileOf("newer.sqlite"));
    newer.exec("pragma user_version = 9999");
    newer.close();
    await expect(restoreState({ backup: fileOf("newer.sqlite"), state })).rejects.toThrow("newer version");
    expect(await saidIn(state)).toEqual(["one"]);
    expect(readdirSync(folder).filter((name) => /part|restoring|before-restore/.test(name))).toEqual(
      readdirSync(folder).filter((name) => name.startsWith("live.sqlite.before-restore")),
    );
  });

  test("brings an older backup to the schema of the program", async () => {
    const old = new DatabaseSync(fileOf("old.sqlite"));
    const { MIGRATIONS } = await import("../../../bot/state/migrations.ts");
    old.exec(`${MIGRATIONS[0]} pragma user_version = 1;`);
    old.exec("insert into conversation values ('c', 'u', null, null, 0, 0, 1)");
    old.exec(`insert into activity values ('c', 1, '{"text":"old"}')`);
    old.close();
    const state = fileOf("upgraded.sqlite");
    await restoreState({ backup: fileOf("old.sqlite"), state });
    expect(await saidIn(state)).toEqual(["old"]);
  });
});
