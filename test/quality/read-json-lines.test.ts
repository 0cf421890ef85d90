import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeFolder } from "../support/temporary-folder.ts";
import { InputError } from "./input-error.ts";
import { readJsonLines } from "./read-json-lines.ts";

const schema = z.strictObject({ id: z.string(), more: z.boolean().default(false) });

async function read(content: string) {
  const folder = await makeFolder({ "lines.jsonl": content });
  return readJsonLines(join(folder, "lines.jsonl"), schema);
}

describe("readJsonLines()", () => {
  it("reads line by line and passes over empty ones, whatever ends a line", async () => {
    expect(await read('{"id":"a"}\r\n\n{"id":"b","more":true}\n  \n')).toEqual([
      { id: "a", more: false },
      { id: "b", more: true },
    ]);
    expect(await read("")).toEqual([]);
  });

  it.each([
    ["no JSON", '{"id":"a"}\n\nid: b\n', /line 3: SyntaxError/],
    ["another form", '{"id":"a"}\n{"id":1}\n', /line 2: .*\n?.*id/],
    ["an unknown field", '{"id":"a","sq":"x"}\n', /line 1: .*sq/],
  ])("names the line that holds %s", async (_what, content, message) => {
    const failure = read(content);
    await expect(failure).rejects.toThrow(InputError);
    await expect(failure).rejects.toThrow(message);
  });

  it("names a file that is not there", async () => {
    await expect(readJsonLines("/nowhere/lines.jsonl", schema)).rejects.toThrow(
      'Cannot read "/nowhere/lines.jsonl"',
    );
  });
});
