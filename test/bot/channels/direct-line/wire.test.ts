import { expect, test } from "vitest";
import { MAX_TEXT_CHARS, parseClientActivity } from "../../../../bot/channels/direct-line/wire.ts";
import { WEB_CHAT_FEEDBACK } from "../../../../bot/channels/feedback.ts";
import type { HttpProblem } from "../../../../bot/channels/http.ts";

/** All that a client could try to bring in. */
const FAKED = {
  id: "x",
  from: { id: "sivuvirta", role: "bot" },
  recipient: { id: "x" },
  conversation: { id: "x" },
  timestamp: "1999-01-01T00:00:00Z",
  channelId: "msteams",
  serviceUrl: "https://evil.example",
  attachments: [{ contentType: "text/html" }],
  suggestedActions: { actions: [] },
  deliveryMode: "expectReplies",
  membersAdded: [{ id: "x" }],
};
const ALLOWED = { locale: "fi-FI", value: { a: 1 }, channelData: { clientActivityID: "c" } };
const ENTITIES = [{ type: "mention", text: "x" }];
const fieldsOf = (activity: unknown) => Object.keys(parseClientActivity(activity)).sort();

test.each([
  ["a message", { type: "message", text: "Hi" }, ["channelData", "locale", "text", "type", "value"]],
  ["an event", { type: "event", name: "webchat/join" }, ["channelData", "locale", "name", "type", "value"]],
  [
    "a rating event",
    { type: "event", name: WEB_CHAT_FEEDBACK },
    ["channelData", "entities", "locale", "name", "type", "value"],
  ],
  [
    "a rating invoke",
    { type: "invoke", name: "message/submitAction" },
    ["channelData", "locale", "name", "replyToId", "type", "value"],
  ],
  ["typing dots", { type: "typing" }, ["type"]],
])("of %s only what it needs is read", (_, activity, fields) => {
  const everything = { ...FAKED, ...ALLOWED, entities: ENTITIES, replyToId: "r", ...activity };
  const named = activity.type === "message" ? { ...everything, name: "x" } : everything;
  expect(fieldsOf(named)).toEqual(fields);
});

test("all of a message's channelData is kept, for the client looks for it in its echo", () => {
  const channelData = { clientActivityID: "c", "webchat:sequence-id": 1, own: { deep: [1, null, "x"] } };
  expect(parseClientActivity({ type: "message", text: "Hi", channelData })).toMatchObject({ channelData });
});

test("a long text is cut and no half character is left", () => {
  const text = `${"x".repeat(MAX_TEXT_CHARS - 1)}😀`;
  expect(parseClientActivity({ type: "message", text })).toMatchObject({
    text: "x".repeat(MAX_TEXT_CHARS - 1),
  });
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["an array", [{ type: "message", text: "Hi" }]],
  ["no type", { text: "Hi" }],
  ["a type for the bot alone", { type: "conversationUpdate", membersAdded: [] }],
  ["the end of the conversation", { type: "endOfConversation" }],
  ["a message without text and value", { type: "message" }],
  ["a text that is none", { type: "message", text: 7 }],
  ["channelData that is a list", { type: "message", text: "x", channelData: [] }],
  ["channelData that is large", { type: "message", text: "x", channelData: { a: "x".repeat(17_000) } }],
  ["another invoke", { type: "invoke", name: "signin/verifyState" }],
  ["an event without a name", { type: "event" }],
])("%s is refused with 400", (_, body) => {
  expect(() => parseClientActivity(body)).toThrow(
    expect.objectContaining({ status: 400, code: "BadArgument" }) as HttpProblem,
  );
});
