import type { Activity, TurnContext } from "botbuilder";
import { expect, test } from "vitest";
import { ReplyStream } from "../../../bot/channels/reply-stream.ts";
import { createLog } from "../../../bot/log.ts";

/** A stream to a channel that takes everything, and what was sent. */
function openStream() {
  const sent: Partial<Activity>[] = [];
  const sendActivity = async (activity: Partial<Activity>) => {
    sent.push(activity);
    return { id: "s1" };
  };
  const context = { sendActivity } as unknown as TurnContext;
  const stream = new ReplyStream(context, { pace: { intervalInMs: 1 }, log: createLog({ write: () => {} }) });
  return { stream, sent };
}

test("inform() cuts a line at 1,000 bytes, and leaves no half of a character", async () => {
  const { stream, sent } = openStream();
  stream.inform("ä🏭".repeat(2000));
  await stream.finish([() => ({ type: "message", text: "Done" })]);
  const line = sent[0]?.text ?? "";
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1000);
  expect(Buffer.byteLength(line)).toBeGreaterThan(900);
  expect(line.isWellFormed()).toBe(true);
});

test("a stream that has ended shows nothing more", async () => {
  const { stream, sent } = openStream();
  stream.inform("Searching");
  await stream.finish([() => ({ type: "message", text: "Done" })]);
  stream.update("Done, and more");
  stream.inform("Searching again");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent.map(({ text }) => text)).toEqual(["Searching", "Done"]);
});
