import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ownIndexFolder } from "../support/own-index.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { plainLines, run, STACK } from "./run-process.ts";

/** Starts the bot with settings that cannot be. @returns What it said last, to whoever started it. */
async function failToStart(settings: Record<string, string>): Promise<string[]> {
  const folder = await makeFolder({ file: "x" });
  const inFolder = Object.entries(settings).map(([name, value]) => [name, value.replace("FOLDER", folder)]);
  const { code, output } = await run(["bot/main.ts"], {
    settings: {
      PORT: "0",
      INDEX_DIR: index,
      STATE_FILE: join(folder, "state.sqlite"),
      ...Object.fromEntries(inFolder),
    },
  }).ended;
  expect(code).toBe(1);
  expect(output).not.toMatch(STACK);
  expect(output).not.toContain("is ready");
  return plainLines(output).map((line) => line.replaceAll(folder, "FOLDER"));
}

let index: string;
beforeAll(async () => {
  index = await ownIndexFolder();
}, 120_000);

test.each([
  [
    { INDEX_DIR: "FOLDER/none", KNOWLEDGE_DIR: "FOLDER/no-knowledge" },
    'Cannot index "FOLDER/no-knowledge": there is no such folder: set KNOWLEDGE_DIR, or --knowledge of "npm run index", to the folder of your documents',
  ],
  [
    { INDEX_DIR: "FOLDER/file/index" },
    'Cannot open the index in "FOLDER/file/index": a part of the path is a file: set INDEX_DIR to a folder',
  ],
  [
    { STATE_FILE: "FOLDER/file/state.sqlite" },
    'Cannot open the state in "FOLDER/file/state.sqlite": a file stands where its folder should be: set STATE_FILE to another file',
  ],
  [
    { STATE_FILE: "FOLDER/file" },
    'Cannot open the state in "FOLDER/file": it is no database, or damaged, and was left as it is: put a backup in its place with "npm run restore -- FILE", or set STATE_FILE to another file to begin anew',
  ],
  [
    { HOST: "203.0.113.7" },
    "Cannot listen on 203.0.113.7:0: this machine does not have the address: set HOST to 127.0.0.1, or to 0.0.0.0 in a container",
  ],
])(
  "with %j the bot says in one sentence what to do, and ends with 1",
  { timeout: 60_000 },
  async (settings, last) => {
    expect((await failToStart(settings)).at(-1)).toBe(last);
  },
);

test("with several wrong settings it names each, and no value of a secret", { timeout: 60_000 }, async () => {
  const lines = await failToStart({
    PORT: "99999",
    STATE_FILE: "x.sqlite",
    MESSAGES_PER_MINUTE: "many",
    DIRECT_LINE_SECRET: "short-and-secret",
    PUBLIC_URL: "http://chat.example.fi",
  });
  for (const name of ["PORT", "MESSAGES_PER_MINUTE", "DIRECT_LINE_SECRET", "PUBLIC_URL"]) {
    expect(lines.filter((line) => line.includes(`Expected ${name}`))).toHaveLength(1);
  }
  expect(lines.join("\n")).not.toContain("short-and-secret");
});
