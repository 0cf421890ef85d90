import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runAsk, toJson } from "../../bot/ask.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { makeReply } from "../support/replies.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "bot", "ask-main.ts");

let indexFolder: string;
beforeAll(async () => {
  indexFolder = await ownIndexFolder();
});

/** Runs the command in this process. */
async function ask(...commandLine: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runAsk(commandLine, { write: (line) => lines.push(line), defaultIndex: indexFolder });
  return { code, lines };
}

async function askBatch(content: string): Promise<{ code: number; replies: Record<string, unknown>[] }> {
  const file = join(await makeFolder(), "batch.jsonl");
  await writeFile(file, content);
  const { code, lines } = await ask("--batch", file);
  return { code, replies: lines.map((line) => JSON.parse(line)) };
}

describe("ask --json", () => {
  it("prints one object with the fields of the contract, and none that does not apply", async () => {
    const { code, lines } = await ask("--json", "Which side streams arise in Kemi-Tornio?");
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    const reply = JSON.parse(lines[0] ?? "");
    expect(reply).toMatchObject({
      language: "en",
      intent: "streams",
      refused: false,
      ms: expect.any(Number),
    });
    expect(reply).not.toHaveProperty("partners");
    expect(reply).not.toHaveProperty("parks");
    expect(reply.answer).toContain("[1]");
    for (const citation of reply.citations) {
      expect(citation).toMatchObject({
        n: expect.any(Number),
        title: expect.any(String),
        source: expect.any(String),
        passage: expect.any(String),
      });
    }
    for (const stream of reply.streams) {
      expect(stream).toMatchObject({ id: expect.stringMatching(/^SS\d+$/), name: expect.any(String) });
    }
    for (const total of reply.totals) {
      expect(Object.keys(total).sort()).toEqual(["quantity", "rows", "unit"]);
    }
    expect(lines[0]).not.toContain("null");
  });

  it.each(["What is FISS?", "Hello", "Who won the cup in 1998?"])(
    "leaves rows out of other answers: %s",
    async (question) => {
      const { lines } = await ask("--json", question);
      const keys = Object.keys(JSON.parse(lines[0] ?? "")).sort();
      expect(keys).toEqual(
        ["answer", "citations", "id", "intent", "language", "ms", "refused", "suggestions"].sort(),
      );
    },
  );

  it("leaves the year of an undated source out", () => {
    const reply = makeReply();
    const [citation] = reply.citations;
    const { year: _year, ...undated } = citation as NonNullable<typeof citation>;
    const json = JSON.parse(JSON.stringify(toJson("x", { ...reply, citations: [undated] })));
    expect(Object.keys(json.citations[0])).toEqual(["n", "title", "source", "passage"]);
  });

  it("answers courtesies in the language named when the words do not tell", async () => {
    const { lines } = await ask("--json", "--lang", "sv", "👋");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ language: "sv", intent: "smalltalk", refused: true });
  });
});

describe("ask", () => {
  it("prints the answer and its sources as text", async () => {
    const { lines } = await ask("Missä ECO3 sijaitsee?");
    expect(lines.join("\n")).toMatch(/Nokia.*\[1\][\s\S]*\n\[1\] .+: .+/);
  });
});

describe("ask --batch", () => {
  it("answers each line, turns as one conversation, with the ids given", async () => {
    const { code, replies } = await askBatch(
      [
        '{"id": "q1", "question": "Missä ECO3 on?"}',
        '{"id": 2, "turns": ["Var ligger ECO3?", "och telefonnumret?"]}',
        "",
        '{"id": "q1", "question": "och telefonnumret?"}',
        '{"id": "q4", "question": "FISS", "lang": "sv"}\r',
      ].join("\n"),
    );
    expect(code).toBe(0);
    expect(replies.map(({ id }) => id)).toEqual(["q1", "2", "q1", "q4"]);
    expect(replies[0]).toMatchObject({ language: "fi", answer: expect.stringContaining("Nokia") });
    expect(replies[1]).toMatchObject({
      intent: "contact",
      answer: expect.stringContaining("+358 50 583 4233"),
    });
    // The same id again is another conversation: it knows nothing of ECO3.
    expect(replies[2]?.answer).not.toContain("Sakari Ermala");
    expect(replies[3]).toMatchObject({ language: "sv" });
  });

  it("names each line that cannot be read, answers the others and exits with 1", async () => {
    const { code, replies } = await askBatch(
      '{"id": "a", "question": "Mikä on FISS?"}\nnot json\n{"id": "b"}\n{"question": "x"}\n{"id": "c", "turns": []}\n{"id": "d", "question": "Hello", "as": "king"}\n{"id": "e", "question": "Hello"}\n',
    );
    expect(code).toBe(1);
    expect(replies.map(({ id }) => id)).toEqual(["a", "line 2", "line 3", "line 4", "line 5", "line 6", "e"]);
    for (const reply of replies.slice(1, 6)) {
      expect(Object.keys(reply)).toEqual(["id", "error"]);
      expect(reply.error).toMatch(/\w{4,}/);
    }
    expect(replies[2]?.error).toContain('"question" or "turns"');
  });

  it("is silent for an empty file", async () => {
    expect(await askBatch("")).toEqual({ code: 0, replies: [] });
  });
});

describe("ask with wrong options", () => {
  it.each([
    [[], "give one question"],
    [["two", "questions"], "give one question"],
    [["--as", "king", "x"], "must be one of public, member, coordinator"],
    [["--lang", "de", "x"], "must be one of fi, sv, en"],
    [["--wrong", "x"], "--wrong"],
    [["--index", "/nowhere/at/all", "x"], "npm run index"],
    [["--batch", "/nowhere/at/all"], "/nowhere/at/all"],
  ])("%j says what is wrong", async (commandLine, words) => {
    await expect(ask(...commandLine)).rejects.toThrow(words);
  });

  it("exits with 2, a message and no stack trace", async () => {
    const { code, out, err } = await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      execFile(process.execPath, [PROGRAM, "--as", "king", "x"], (error, out, err) =>
        resolve({ code: error?.code, out, err }),
      );
    });
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("must be one of public, member, coordinator");
    expect(err).not.toContain("    at ");
  });
});
