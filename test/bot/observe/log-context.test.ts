import { expect, test } from "vitest";
import { createLog } from "../../../bot/log.ts";
import { hashConversation, readLogContext, runInLogContext } from "../../../bot/observe/log-context.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { applicationOfTest, echoTurn, replyOf, send, waitFor } from "../../support/application.ts";
import { MESSAGE } from "../../support/bot-framework.ts";
import { startConversation } from "../../support/direct-line-client.ts";

const application = applicationOfTest();
const { start } = application;

const WORDS = "Missä Kuusamon lentotuhkaa varastoidaan";

const entries = (): Record<string, unknown>[] => application.running.lines.map((line) => JSON.parse(line));
const entryOf = (event: string) => waitFor(() => entries().find((entry) => entry.event === event));

test("every line of a turn bears request, turn and conversation, and the reply bears the turn's name", async () => {
  let turn: string | undefined;
  const url = await start({
    answerTurn: async (incoming) => {
      turn = readLogContext().turn;
      return echoTurn(incoming);
    },
  });
  await send(`${url}/api/messages`, { json: MESSAGE, headers: { "x-request-id": "proxy-0001" } });
  const conversation = hashConversation("msteams:19:abc@thread.v2");
  expect(turn).toMatch(/^[0-9a-f-]{36}$/);
  expect(await entryOf("turn.answered")).toMatchObject({ request: "proxy-0001", turn, conversation });
  expect(application.running.lines.join("\n")).not.toContain("19:abc");
});

test("a turn of the web chat, which goes on after its request, bears the request too", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  await conversation.post(WORDS);
  await conversation.waitForText(`Heard: ${WORDS}`);
  const entry = await entryOf("turn.answered");
  expect(entry.request).toMatch(/^[0-9a-f-]{36}$/);
  expect(entry.conversation).toBe(hashConversation(`web-chat:${conversation.id}`));
});

test("turns that run at once keep their own names", async () => {
  const url = await start({ answerTurn: async (turn) => replyOf(`${turn.text} ${readLogContext().turn}`) });
  const say = async (index: number) => {
    const id = `19:${index}@thread.v2`;
    const json = { ...MESSAGE, id: `m${index}`, text: `m${index}`, conversation: { id } };
    const { body } = await send(`${url}/api/messages`, {
      json,
      headers: { "x-request-id": `request-${index}` },
    });
    return { id, text: (body.activities as { text: string }[])[0]?.text };
  };
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => say(index)));
  for (const [index, { id, text }] of answers.entries()) {
    const conversation = hashConversation(`msteams:${id}`);
    const entry = entries().find(
      (each) => each.conversation === conversation && each.event === "turn.answered",
    );
    expect(entry?.request).toBe(`request-${index}`);
    expect(text).toBe(`Teams: m${index} ${entry?.turn}`);
  }
});

test.each([
  ["a good id", { "x-request-id": "proxy.0001_a-b" }, /^proxy\.0001_a-b$/],
  ["one with a line end's code", { "x-request-id": "abcdefgh%0Aevent" }, /^[0-9a-f-]{36}$/],
  ["one that is too long", { "x-request-id": "a".repeat(65) }, /^[0-9a-f-]{36}$/],
  ["a trace", { traceparent: `00-${"ab".repeat(16)}-${"cd".repeat(8)}-01` }, /^(?:ab){16}$/],
  ["a trace of zeros", { traceparent: `00-${"0".repeat(32)}-${"cd".repeat(8)}-01` }, /^[0-9a-f-]{36}$/],
  ["nothing", {}, /^[0-9a-f-]{36}$/],
])("the answer names its request: %s", async (_, headers, expected) => {
  const url = await start();
  const ids = [await send(`${url}/healthz`, { headers }), await send(`${url}/nowhere`, { headers })].map(
    (answer) => answer.headers.get("x-request-id"),
  );
  expect(ids).toEqual([expect.stringMatching(expected), expect.stringMatching(expected)]);
});

test("no word of a person is logged, also not where a library quotes it in an error", async () => {
  const url = await start({
    answerTurn: async ({ text }) => {
      throw new SyntaxError(`Unexpected token 'M', "${text.slice(0, 30)}"... is not valid JSON`);
    },
  });
  const conversation = await startConversation(url);
  await conversation.post(WORDS);
  const { turn, message } = await entryOf("turn.failed");
  expect(turn).toMatch(/^[0-9a-f-]{36}$/);
  expect(message).toMatch(/^Unexpected token 'M', ".*"\.\.\. is not valid JSON$/);
  expectNoWords();
});

test("what fails after the turn is logged in its context, without its words", async () => {
  const render = ({ text }: Reply) => {
    if (text.startsWith("Heard")) throw new Error(`Cannot write "${text}" on disk`);
    return { type: "message", text };
  };
  const url = await start({ renderers: { webChat: render, teams: render } });
  const conversation = await startConversation(url);
  await conversation.post(WORDS);
  const failed = await waitFor(() =>
    entries().find(({ event, turn }) => event === "turn.failed" && turn !== undefined),
  );
  expect(failed.message).toBe('Cannot write "Heard: … … … …" on disk');
  expect(failed.conversation).toBe(hashConversation(`web-chat:${conversation.id}`));
  expectNoWords();
});

test("LOG_TEXTS adds the words of question and answer, cut", async () => {
  const url = await start({ config: { logsTexts: true }, answerTurn: async () => replyOf("x".repeat(1000)) });
  const conversation = await startConversation(url);
  await conversation.post(WORDS);
  expect(await entryOf("turn.answered")).toMatchObject({ question: WORDS, answer: "x".repeat(300) });
});

test("without LOG_TEXTS neither question nor answer is logged", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  await conversation.post(WORDS);
  const entry = await entryOf("turn.answered");
  expect(entry).not.toHaveProperty("question");
  expectNoWords();
});

test("a number under a secret's name is a count, a text never", () => {
  const lines: string[] = [];
  createLog({ write: (line) => lines.push(line) }).info("model.used", { tokens: 7, tokenOfCaller: "abc" });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", tokens: 7, tokenOfCaller: "[hidden]" });
});

test("contexts lie over each other and end with their work", async () => {
  const seen = await runInLogContext({ request: "r" }, () =>
    runInLogContext({ turn: "t" }, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return readLogContext();
    }),
  );
  expect(seen).toEqual({ request: "r", turn: "t" });
  expect(readLogContext()).toEqual({});
});

function expectNoWords(): void {
  const log = application.running.lines.join("\n").toLowerCase();
  expect(log).not.toBe("");
  for (const word of WORDS.toLowerCase().split(" ")) expect(log).not.toContain(word);
}
