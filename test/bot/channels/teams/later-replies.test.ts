import { afterEach, expect, test } from "vitest";
import { applicationOfTest, echoTurn, send, waitFor } from "../../../support/application.ts";
import { MESSAGE, type Post, startService } from "../../../support/bot-framework.ts";

const application = applicationOfTest("/api/messages");
const { start } = application;
let service: Awaited<ReturnType<typeof startService>> | undefined;
afterEach(async () => {
  service?.close();
  service = undefined;
});

test("a message without a delivery mode is answered at its serviceUrl", async () => {
  const posts: Post[] = [];
  service = await startService(posts);
  const url = await start();
  const answer = await send(url, { json: { ...MESSAGE, deliveryMode: undefined, serviceUrl: service.url } });
  expect(answer.status).toBe(200);
  await waitFor(() => posts.length > 0);
  expect(posts).toMatchObject([
    { path: "/v3/conversations/19%3Aabc%40thread.v2/activities/m1", body: { text: "Teams: Heard: Hei" } },
  ]);
});

test("a serviceUrl that does not answer costs one short attempt and is logged", async () => {
  const url = await start();
  const answer = await send(url, { json: { ...MESSAGE, deliveryMode: undefined } });
  expect(answer.status).toBe(200);
  const failure = await waitFor(() =>
    application.running.lines.map((line) => JSON.parse(line)).find(({ event }) => event === "turn.failed"),
  );
  expect(failure).toMatchObject({ code: "SendFailed", message: expect.stringContaining("localhost:9") });
});

test("a slow turn is acknowledged first, shows dots where it cannot stream, and its reply arrives later", async () => {
  const posts: Post[] = [];
  service = await startService(posts);
  const url = await start({
    config: { streamsInTeams: false },
    answerTurn: async (turn) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return echoTurn(turn);
    },
  });
  const before = Date.now();
  const answer = await send(url, { json: { ...MESSAGE, deliveryMode: undefined, serviceUrl: service.url } });
  expect(answer.status).toBe(200);
  expect(Date.now() - before).toBeLessThan(500);
  await waitFor(() => posts.some(({ body }) => body.text === "Teams: Heard: Hei"));
  expect(posts.map(({ body }) => body.type)).toEqual(["typing", "message"]);
});
