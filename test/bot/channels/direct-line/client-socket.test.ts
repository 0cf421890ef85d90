import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { ClientSocket } from "../../../../bot/channels/direct-line/client-socket.ts";
import type { KeptActivity } from "../../../../bot/state/stored-conversation.ts";
import { waitFor } from "../../../support/application.ts";

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate();
    server.close();
  }
});

/** The two ends of a real socket, and a conversation in memory. */
async function openPair() {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  servers.push(server);
  await once(server, "listening");
  const far = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [near] = (await once(server, "connection")) as [WebSocket];
  await once(far, "open");
  const got: number[] = [];
  far.on("message", (data) => {
    const { activities } = JSON.parse(String(data)) as { activities: { number: number }[] };
    got.push(...activities.map(({ number }) => number));
  });
  const kept: KeptActivity[] = [];
  const keep = (padding = "") => {
    const sequence = kept.length + 1;
    const activity = { sequence, json: JSON.stringify({ number: sequence, padding }) };
    kept.push(activity);
    return activity;
  };
  const read = ({ after, limit }: { after: number; limit: number }) => kept.slice(after, after + limit);
  return { near, far, got, keep, read };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a client that stops reading costs little memory and later gets everything once and in order", async () => {
  const { near, far, got, keep, read } = await openPair();
  const client = new ClientSocket(near, { after: 0, read });
  far.pause();
  const padding = "x".repeat(10_000);
  let most = 0;
  for (let count = 0; count < 2000; count++) {
    client.push([keep(padding)]);
    most = Math.max(most, near.bufferedAmount);
    if (count % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(most).toBeGreaterThan(500_000);
  expect(most).toBeLessThan(2_000_000);
  client.flash('{"number":0}');
  far.resume();
  await waitFor(() => got.length >= 2000);
  client.push([keep()]);
  await waitFor(() => got.length >= 2001);
  expect(got).toEqual(upTo(2001));
  expect(near.readyState).toBe(WebSocket.OPEN);
});

test("a client begins behind what it has, and what it has already is not sent again", async () => {
  const { near, got, keep, read } = await openPair();
  const activities = upTo(120).map(() => keep());
  const client = new ClientSocket(near, { after: 60, read });
  client.push(activities.slice(100));
  client.push([keep()]);
  await waitFor(() => got.includes(121));
  expect(got).toEqual(upTo(121).slice(60));
});

test("an activity that was never pushed is read before the next one", async () => {
  const { near, got, keep, read } = await openPair();
  const client = new ClientSocket(near, { after: 0, read });
  keep();
  client.push([keep()]);
  await waitFor(() => got.length >= 2);
  expect(got).toEqual([1, 2]);
});

test("a state that cannot be read closes the socket instead of ending the process", async () => {
  const { near, far } = await openPair();
  const errors: unknown[] = [];
  near.on("error", (error) => errors.push(error));
  const closed = once(far, "close");
  const broken = () => {
    throw new Error("disk I/O error");
  };
  expect(() => new ClientSocket(near, { after: 0, read: broken })).not.toThrow();
  expect((await closed)[0]).toBe(1011);
  expect(errors).toHaveLength(1);
});
