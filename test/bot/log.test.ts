import { expect, test } from "vitest";
import { createLog, describeError } from "../../bot/log.ts";

test("createLog() writes one JSON line per event, hides secrets and cuts long values", () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line), now: () => new Date(0) });
  log.info("turn.answered", { ms: 3, accessToken: "abc", text: "x".repeat(1000) });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: "1970-01-01T00:00:00.000Z",
      level: "info",
      event: "turn.answered",
      ms: 3,
      accessToken: "[hidden]",
      text: "x".repeat(300),
    },
  ]);
});

test("createLog() drops events below its level", () => {
  const lines: string[] = [];
  const log = createLog({ level: "warn", write: (line) => lines.push(line) });
  log.info("small");
  log.error("big");
  expect(lines).toHaveLength(1);
});

test("describeError() gives class, code and message, never a stack", () => {
  expect(describeError(new RangeError("Cannot read row 0"))).toEqual({
    error: "RangeError",
    message: "Cannot read row 0",
  });
  expect(describeError(Object.assign(new Error("no"), { code: "EACCES" }))).toMatchObject({ code: "EACCES" });
  expect(describeError("odd")).toEqual({ error: "string", message: "odd" });
});
