import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type BuildIndexOptions, buildIndex, openIndex, readCurrentVersion } from "../../indexer/index.ts";
import { waitFor } from "../support/application.ts";
import { EVERY_KIND, guide } from "../support/knowledge.ts";
import { embedWords } from "../support/scripted-embeddings.ts";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "indexer", "main.ts");
let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

const settings = (name = "bag") => ({ baseUrl: model.url, model: name, apiKey: "sk-secret" });
const sent = () => model.requests.flatMap(({ body }) => body.input as string[]);

/** Guides of two sections each. */
function guides(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const text = `Pier ${at} takes ships.\n\n## Fees ${at}\n\nThe fee of pier ${at} is paid at the gate.`;
      return [`g${at}.md`, guide(`pier-${at}`, "", text)];
    }),
  );
}

async function makeBuild(files = guides(20)) {
  const knowledgeFolder = await makeFolder(files);
  const indexFolder = join(await makeFolder(), "index");
  const build = (more: Partial<BuildIndexOptions> = {}) =>
    buildIndex({ knowledgeFolder, indexFolder, embedding: settings(), ...more });
  return { knowledgeFolder, indexFolder, build };
}

describe("buildIndex() with an embedding model", { timeout: 90_000 }, () => {
  it("embeds each passage with its title, headings and forms, and names the model and the cost", async () => {
    const faq = `## How much is a berth?\n- id: berth\n- also: What does mooring cost?\n\nA berth is 20 euros.[^harbour]\n`;
    const sources = String(EVERY_KIND["sources.csv"]);
    const { build } = await makeBuild({ ...guides(2), "faq/en.md": faq, "sources.csv": sources });
    const { manifest, cost } = await build();
    expect(manifest.model).toMatchObject({ name: "openai:bag", dimensions: 8 });
    expect(cost).toMatchObject({
      embedded: manifest.passages,
      cached: 0,
      requests: 1,
      areTokensCounted: true,
    });
    // One text goes along that tells whether the model is still the same.
    expect(sent()).toHaveLength(manifest.passages + 1);
    expect(sent()).toContainEqual(expect.stringMatching(/pier-1[\s\S]*Fees 1[\s\S]*fee of pier 1 is paid/));
    expect(sent()).toContainEqual(
      expect.stringMatching(/How much is a berth\?[\s\S]*mooring cost[\s\S]*20 euros/),
    );
    expect(JSON.stringify(manifest)).not.toContain("sk-secret");
  });

  it("embeds only what changed, and nothing when nothing did", async () => {
    const { build, knowledgeFolder } = await makeBuild();
    await build();
    const before = sent().length;
    expect(await build()).toMatchObject({ isNew: false });
    await writeFiles(knowledgeFolder, { "new.txt": "A zeppelin is moored at the gate." });
    expect((await build()).cost).toMatchObject({ embedded: 1, requests: 1 });
    expect(sent().slice(before + 1)).toEqual([expect.stringContaining("zeppelin")]);
  });

  it("switches models beside the version in use, and back without embedding anything again", async () => {
    const { build, indexFolder } = await makeBuild();
    const first = await build();
    const opened = await openIndex(indexFolder, { embedding: settings() });
    model.embed = (texts) => ({ vectors: texts.map((text) => [...embedWords(text), 0.1]) });
    const second = await build({ embedding: settings("other") });
    expect(second.manifest.model).toMatchObject({ name: "openai:other", dimensions: 9 });
    expect(await readCurrentVersion(indexFolder)).toBe(second.manifest.version);
    expect(await opened.retriever.retrieve("fee of pier 3", { language: "en" })).not.toEqual([]);
    const asked = model.requests.length;
    const third = await build();
    expect(third).toMatchObject({
      isNew: true,
      cost: { embedded: 0, cached: first.cost?.embedded, requests: 0 },
    });
    expect(model.requests.length).toBe(asked);
    expect((await build({ embedding: undefined })).manifest.model).toBeUndefined();
    expect((await build({ isForced: true })).cost).toMatchObject({ embedded: 0, requests: 0 });
  });

  it("leaves the version in use when the model fails, and goes on from there the next time", async () => {
    const { build, indexFolder } = await makeBuild(guides(80));
    await build({ embedding: undefined });
    const version = await readCurrentVersion(indexFolder);
    model.embed = (texts, _, count) => (count === 0 ? { vectors: texts.map(embedWords) } : { status: 401 });
    await expect(build()).rejects.toThrow(
      /^Cannot embed with "bag" at .*: the answer was 401: check EMBEDDING_API_KEY$/,
    );
    expect(await readCurrentVersion(indexFolder)).toBe(version);
    expect(await readdir(join(indexFolder, "versions"))).toEqual([version]);
    model.embed = (texts) => ({ vectors: texts.map(embedWords) });
    expect((await build()).cost?.cached).toBeGreaterThanOrEqual(60);
  });
});

describe("npm run index with an embedding model", { timeout: 60_000 }, () => {
  const start = (folders: { knowledgeFolder: string; indexFolder: string }) => {
    const command = [PROGRAM, "--knowledge", folders.knowledgeFolder, "--out", folders.indexFolder];
    const child: ChildProcess = spawn(process.execPath, command, {
      env: {
        ...process.env,
        EMBEDDING_BASE_URL: model.url,
        EMBEDDING_MODEL: "bag",
        EMBEDDING_API_KEY: "sk-secret",
      },
    });
    let out = "";
    child.stdout?.on("data", (piece) => {
      out += piece;
    });
    child.stderr?.on("data", (piece) => {
      out += piece;
    });
    const ended = new Promise<number | null>((resolve) => {
      child.once("exit", resolve);
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    return { child, ended, out: () => out };
  };

  it("says what it cost", async () => {
    const run = start(await makeBuild());
    expect(await run.ended).toBe(0);
    expect(run.out()).toMatch(
      /\nModel "openai:bag" \(8 dimensions\): 40 texts embedded, 0 from the cache, 1 requests, \d+ tokens, in \d+\.\d\d s\n/,
    );
    expect(run.out()).not.toContain("sk-secret");
  });

  it("goes on after it was killed in the middle, losing two batches at most", async () => {
    const folders = await makeBuild(guides(250));
    model.embed = async (texts, _, count) => {
      if (count >= 4) await new Promise(() => {});
      return { vectors: texts.map(embedWords) };
    };
    const run = start(folders);
    // Two requests are always under way; the sixth comes when four have been kept.
    await waitFor(() => model.requests.length >= 6, 20_000);
    run.child.kill("SIGKILL");
    await run.ended;
    expect(await readCurrentVersion(folders.indexFolder)).toBeUndefined();
    model.embed = (texts) => ({ vectors: texts.map(embedWords) });
    const { cost, manifest } = await folders.build();
    expect(cost).toMatchObject({ cached: 4 * 64 - 1, embedded: manifest.passages - 4 * 64 + 1 });
  });

  it("ends with 2 and says which setting is missing", async () => {
    const folders = await makeBuild();
    const command = [PROGRAM, "--knowledge", folders.knowledgeFolder, "--out", folders.indexFolder];
    const child = spawn(process.execPath, command, { env: { ...process.env, EMBEDDING_MODEL: "bag" } });
    let out = "";
    child.stderr.on("data", (piece) => {
      out += piece;
    });
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(2);
    expect(out).toContain("Expected EMBEDDING_BASE_URL and EMBEDDING_MODEL together");
  });
});

describe("openIndex() with an embedding model", { timeout: 60_000 }, () => {
  let built: Awaited<ReturnType<typeof makeBuild>>;
  beforeAll(async () => {
    const server = await startScriptedModel();
    const folder = await mkdtemp(join(tmpdir(), "sivuvirta-model-"));
    const [knowledgeFolder, indexFolder] = [join(folder, "knowledge"), join(folder, "index")];
    await writeFiles(knowledgeFolder, guides(20));
    const build = (more: Partial<BuildIndexOptions> = {}) =>
      buildIndex({
        knowledgeFolder,
        indexFolder,
        embedding: { ...settings(), baseUrl: server.url },
        ...more,
      });
    await build();
    built = { knowledgeFolder, indexFolder, build };
    return async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    };
  });

  it("asks for the vector of a question once", async () => {
    const { indexFolder } = built;
    const before = model.requests.length;
    const { retriever, modelNotice } = await openIndex(indexFolder, { embedding: settings() });
    expect(modelNotice).toBeUndefined();
    for (let round = 0; round < 3; round++) await retriever.retrieve("fee of pier 3", { language: "en" });
    expect(sent().slice(-(model.requests.length - before))).toEqual(["fee of pier 3"]);
  });

  it.each([
    ["another model", "other", 'was built with "openai:bag", but "openai:other" is set: run "npm run index"'],
    ["no model", undefined, 'holds vectors of "openai:bag", but no EMBEDDING_BASE_URL'],
  ])("goes on without it under %s, and says what to do", async (_, set, notice) => {
    const { indexFolder } = built;
    const asked = model.requests.length;
    const index = await openIndex(indexFolder, { embedding: set === undefined ? set : settings(set) });
    expect(index.modelNotice).toContain(notice);
    expect(await index.retriever.retrieve("fee of pier 3", { language: "en" })).not.toEqual([]);
    expect(model.requests.length).toBe(asked);
  });

  it("finds nothing by it that the reader may not see", async () => {
    const secret = guide(
      "zeppelin",
      "visibility: member\n",
      "The zeppelin hangs in the hall of the airship.",
    );
    const { build, indexFolder } = await makeBuild({ ...guides(20), "secret.md": secret });
    await build();
    // The question has the very vector of the hidden passage, and no word of it.
    const vector = embedWords(sent().find((text) => text.includes("zeppelin")) ?? "");
    model.embed = () => ({ vectors: [vector] });
    const { retriever } = await openIndex(indexFolder, { embedding: settings() });
    const filesFor = async (reader: "public" | "member") =>
      (await retriever.retrieve("qwxyz", { language: "en", reader })).map(({ passage }) => passage.file);
    expect((await filesFor("member"))[0]).toBe("secret.md");
    expect(await filesFor("public")).not.toContain("secret.md");
  });

  it("says so when the index was built without a model", async () => {
    const { build, indexFolder } = await makeBuild(guides(1));
    await build({ embedding: undefined });
    const { modelNotice } = await openIndex(indexFolder, { embedding: settings() });
    expect(modelNotice).toContain('built without a model, but "openai:bag" is set: run "npm run index"');
  });

  it.each([
    ["down", { status: 500 }, "unavailable"],
    ["silent", { silentForMs: 10_000 }, "too-slow"],
    ["talking nonsense", { raw: "{" }, "bad-answer"],
    ["of other dimensions", { vectors: [[1, 2]] }, "other-dimensions"],
  ])("finds the same as without it, in time, while the model is %s", async (_, fault, code) => {
    const { indexFolder } = built;
    const codes: string[] = [];
    const { retriever } = await openIndex(indexFolder, {
      embedding: settings(),
      embeddingDeadlineInMs: 300,
      onEmbeddingTrouble: (trouble) => codes.push(trouble.code),
    });
    model.embed = () => fault;
    const plain = await openIndex(indexFolder);
    for (const question of ["fee of pier 3", "pier 7"]) {
      const started = performance.now();
      const found = await retriever.retrieve(question, { language: "en" });
      expect(performance.now() - started).toBeLessThan(2000);
      expect(found).toEqual(await plain.retriever.retrieve(question, { language: "en" }));
    }
    expect(codes).toEqual([code]);
  });

  it.each(["cut", "flipped", "absent"])(
    "refuses vectors of the model that are %s; a forced build mends them from the cache",
    async (harm) => {
      const { build, indexFolder } = built;
      const { manifest } = await openIndex(indexFolder);
      const path = join(indexFolder, "versions", manifest.version, "model-vectors.f32");
      const bytes = await readFile(path);
      if (harm === "flipped") bytes[9] = (bytes[9] ?? 0) ^ 1;
      await writeFile(path, harm === "absent" ? "" : harm === "cut" ? bytes.subarray(0, -4) : bytes);
      await expect(openIndex(indexFolder, { embedding: settings() })).rejects.toMatchObject({
        code: "broken",
      });
      expect((await openIndex(indexFolder)).passages).toHaveLength(manifest.passages);
      expect((await build({ isForced: true })).cost).toMatchObject({ embedded: 0 });
      expect((await openIndex(indexFolder, { embedding: settings() })).modelNotice).toBeUndefined();
    },
  );
});
