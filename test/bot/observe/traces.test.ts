import { afterEach, expect, test } from "vitest";
import { createLog } from "../../../bot/log.ts";
import { measureStep } from "../../../bot/observe/measure-step.ts";
import { openTraces } from "../../../bot/observe/open-traces.ts";
import { parseTraceParent } from "../../../bot/observe/traces.ts";
import { applicationOfTest, replyOf, send } from "../../support/application.ts";
import { MESSAGE } from "../../support/bot-framework.ts";
import {
  type CollectedSpan,
  startTraceCollector,
  type TraceCollector,
} from "../../support/trace-collector.ts";

const application = applicationOfTest();
let collector: TraceCollector | undefined;

afterEach(() => {
  collector?.close();
  collector = undefined;
});

const [TRACE, CALLER] = ["4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"];
const headers = { traceparent: `00-${TRACE}-${CALLER}-01` };
const WORDS = "Kuusamon lentotuhka";

/** Runs an application whose turns have steps, posts a message and gives the spans the collector got. */
async function tracedTurn(
  changes: { fails?: boolean; headers?: Record<string, string> } = {},
): Promise<TraceCollector> {
  collector = await startTraceCollector();
  const log = createLog({ write: () => undefined });
  const traces = openTraces({ endpoint: collector.url, log, intervalInMs: 20 });
  const url = await application.start({
    traces,
    answerTurn: async ({ text }) => {
      await measureStep("retrieve", async () => measureStep("embed", async () => text));
      measureStep("skill", () => {
        if (changes.fails === true) throw new Error(`Cannot use "${text}"`);
      });
      return replyOf(`About ${text}`);
    },
  });
  await send(`${url}/api/messages`, {
    json: { ...MESSAGE, text: WORDS },
    headers: changes.headers ?? headers,
  });
  await application.close();
  await traces.close();
  return collector;
}

const named = ({ spans }: TraceCollector, name: string) =>
  spans.find((span) => span.name === name) as CollectedSpan;
const factsOf = (span: CollectedSpan) =>
  Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

test("a turn becomes spans within the caller's trace, each under the piece it is part of", async () => {
  const got = await tracedTurn();
  expect(new Set(got.spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  expect(named(got, "request")).toMatchObject({ parentSpanId: CALLER, kind: 2 });
  const parents = { turn: "request", retrieve: "turn", embed: "retrieve", skill: "turn", render: "turn" };
  for (const [name, parent] of Object.entries(parents))
    expect(named(got, name).parentSpanId, name).toBe(named(got, parent).spanId);
});

test("spans tell codes and no words", async () => {
  const got = await tracedTurn();
  expect(factsOf(named(got, "turn"))).toEqual({
    channel: "teams",
    intent: "answer",
    language: "en",
    refused: false,
  });
  expect(factsOf(named(got, "request"))).toMatchObject({
    "http.request.method": "POST",
    "http.route": "/api/messages",
    "http.response.status_code": 200,
  });
  for (const word of [WORDS, "About", "Eva", "19:abc"]) expect(got.bodies.join()).not.toContain(word);
});

test("a step that fails says so by the class of its error alone", async () => {
  const got = await tracedTurn({ fails: true });
  expect(named(got, "skill").status.code).toBe(2);
  expect(factsOf(named(got, "skill"))).toEqual({ "error.type": "Error" });
  expect(got.bodies.join()).not.toContain(WORDS);
});

test("a caller that does not keep its trace gets no spans, one without a trace begins its own", async () => {
  const off = await tracedTurn({ headers: { traceparent: `00-${TRACE}-${CALLER}-00` } });
  expect(off.spans).toEqual([]);
  off.close();
  const own = await tracedTurn({ headers: {} });
  expect(named(own, "request").parentSpanId ?? "").toBe("");
  expect(named(own, "turn").traceId).toBe(named(own, "request").traceId);
});

test("a collector that is gone disturbs nobody", async () => {
  const gone = await startTraceCollector();
  gone.close();
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const traces = openTraces({ endpoint: gone.url, log, intervalInMs: 20 });
  const url = await application.start({ traces });
  const answer = await send(`${url}/api/messages`, { json: MESSAGE });
  expect(answer.status).toBe(200);
  await expect(traces.close()).resolves.toBeUndefined();
});

test("without traces a step costs its work alone and gives what it gives", async () => {
  expect(measureStep("skill", () => 7)).toBe(7);
  await expect(measureStep("retrieve", async () => 8)).resolves.toBe(8);
});

test.each([
  [`00-${TRACE}-${CALLER}-01`, { trace: TRACE, span: CALLER, isSampled: true }],
  [`00-${TRACE}-${CALLER}-00`, { trace: TRACE, span: CALLER, isSampled: false }],
  [`01-${TRACE}-${CALLER}-01`, undefined],
  [`00-${"0".repeat(32)}-${CALLER}-01`, undefined],
  [`00-${TRACE.toUpperCase()}-${CALLER}-01`, undefined],
  ["", undefined],
  [undefined, undefined],
])("parseTraceParent(%j)", (header, expected) => {
  expect(parseTraceParent(header)).toEqual(expected);
});
