import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAnswers } from "./answers/run-answers.ts";
import { InputError } from "./input-error.ts";

const EVAL = fileURLToPath(new URL("eval-main.ts", import.meta.url));

let folder: string;
let file: string;
let knowledge: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-run-answers-"));
  file = join(folder, "questions.jsonl");
  knowledge = join(folder, "knowledge");
  await mkdir(knowledge);
  await writeFile(
    join(knowledge, "park.txt"),
    "The Example Park has 22 member companies. Its coordinator is Example Oy.\n",
  );
  const lines = [
    {
      id: "a",
      lang: "en",
      question: "How many member companies does the Example Park have?",
      expect: { facts: [["22"]], sources: ["park.txt"], language: "en" },
    },
    { id: "b", lang: "en", question: "How do I bake a cake?", expect: { refused: true, language: "en" } },
  ];
  await writeFile(file, `${lines.map((line) => JSON.stringify(line)).join("\n")}\nnot a question\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function runEval(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [EVAL, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe("runAnswers()", () => {
  it("measures the questions of a file over a folder and names the line that is none", async () => {
    const { text, faults } = await runAnswers({ file, knowledge, isJson: true, isVerbose: true });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`Cannot read "${file}", line 3: `);
    expect(JSON.parse(text)).toMatchObject({ questions: 2, languageRight: 1, en: { questions: 2 } });
  });

  it.each([
    ["a missing file", () => ({ file: join(folder, "none.jsonl"), knowledge }), /none\.jsonl/],
    ["a missing folder", () => ({ file, knowledge: join(folder, "none") }), /none/],
    ["a missing index", () => ({ file, index: join(folder, "none") }), /none/],
    ["two places", () => ({ file, knowledge, index: folder }), /only one/],
  ])("refuses %s", async (_name, makeOptions, message) => {
    const running = runAnswers({ ...makeOptions(), isJson: false, isVerbose: false });
    await expect(running).rejects.toThrow(InputError);
    await expect(running).rejects.toThrow(message);
  });
});

describe("npm run eval -- --answers", () => {
  it("prints the table, names the line that is no question and ends with 1", async () => {
    const { code, stdout, stderr } = await runEval(["--answers", file, "--knowledge", knowledge]);
    expect(stderr).toMatch(/line 3: /);
    expect(stdout).toMatch(/^all +2 /m);
    expect(code).toBe(1);
  });
});
