import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openLiveKnowledge } from "../../bot/live-knowledge.ts";
import { createLog } from "../../bot/log.ts";
import { buildIndex } from "../../indexer/index.ts";
import { waitFor } from "../support/application.ts";
import { guide } from "../support/knowledge.ts";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.ts";
import { makeFolder } from "../support/temporary-folder.ts";

let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

const settings = (name = "bag") => ({ baseUrl: model.url, model: name, apiKey: "sk-secret" });
const FILES = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [`g${at}.md`, guide(`pier-${at}`, "", `Pier ${at} takes ships.`)]),
);

async function makeFolders() {
  return { knowledgeDir: await makeFolder(FILES), indexDir: join(await makeFolder(), "index") };
}

async function open(folders: { knowledgeDir: string; indexDir: string }, name = "bag") {
  const [said, lines]: [string[], string[]] = [[], []];
  const knowledge = await openLiveKnowledge({
    ...folders,
    embedding: settings(name),
    log: createLog({ level: "info", write: (line) => lines.push(line) }),
    say: (line) => said.push(line),
    pollIntervalInMs: 10,
  });
  onTestFinished(() => knowledge.close());
  const view = () => knowledge.currentView().index;
  const ask = (question: string) => view().retriever.retrieve(question, { language: "en" });
  return { said, lines, view, ask };
}

describe("openLiveKnowledge() with an embedding model", { timeout: 90_000 }, () => {
  it("builds the first index with it, in a process that gets the key by no command line", async () => {
    const { said, lines, view } = await open(await makeFolders());
    expect(view().manifest.model?.name).toBe("openai:bag");
    expect(model.requests[0]?.headers.authorization).toBe("Bearer sk-secret");
    expect([...said, ...lines].join("\n")).not.toContain("sk-secret");
    expect(said).toHaveLength(2);
  });

  it("builds without it when it is down at the first start, and says so", async () => {
    model.embed = () => ({ status: 401 });
    const { said, lines, view, ask } = await open(await makeFolders());
    expect(view().manifest.model).toBeUndefined();
    expect(said.join("\n")).toContain("check EMBEDDING_API_KEY. Building without the model …");
    expect(said.at(-1)).toContain('run "npm run index"');
    expect(lines.join("\n")).toMatch(/"event":"embedding\.not-built"[\s\S]*"event":"embedding\.off"/);
    expect(await ask("pier 3")).not.toEqual([]);
  });

  it("goes on with an index of another model, and follows when it is built for the one that is set", async () => {
    const folders = await makeFolders();
    const build = (name: string) =>
      buildIndex({
        knowledgeFolder: folders.knowledgeDir,
        indexFolder: folders.indexDir,
        embedding: settings(name),
      });
    await build("old");
    const { said, view, ask } = await open(folders, "new");
    expect(said).toEqual([expect.stringContaining('built with "openai:old", but "openai:new" is set')]);
    const asked = model.requests.length;
    expect(await ask("pier 3")).not.toEqual([]);
    expect(model.requests.length).toBe(asked);
    await build("new");
    await waitFor(() => view().manifest.model?.name === "openai:new", 60_000);
    await ask("ships of pier 4");
    expect(model.requests.at(-1)?.body).toMatchObject({ model: "new", input: ["ships of pier 4"] });
  });

  it("logs that a question got no vector, once while the model is left alone, and not its words", async () => {
    const { lines, ask } = await open(await makeFolders());
    model.embed = () => ({ status: 503 });
    for (const question of ["pier of zeppelins", "pier of balloons"])
      expect(await ask(question)).not.toEqual([]);
    const failures = lines.filter((line) => line.includes("embedding.failed"));
    expect(failures).toHaveLength(1);
    expect(JSON.parse(failures[0] ?? "{}")).toMatchObject({
      level: "warn",
      code: "unavailable",
      status: 503,
      pauseInSeconds: 60,
    });
    expect(lines.join("\n")).not.toMatch(/zeppelin|balloon/);
  });
});
