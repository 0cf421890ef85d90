import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { loadConfig } from "../../../bot/config.ts";
import { createDesk, type Desk } from "../../../bot/desk/create-desk.ts";
import { type LiveKnowledge, openLiveKnowledge } from "../../../bot/live-knowledge.ts";
import { createLog } from "../../../bot/log.ts";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";
import { openPostgres } from "../../../bot/state/database/postgres-database.ts";
import { buildIndex } from "../../../indexer/index.ts";
import { createTestPostgres, testPostgresServer } from "../../support/databases.ts";
import { PEOPLE } from "../../support/desk-base.ts";
import { draftWith, FAQ_KNOWLEDGE } from "../../support/faq-desk.ts";
import { createAsker } from "../../support/own-index.ts";
import { writeFiles } from "../../support/temporary-folder.ts";

const QUESTION = "Mistä Harbour Parkin sauna varataan?";
const PATIENCE = { timeout: 10_000, interval: 20 };

let knowledgeDir: string;
let indexDir: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-create-desk-"));
  [knowledgeDir, indexDir] = [join(folder, "knowledge"), join(folder, "index")];
  await writeFiles(knowledgeDir, FAQ_KNOWLEDGE);
  await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The desk and the knowledge of one process. */
interface Process {
  desk: Desk;
  live: LiveKnowledge;
  /** Adds an entry through the window in Teams. */
  add: (answer: string) => Promise<unknown>;
  answer: () => Promise<string>;
}

async function startProcess(url: string): Promise<Process> {
  const log = createLog({ level: "error", write: () => {} });
  const store = new ConversationStore(await openPostgres({ url, connections: 3 }));
  const later: { live?: LiveKnowledge } = {};
  const desk = createDesk({
    config: loadConfig({ KNOWLEDGE_DIR: knowledgeDir }),
    store,
    log,
    currentView: () => (later.live as LiveKnowledge).currentView(),
    knowledgeChanged: async () => later.live?.extensionChanged(),
    settingOf: () => "public",
    say: () => {},
  });
  const { extension, onExtended } = desk;
  const live = await openLiveKnowledge({ indexDir, knowledgeDir, log, say: () => {}, extension, onExtended });
  later.live = live;
  onTestFinished(async () => {
    live.close();
    await desk.close();
    await store.database.close();
  });
  const dialog = desk.dialogs.find(({ name }) => name === "faq.new");
  return {
    desk,
    live,
    add: (answer) => {
      const fields = { ...draftWith({ answer_fi: answer }), step: "anyway" };
      const request = { actor: PEOPLE.kaisa, language: "fi", conversationId: "teams:1", fields } as const;
      return dialog?.submit(request) ?? Promise.reject(new Error("There is no such window"));
    },
    answer: async () => (await createAsker(live.currentView()).ask(QUESTION)).text,
  };
}

describe("createDesk() in several processes on one Postgres", () => {
  it("lets what is written at one be known to the next answer there, and to the other a moment later", async () => {
    const url = await createTestPostgres();
    const [one, other] = [await startProcess(url), await startProcess(url)];
    expect(await other.answer()).not.toContain("555");
    expect(await one.add("Sauna varataan numerosta 555.")).toMatchObject({ kind: "message" });
    expect(await one.answer()).toContain("555");
    await vi.waitFor(async () => expect(await other.answer()).toContain("555"), PATIENCE);
  });

  it("begins with what the others wrote before", async () => {
    const url = await createTestPostgres();
    const one = await startProcess(url);
    await one.add("Sauna varataan numerosta 777.");
    const late = await startProcess(url);
    expect(await late.answer()).toContain("777");
  });

  it("learns what it missed once the database is there again", async () => {
    const url = await createTestPostgres();
    const [one, other] = [await startProcess(url), await startProcess(url)];
    const server = await testPostgresServer();
    await server.kill();
    await server.restart();
    await vi.waitFor(() => one.add("Sauna varataan numerosta 888."), PATIENCE);
    expect(await one.answer()).toContain("888");
    await vi.waitFor(async () => expect(await other.answer()).toContain("888"), PATIENCE);
  });
});
