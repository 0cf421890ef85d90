import { expect, test } from "vitest";
import { parseRatingEvent, parseSubmittedRating, ratingTargets } from "../../../bot/channels/feedback.ts";

const submit = (feedback: unknown, reaction = "like") => ({
  replyToId: "c|2",
  value: { actionName: "feedback", actionValue: { reaction, feedback } },
});

test.each([
  ["Teams' JSON string", '{"feedbackText":"Hyvä"}', "Hyvä"],
  ["Web Chat's object", { feedbackText: "Hyvä" }, "Hyvä"],
  ["bare words", "Hyvä", "Hyvä"],
  ["no comment", undefined, undefined],
  ["an empty comment", '{"feedbackText":" "}', undefined],
])("parseSubmittedRating() with %s", (_, feedback, comment) => {
  expect(parseSubmittedRating(submit(feedback))).toEqual({ reaction: "like", comment, target: "c|2" });
});

test("parseSubmittedRating() cuts a long comment and refuses other shapes", () => {
  expect(parseSubmittedRating(submit({ feedbackText: "x".repeat(9000) }))?.comment).toHaveLength(2000);
  expect(parseSubmittedRating(submit("", "love"))).toBeUndefined();
  expect(parseSubmittedRating({ value: "odd" })).toBeUndefined();
});

test("parseRatingEvent() reads the action and its id", () => {
  const event = { entities: [{ type: "other" }, { "@type": "DislikeAction", "@id": "#dislike-7" }] };
  expect(parseRatingEvent(event)).toEqual({ reaction: "dislike", target: "7" });
  expect(parseRatingEvent({ ...event, replyToId: "c|2" })).toEqual({ reaction: "dislike", target: "c|2" });
  expect(parseRatingEvent({ entities: [] })).toBeUndefined();
});

test("ratingTargets() gives the id of the channel, of the stream and of the thumbs, each once", () => {
  const thumbs = [
    { "@type": "LikeAction", "@id": "#like-7f" },
    { "@type": "DislikeAction", "@id": "#dislike-7f" },
  ];
  const sent = {
    entities: [{ type: "streaminfo" }, { potentialAction: thumbs }],
    channelData: { streamId: "s1" },
  };
  expect(ratingTargets(sent, "c|2")).toEqual(["c|2", "s1", "7f"]);
  expect(ratingTargets({}, "c|2")).toEqual(["c|2"]);
  expect(ratingTargets({ entities: "odd", channelData: 3 }, "")).toEqual([]);
});
