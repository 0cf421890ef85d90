import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { applicationOfTest, replyOf, waitFor } from "../../../support/application.ts";
import { type SeenActivity, startConversation } from "../../../support/direct-line-client.ts";

const application = applicationOfTest();

test("a streamed answer grows over the socket under one id; kept and polled is its last form alone", async () => {
  const shown = Promise.withResolvers<void>();
  const url = await application.start({
    answerTurn: async (_, progress) => {
      progress?.searching("en");
      await shown.promise;
      progress?.writing("Fly ash");
      return replyOf("Fly ash: 22 000 t");
    },
  });
  const conversation = await startConversation(url);
  const socket = new WebSocket(conversation.streamUrl);
  const seen: SeenActivity[] = [];
  socket.on("message", (data) => seen.push(...JSON.parse(String(data)).activities));
  await once(socket, "open");
  await conversation.post("Hi");
  await waitFor(() => seen.some(({ type }) => type === "typing"));
  expect(seen.map(({ text }) => text)).toContain("Hi");
  shown.resolve();
  const final = await waitFor(() => seen.find(({ text }) => text === "Fly ash: 22 000 t"));
  socket.close();

  const typing = seen.filter(({ type }) => type === "typing");
  expect(typing[0]?.channelData).toMatchObject({ streamType: "informative", streamSequence: 1 });
  expect(typing[0]?.channelData?.streamId).toBeUndefined();
  for (const later of typing.slice(1)) expect(later.channelData?.streamId).toBe(typing[0]?.id);
  // With the id a client that lost its socket half way puts the answer in the place of its beginning.
  expect(final).toMatchObject({
    type: "message",
    channelData: { streamType: "final", streamId: typing[0]?.id },
  });
  const polled = (await conversation.poll()).activities;
  expect(polled.map(({ type, text }) => `${type} ${text}`)).toEqual([
    "message Welcome (en)",
    "message Hi",
    "message Fly ash: 22 000 t",
  ]);
  expect(polled.at(-1)).toEqual(final);
});
