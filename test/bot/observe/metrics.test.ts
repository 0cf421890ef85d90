import { expect, test } from "vitest";
import { createMetrics } from "../../../bot/observe/create-metrics.ts";
import { applicationOfTest, replyOf, send } from "../../support/application.ts";
import { MESSAGE } from "../../support/bot-framework.ts";
import { startConversation } from "../../support/direct-line-client.ts";

const application = applicationOfTest();
const { start } = application;

/** One line of the exposition format: name, labels, value. */
const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)$/;

/** Parses the text format strictly: every line is a comment of the two kinds or a sample of an announced metric. */
function parseExposition(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  expect(text.endsWith("\n")).toBe(true);
  for (const line of text.trimEnd().split("\n")) {
    const [, kind, name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === "TYPE") types.set(name, rest);
    if (kind !== undefined || line === "") continue;
    const [, metric = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
    expect(metric, `no sample: ${line}`).not.toBe("");
    expect(types.has(metric) || types.has(metric.replace(/_(?:bucket|sum|count)$/, "")), line).toBe(true);
    const number = { "+Inf": Number.POSITIVE_INFINITY, Nan: Number.NaN }[value] ?? Number(value);
    expect(samples.has(`${metric}{${labels}}`), `twice: ${line}`).toBe(false);
    samples.set(`${metric}{${labels}}`, number);
  }
  return samples;
}

async function scrape(url: string, token?: string): Promise<Map<string, number>> {
  const answer = await send(`${url}/metrics`, token === undefined ? {} : { token });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  return parseExposition(answer.text);
}

test("real turns move the counters, by channel, intent, language and outcome", async () => {
  const metrics = createMetrics();
  const url = await start({
    metrics,
    answerTurn: async ({ text }) => {
      if (text === "fail") throw new Error("broken");
      return { ...replyOf(`Heard ${text}`, "sv"), intent: "streams", refused: text === "refuse" };
    },
  });
  const conversation = await startConversation(url);
  for (const text of ["one", "refuse"]) {
    await conversation.post(text);
    await conversation.waitForText(`Heard ${text}`);
  }
  await send(`${url}/api/messages`, { json: { ...MESSAGE, text: "fail" } });
  const samples = await scrape(url);
  const turns = [...samples].filter(([name]) => name.startsWith("sivuvirta_turns_total"));
  expect(Object.fromEntries(turns)).toEqual({
    'sivuvirta_turns_total{channel="web-chat",intent="streams",language="sv",outcome="answered"}': 1,
    'sivuvirta_turns_total{channel="web-chat",intent="streams",language="sv",outcome="refused"}': 1,
    'sivuvirta_turns_total{channel="teams",intent="none",language="fi",outcome="failed"}': 1,
  });
  expect(samples.get('sivuvirta_turn_seconds_count{channel="web-chat"}')).toBe(2);
  expect(samples.get('sivuvirta_turn_seconds_bucket{le="+Inf",channel="web-chat"}')).toBe(2);
  // Two messages and the failed one.
  expect(samples.get('sivuvirta_step_seconds_count{step="turn"}')).toBe(3);
  expect(samples.get("sivuvirta_turns_waiting{}")).toBe(0);
  expect(samples.get("sivuvirta_sockets_open{}")).toBe(0);
  for (const name of [
    "process_resident_memory_bytes",
    "nodejs_heap_size_used_bytes",
    "nodejs_eventloop_lag_p99_seconds",
  ])
    expect(samples.get(`${name}{}`), name).toBeGreaterThan(0);
});

test("what is refused is counted by its reason", async () => {
  const url = await start({
    metrics: createMetrics({ ofProcess: false }),
    messagesPerMinute: 1,
    now: () => 0,
  });
  const conversation = await startConversation(url);
  expect([(await conversation.post("a")).status, (await conversation.post("b")).status]).toEqual([200, 429]);
  const body = `{"text":"${"x".repeat(300_000)}"}`;
  const headers = { "content-type": "application/json" };
  expect((await send(`${url}/api/messages`, { method: "POST", body, headers })).status).toBe(413);
  const samples = await scrape(url);
  expect(samples.get('sivuvirta_messages_refused_total{reason="rate"}')).toBe(1);
  expect(samples.get('sivuvirta_messages_refused_total{reason="size"}')).toBe(1);
});

test("a figure that cannot be read is left out, and hides no other", async () => {
  const metrics = createMetrics({ ofProcess: false });
  const url = await start({ metrics });
  metrics.watch({
    conversations: async () => {
      throw new Error("the state is gone");
    },
    indexPassages: () => 1234,
  });
  const samples = await scrape(url);
  expect(samples.get("sivuvirta_index_passages{}")).toBe(1234);
  expect([...samples.keys()].filter((name) => name.startsWith("sivuvirta_conversations"))).toEqual([]);
});

test("models are counted by kind and outcome, with their tokens", async () => {
  const metrics = createMetrics({ ofProcess: false });
  const url = await start({ metrics });
  metrics.modelCall({ kind: "chat", outcome: "ok", seconds: 1.5, tokensIn: 900, tokensOut: 80 });
  metrics.modelCall({ kind: "embedding", outcome: "failed", seconds: 0.1 });
  const samples = await scrape(url);
  expect(samples.get('sivuvirta_model_calls_total{kind="chat",outcome="ok"}')).toBe(1);
  expect(samples.get('sivuvirta_model_calls_total{kind="embedding",outcome="failed"}')).toBe(1);
  expect(samples.get('sivuvirta_model_tokens_total{kind="chat",direction="in"}')).toBe(900);
  expect(samples.get('sivuvirta_model_call_seconds_sum{kind="chat"}')).toBe(1.5);
});

test("two bots in one process do not count into each other's metrics", async () => {
  const [one, two] = [createMetrics({ ofProcess: false }), createMetrics({ ofProcess: false })];
  one.refused("rate");
  expect((await one.expose())?.text).toContain('refused_total{reason="rate"} 1');
  expect((await two.expose())?.text).not.toContain('reason="rate"');
});

const KEY = "k".repeat(40);

test.each([
  ["from this machine", {}, {}, 200],
  ["through a proxy on this machine", {}, { "x-forwarded-for": "203.0.113.7" }, 404],
  ["through a proxy that says Forwarded", {}, { forwarded: "for=203.0.113.7" }, 404],
  ["through a proxy that says X-Real-IP", {}, { "x-real-ip": "203.0.113.7" }, 404],
  ["by a browser that a foreign name led here", {}, { host: "evil.example" }, 404],
  ["of a published bot, whose proxy may say nothing", { publicUrl: "https://chat.example" }, {}, 404],
  [
    "with the key through a proxy",
    { metricsToken: KEY },
    { "x-forwarded-for": "203.0.113.7", authorization: `Bearer ${KEY}` },
    200,
  ],
  [
    "with a wrong key",
    { metricsToken: KEY, publicUrl: "https://chat.example" },
    { authorization: "Bearer no" },
    401,
  ],
  ["without the key", { metricsToken: KEY, publicUrl: "https://chat.example" }, {}, 401],
])("/metrics asked %s", async (_, config, headers, status) => {
  const url = await start({ metrics: createMetrics({ ofProcess: false }), config });
  const answer = await getWith(url, headers);
  expect(answer.status).toBe(status);
  expect(answer.text.includes("sivuvirta_turns_total")).toBe(status === 200);
});

test("/metrics is nothing where nothing is counted", async () => {
  const url = await start();
  expect((await send(`${url}/metrics`)).status).toBe(404);
});

/** `fetch` sends no `Host` of the caller's choice. */
async function getWith(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    const call = request(`${url}/metrics`, { headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on("error", reject).end();
  });
}
