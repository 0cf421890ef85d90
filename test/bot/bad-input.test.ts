import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  type Answer,
  send,
  startApplication,
  type TestApplication,
  waitFor,
} from "../support/application.ts";
import { type RestConversation, startConversation } from "../support/direct-line-client.ts";

let application: TestApplication;
let conversation: RestConversation;
let activities: string;
beforeAll(async () => {
  application = await startApplication();
  conversation = await startConversation(application.url);
  activities = `${application.url}/v3/directline/conversations/${conversation.id}/activities`;
});
afterAll(() => application.close());

afterEach(async () => {
  expect((await send(`${application.url}/healthz`)).status).toBe(200);
  const failures = application.lines.filter((line) => line.includes('"level":"error"'));
  expect(failures).toEqual([]);
});

/** A body as text, for JSON.stringify cannot write one so deep. */
function nested(depth: number): string {
  return `{"type":"message","text":"x","value":${"[".repeat(depth)}${"]".repeat(depth)}}`;
}

/** Status and code; checks that nothing of the inside is shown. */
function errorOf(answer: Answer): string {
  expect(answer.text).not.toMatch(/\bat .*\.(ts|js):\d|node_modules|Error:/);
  expect(answer.headers.get("server")).toBeNull();
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.body.error?.message).toMatch(/\w{3,}/);
  return `${answer.status} ${answer.body.error?.code}`;
}

test.each([
  ["no body", undefined],
  ["null", null],
  ["an array", []],
  ["a string", "hello"],
  ["no type", { text: "x" }],
  ["an unknown type", { type: "conversationUpdate" }],
  ["a bot's type", { type: "endOfConversation" }],
  ["a message without text", { type: "message" }],
  ["a text that is no string", { type: "message", text: { $ne: 1 } }],
  ["an event without name", { type: "event" }],
  ["another invoke", { type: "invoke", name: "task/fetch" }],
  ["too large a value", { type: "message", value: "x".repeat(20_000) }],
  [
    "too many entities",
    { type: "event", name: "webchat:activity-status/feedback", entities: Array(30).fill({}) },
  ],
  ["a prototype", JSON.parse('{"__proto__": {"type": "message", "text": "x"}}')],
])("POST activities with %s is 400", async (_, body) => {
  const answer = await send(activities, { token: conversation.token, method: "POST", json: body });
  expect(errorOf(answer)).toBe("400 BadArgument");
});

test.each([
  ["broken JSON", "application/json", '{"type":', "400 InvalidContent"],
  ["binary as JSON", "application/json", Buffer.from([0, 255, 254, 1]), "400 InvalidContent"],
  ["text", "text/plain", "hello", "415 UnsupportedMediaType"],
  ["a form", "application/x-www-form-urlencoded", "type=message&text=x", "415 UnsupportedMediaType"],
  ["an image", "image/png", Buffer.from([137, 80, 78, 71]), "415 UnsupportedMediaType"],
  ["bytes", "application/octet-stream", "x", "415 UnsupportedMediaType"],
  ["a broken multipart", "multipart/form-data; boundary=x", "--x", "415 UnsupportedMediaType"],
  ["a value nested too deep", "application/json", nested(100_000), "400 BadArgument"],
  ["1 MB", "application/json", `{"type":"message","text":"${"x".repeat(1e6)}"}`, "413 PayloadTooLarge"],
])("POST activities with %s is refused", async (_, type, body, wanted) => {
  const { token } = conversation;
  const answer = await send(activities, { token, method: "POST", body, headers: { "content-type": type } });
  expect(errorOf(answer)).toBe(wanted);
});

test.each([
  ["valid", gzipSync('{"type":"message","text":"x"}')],
  ["cut", gzipSync("x".repeat(1000)).subarray(0, 20)],
  ["no gzip at all", Buffer.from("hello")],
  ["a bomb", gzipSync(Buffer.alloc(5_000_000))],
])("a gzip body that is %s is 415 and harms nobody", async (_, body) => {
  for (const path of ["/api/messages", "/v3/directline/tokens/generate", "/healthz", "/nowhere"]) {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const answer = await send(application.url + path, { method: "POST", body, headers });
    expect(errorOf(answer)).toBe("415 UnsupportedEncoding");
  }
});

test.each([
  ["GET", "/nowhere", "404 ResourceNotFound"],
  ["GET", "/v3/directline", "404 ResourceNotFound"],
  ["GET", "/v3/directline/tokens/other", "404 ResourceNotFound"],
  ["GET", "/../../etc/passwd", "404 ResourceNotFound"],
  ["POST", "/V3/DirectLine/tokens/generate", "404 ResourceNotFound"],
  ["POST", "//v3/directline/tokens/generate", "404 ResourceNotFound"],
  ["GET", "/api/messages", "405 MethodNotAllowed"],
  ["DELETE", "/v3/directline/conversations", "405 MethodNotAllowed"],
  ["PUT", "/healthz", "405 MethodNotAllowed"],
])("%s %s is %s", async (method, path, wanted) => {
  expect(errorOf(await send(application.url + path, { method }))).toBe(wanted);
});

test.each(["%", "%E0%A4%A", "%00", "a%2Fb", "x".repeat(5000), "{}", "..%2f"])(
  "an odd conversation id %s is refused",
  async (id) => {
    const answer = await send(`${application.url}/v3/directline/conversations/${id}/activities`, {
      token: conversation.token,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    errorOf(answer);
  },
);

test.each(["-1", "x", "1e3", "9".repeat(20), "1;drop", "%FF"])("watermark %s is 400", async (watermark) => {
  const answer = await send(`${activities}?watermark=${watermark}`, { token: conversation.token });
  expect(errorOf(answer)).toBe("400 BadArgument");
});

test("empty, blank, emoji-only and very long texts are messages like any other", async () => {
  for (const text of ["", "   ", "🎉🐟", "\u0000\u202e", "x".repeat(100_000), `${"x".repeat(7999)}🎉`]) {
    expect((await conversation.post(text)).status).toBe(200);
  }
  await conversation.waitForText("Heard: 🎉🐟");
  const longest = await waitFor(async () => {
    const { activities: all } = await conversation.poll();
    return all.length >= 13 && Math.max(...all.map(({ text }) => text?.length ?? 0));
  });
  expect(longest).toBe("Heard: ".length + 8000);
});

test("raw bytes instead of HTTP end only their own connection", async () => {
  const { port } = new URL(application.url);
  for (const bytes of [
    "\u0000\u0001garbage\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "POST /api/messages HTTP/1.1\r\n",
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.end(bytes));
      socket
        .on("close", () => resolve())
        .on("error", () => undefined)
        .resume();
    });
  }
});

test("errors are JSON whatever the client would rather have", async () => {
  const answer = await send(`${application.url}/nowhere`, { headers: { accept: "text/html;q=0.9, x/y" } });
  expect(errorOf(answer)).toBe("404 ResourceNotFound");
});
