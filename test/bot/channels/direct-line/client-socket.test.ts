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
  const read = async ({ after, limit }: { after: number; limit: number }) => kept.slice(after, after + limit);
  const readNewest = async () => kept.length;
  return { near, far, got, keep, kept, read, readNewest };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("a client that stops reading costs little memory and later gets everything once and in order", async () => {
  const { near, far, got, keep, ...reads } = await openPair();
  const client = new ClientSocket(near, { after: 0, ...reads });
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
  const { near, got, keep, ...reads } = await openPair();
  const activities = upTo(120).map(() => keep());
  const client = new ClientSocket(near, { after: 60, ...reads });
  client.push(activities.slice(100));
  client.push([keep()]);
  await waitFor(() => got.includes(121));
  expect(got).toEqual(upTo(121).slice(60));
});

test("what others keep is read when they tell of it, also while the state is read, and nothing twice", async () => {
  const { near, got, keep, read, readNewest } = await openPair();
  const gate = Promise.withResolvers<void>();
  let reads = 0;
  const slowly = async (range: { after: number; limit: number }) => {
    const activities = await read(range);
    if (++reads === 1) await gate.promise;
    return activities;
  };
  keep();
  const client = new ClientSocket(near, { after: 999, readNewest, read: slowly });
  await waitFor(() => reads === 1);
  keep();
  client.look();
  client.push([keep()]);
  client.flash('{"number":0}');
  gate.resolve();
  await waitFor(() => got.length >= 2);
  client.look();
  keep();
  client.look();
  await waitFor(() => got.length >= 3);
  expect(got).toEqual([2, 3, 4]);
});

test("an activity that was never pushed is read before the next one", async () => {
  const { near, got, keep, ...reads } = await openPair();
  const client = new ClientSocket(near, { after: 0, ...reads });
  keep();
  client.push([keep()]);
  await waitFor(() => got.length >= 2);
  expect(got).toEqual([1, 2]);
});

test("a state that cannot be read closes the socket instead of ending the process", async () => {
  const { near, far, readNewest } = await openPair();
  const errors: unknown[] = [];
  near.on("error", (error) => errors.push(error));
  const closed = once(far, "close");
  const broken = async () => {
    throw new Error("disk I/O error");
  };
  expect(() => new ClientSocket(near, { after: 0, readNewest, read: broken })).not.toThrow();
  expect((await closed)[0]).toBe(1011);
  expect(errors).toHaveLength(1);
});
