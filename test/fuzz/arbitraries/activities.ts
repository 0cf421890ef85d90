import fc from "fast-check";
import { CARD_VALUES, cardValues } from "./cards.ts";
import { brokenJson, jsonBytes, oddValues } from "./json.ts";
import { questions } from "./questions.ts";

const BOT = { id: "28:bot", name: "Sivuvirta" };
const OTHER = { id: "29:other", name: "Other", aadObjectId: "6f0e3a52-7f35-4d3b-9c4c-00000000000f" };
const searchFor = (commandId: string, value: unknown) => ({
  type: "invoke",
  name: "composeExtension/query",
  value: { commandId, parameters: [{ name: "query", value }], queryOptions: { skip: 0, count: 25 } },
});
const rating = {
  type: "invoke",
  name: "message/submitAction",
  replyToId: "1",
  value: {
    actionName: "feedback",
    actionValue: { reaction: "dislike", feedback: '{"feedbackText":"väärin"}' },
  },
};
const dialog = (name: string, data: object) => ({
  type: "invoke",
  name,
  value: { data: { dialog: "faq.edit", ...data } },
});

/** What Teams sends of a person's doings, without the frame that all of it has. */
const SAMPLES: readonly object[] = [
  { type: "message", text: "Mitä tuhkaa syntyy Kemissä?", textFormat: "plain" },
  {
    type: "message",
    text: "<at>Sivuvirta</at>&nbsp;Vem kan ta emot kalkslam?",
    entities: [
      { type: "mention", mentioned: BOT, text: "<at>Sivuvirta</at>" },
      { type: "clientInfo", locale: "sv-SE", country: "FI", platform: "Web" },
    ],
    attachments: [
      { contentType: "text/html", content: "<div><at>Sivuvirta</at> Vem kan ta emot kalkslam?</div>" },
    ],
  },
  ...CARD_VALUES.map((value) => ({ type: "message", value })),
  { type: "conversationUpdate", membersAdded: [BOT], membersRemoved: [OTHER] },
  {
    type: "conversationUpdate",
    channelData: { eventType: "channelRenamed", team: { id: "19:t" }, channel: { id: "19:c" } },
  },
  { type: "installationUpdate", action: "add" },
  { type: "installationUpdate", action: "remove-upgrade" },
  { type: "messageReaction", reactionsAdded: [{ type: "like" }], replyToId: "1" },
  { type: "messageUpdate", text: "Mitä lietettä?", channelData: { eventType: "editMessage" } },
  { type: "messageDelete", channelData: { eventType: "softDeleteMessage" } },
  {
    type: "event",
    name: "webchat:activity-status/feedback",
    entities: [{ "@type": "LikeAction", "@id": "#like-1" }],
  },
  { type: "endOfConversation", code: "completedSuccessfully" },
  { type: "typing" },
  { type: "handoff", value: {} },
  rating,
  searchFor("searchStreams", "tuhka"),
  searchFor("searchCompanies", "Outokumpu"),
  searchFor("searchParks", "Kokkola"),
  searchFor("searchFaq", "vad kostar det"),
  {
    type: "invoke",
    name: "composeExtension/queryLink",
    value: { url: "http://127.0.0.1/records/streams/SS001" },
  },
  { type: "invoke", name: "composeExtension/anonymousQueryLink", value: { url: "https://evil.example/" } },
  dialog("task/fetch", { id: "1", msteams: { type: "task/fetch" } }),
  dialog("task/submit", { id: "1", question_fi: "Mitä?", answer_fi: "Tätä.", revision: "1" }),
  { type: "invoke", name: "adaptiveCard/action", value: { action: { verb: "x", data: {} } } },
  { type: "invoke", name: "signin/verifyState", value: { state: "1" } },
  { type: "invoke", name: "fileConsent/invoke", value: { action: "accept" } },
];

const places = fc.constantFrom(
  { conversationType: "personal" },
  { conversationType: "groupChat", isGroup: true },
  { conversationType: "channel", isGroup: true },
  {},
);
/** Parts of the frame that the client or the service writes; now and then none of them as it should be. */
const frames = fc.record(
  {
    // The token of the service is for Teams alone.
    channelId: fc.oneof(
      { weight: 20, arbitrary: fc.constant("msteams") },
      { weight: 1, arbitrary: fc.constantFrom("directline", "emulator", "webchat", "email") },
    ),
    locale: fc.constantFrom("fi-FI", "sv-FI", "en-GB", "", "xx", "ar-EG-u-nu-arab", "*", "fi_FI"),
    deliveryMode: fc.constantFrom("normal", "normal", "expectReplies", "notification", "x"),
    timestamp: fc.constantFrom("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.1234567+02:00"),
  },
  { requiredKeys: [] },
);

/** Something that happened in Teams, whole or with things broken, without its frame. */
const happenings: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: brokenJson(SAMPLES) },
  { weight: 1, arbitrary: cardValues.map((value) => ({ type: "message", value })) },
  { weight: 3, arbitrary: questions.map((text) => ({ type: "message", text })) },
  { weight: 4, arbitrary: fc.constantFrom(...SAMPLES) },
  { weight: 1, arbitrary: oddValues },
);

/** Body of a request to `/api/messages`: the frame of the service around what happened, broken at any place. */
export function activityBodies(frame: (place: object) => object): fc.Arbitrary<string> {
  const whole = fc
    .tuple(happenings, places, frames)
    .map(([happening, place, more]): unknown =>
      typeof happening === "object" && happening !== null && !Array.isArray(happening)
        ? { ...frame(place), ...more, ...happening }
        : happening,
    );
  const broken = brokenJson([
    { ...frame({ conversationType: "personal" }), type: "message", text: "Mitä tuhkaa?" },
  ]);
  return jsonBytes(fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: broken }));
}
