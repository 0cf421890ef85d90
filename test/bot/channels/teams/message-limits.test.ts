import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ConversationStore } from "../../../../bot/state/conversation-store.ts";
import { applicationOfTest, replyOf, send, waitFor } from "../../../support/application.ts";
import { MESSAGE } from "../../../support/bot-framework.ts";
import { openStore } from "../../../support/stores.ts";
import { REGISTERED, type Scope, TeamsClient } from "../../../support/teams-client.ts";
import { startTeamsService, type TeamsService } from "../../../support/teams-service.ts";

const application = applicationOfTest();
let service: TeamsService;
let time = 0;

beforeAll(async () => {
  service = await startTeamsService();
});
beforeEach(() => {
  time = 0;
  service.calls.length = 0;
});
afterAll(() => service.close());

const start = (messagesPerMinute: number, store?: ConversationStore) =>
  application.start({
    ...(store && { store }),
    config: { ...REGISTERED, messagesPerMinute },
    now: () => time,
    answerTurn: async ({ text, form }) => replyOf(`Heard ${form?.kind ?? text}`),
    teams: { adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: 1000 } },
  });
const client = (scope?: Scope) => new TeamsClient(application, service, scope);
const texts = () =>
  client()
    .messages()
    .map(({ text }) => text);

test.each([
  ["fi-FI", "Viestejä tulee nyt liian tiheään. Kirjoita uudelleen minuutin kuluttua."],
  ["sv-SE", "Just nu kommer det för många meddelanden. Skriv igen om en minut."],
  ["en-US", "Messages are coming too fast. Please write again in a minute."],
])(
  "who writes too fast reads so once, in %s, and is heard again the next minute",
  async (locale, sentence) => {
    await start(2);
    const eva = client();
    eva.locale = locale;
    for (const text of ["a", "b", "c", "d", "e"]) expect((await eva.say(text)).status).toBe(200);
    await waitFor(() => texts().length === 3);
    expect([...texts()].sort()).toEqual(["Teams: Heard a", "Teams: Heard b", sentence].sort());
    time = 60_000;
    await eva.ask("f");
    expect(texts().at(-1)).toBe("Teams: Heard f");
    expect(texts()).toHaveLength(4);
  },
);

test("a person counts over all conversations, and another person on their own", async () => {
  await start(1);
  const [alone, inGroup, other] = [client(), client("groupChat"), client()];
  other.person = { id: "29:ari", name: "Ari", aadObjectId: "6f0e3a52-7f35-4d3b-9c4c-000000000009" };
  await alone.ask("one");
  await inGroup.say("two");
  await waitFor(() => texts().length === 2);
  await other.ask("three");
  expect(texts().filter((text) => text?.startsWith("Teams: Heard"))).toEqual([
    "Teams: Heard one",
    "Teams: Heard three",
  ]);
});

test("a conversation of many people takes five times as much as a person", async () => {
  await start(1);
  for (let index = 0; index < 7; index++) {
    const someone = client("groupChat");
    someone.person = {
      id: `29:p${index}`,
      name: "P",
      aadObjectId: `6f0e3a52-7f35-4d3b-9c4c-0000000001${index}0`,
    };
    await someone.say(`m${index}`);
  }
  await waitFor(() => texts().length === 6);
  expect(texts().filter((text) => text?.startsWith("Teams: Heard"))).toHaveLength(5);
});

test("forms, invokes and ratings count too, and what is over is not kept", async () => {
  const store = openStore();
  await start(2, store);
  const eva = client();
  const rating = { actionName: "feedback", actionValue: { reaction: "like", feedback: "{}" } };
  expect((await eva.invoke("message/submitAction", rating, { replyToId: "1" })).status).toBe(200);
  await eva.post({ type: "message", value: { form: "partners", what: "ash" } });
  await waitFor(() => texts().includes("Teams: Heard partners"));
  expect((await eva.invoke("message/submitAction", rating, { replyToId: "2" })).status).toBe(429);
  await eva.post({ type: "message", value: { form: "partners", what: "ash" } });
  await waitFor(() => texts().length === 2);
  expect(await store.readFeedback()).toHaveLength(1);
});

test("what the service sends again does not count", async () => {
  await start(1);
  const eva = client();
  for (let index = 0; index < 5; index++) await eva.say("once", { id: "same" });
  await waitFor(() => texts().length > 0);
  await client("groupChat").install();
  expect(texts().filter((text) => text !== "Teams: Welcome (fi)")).toEqual(["Teams: Heard once"]);
});

test("an address whose requests are refused again and again is no longer asked who it is", async () => {
  const url = await start(60);
  const post = () => send(`${url}/api/messages`, { json: MESSAGE });
  const statuses = new Set<number>();
  for (let index = 0; index < 300; index++) statuses.add((await post()).status);
  expect(statuses).toEqual(new Set([401]));
  const blocked = await post();
  expect(blocked).toMatchObject({ status: 429, body: { error: { code: "TooManyRequests" } } });
  expect(blocked.headers.get("retry-after")).toBe("60");
  time = 60_000;
  await client().ask("Hei");
  expect(texts()).toEqual(["Teams: Heard Hei"]);
});

test.each([
  ["a card's value nested too deep", { value: nested(200) }, 413, "value"],
  ["a card's value nested deeper than the stack", { value: nested(40_000) }, 413, "value"],
  ["a value of too many parts", { value: Array.from({ length: 6000 }, () => 1) }, 413, "value"],
  ["a value of too many characters", { value: { text: "x".repeat(110_000) } }, 413, "value"],
  ["channel data nested too deep", { channelData: nested(200) }, 413, "channelData"],
  ["a field nobody knows nested too deep", { other: nested(200) }, 413, "activity"],
  [
    "too many entities",
    { entities: Array.from({ length: 251 }, () => ({ type: "mention" })) },
    413,
    "entities",
  ],
  ["too many attachments", { attachments: Array.from({ length: 51 }, () => ({})) }, 413, "attachments"],
  ["an id that is none", { conversation: { id: "x".repeat(2000) } }, 400, "conversation.id"],
])("%s is refused before anybody reads it", async (_, change, status, field) => {
  const url = await application.start();
  const answer = await send(`${url}/api/messages`, { method: "POST", ...jsonOf({ ...MESSAGE, ...change }) });
  expect(answer.status).toBe(status);
  expect(answer.body.error?.message).toContain(field);
});

test("a long text is cut and answered", async () => {
  const lengths: number[] = [];
  const url = await application.start({
    answerTurn: async ({ text }) => {
      lengths.push(text.length);
      return replyOf("Long");
    },
  });
  const answer = await send(`${url}/api/messages`, { json: { ...MESSAGE, text: "a ".repeat(50_000) } });
  expect(answer.status).toBe(200);
  expect(lengths).toEqual([7999]);
});

/** `{"a":{"a":…}}` as text within an object: writing it out of objects would need the stack too. */
function nested(levels: number): { json: string } {
  return { json: `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}` };
}

function jsonOf(activity: object): { body: string; headers: Record<string, string> } {
  const body = JSON.stringify(activity, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "json" in value ? `@@${value.json}@@` : value,
  ).replace(/"@@(.*?)@@"/g, (_all, json: string) => json.replaceAll('\\"', '"'));
  return { body, headers: { "content-type": "application/json" } };
}
