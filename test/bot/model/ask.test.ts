import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownIndexFolder } from "../../support/own-index.ts";
import { type ScriptedModel, startScriptedModel, wordsOf } from "../../support/scripted-model.ts";
import { CHAT_KEY, scriptSteps } from "../../support/spoken-knowledge.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "..", "bot", "ask-main.ts");
const QUESTION = "What does the biogas plant of EcoSairila do?";

/** A process of its own on a machine that runs all tests at once. */
const PATIENCE_IN_MS = 60_000;

let model: ScriptedModel;
let index: string;
beforeAll(async () => {
  index = await ownIndexFolder();
  model = await startScriptedModel();
  scriptSteps(model, {
    write: (request) => {
      const before = wordsOf(request).split("The biomass in EcoSairila becomes")[0] ?? "";
      const n = [...before.matchAll(/<source n="(\d)">/g)].at(-1)?.[1];
      return {
        text: `In EcoSairila the biomass becomes biomethane for vehicles and fertiliser products [${n}].`,
      };
    },
  });
}, 120_000);
afterAll(() => model?.close());

/** Runs the command as a process of its own. */
async function ask(...more: string[]): Promise<{ answer: string; errors: string }> {
  const settings = {
    CHAT_BASE_URL: model.url,
    CHAT_MODEL: "scripted",
    CHAT_API_KEY: CHAT_KEY,
    INDEX_DIR: index,
  };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [PROGRAM, "--json", ...more, QUESTION],
      { env: { ...process.env, ...settings } },
      (error, stdout, stderr) =>
        error === null
          ? resolve({ answer: String(JSON.parse(stdout).answer), errors: stderr })
          : reject(new Error(stderr)),
    );
  });
}

describe("npm run ask with a chat model", { timeout: PATIENCE_IN_MS }, () => {
  it("answers in the model's words, tells on the side what it took, and never the key", async () => {
    const { answer, errors } = await ask();
    expect(answer).toBe(
      "In EcoSairila the biomass becomes biomethane for vehicles and fertiliser products. [1]",
    );
    expect(errors).toContain("model.used");
    expect(errors).not.toContain(CHAT_KEY);
  });

  it("asks nothing of the model with --no-model", async () => {
    model.requests.length = 0;
    const { answer } = await ask("--no-model");
    expect(model.requests).toEqual([]);
    expect(answer).toContain("19,500 tonnes");
  });
});
