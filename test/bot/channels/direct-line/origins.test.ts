import { expect, test } from "vitest";
import { createOriginPolicy, isLoopbackHost } from "../../../../bot/channels/direct-line/origins.ts";

const local = createOriginPolicy({ host: "127.0.0.1", allowedOrigins: ["https://park.example"] });
const open = createOriginPolicy({ host: "0.0.0.0", allowedOrigins: [] });
const proxied = createOriginPolicy({
  host: "127.0.0.1",
  publicUrl: "https://chat.example",
  allowedOrigins: [],
});

test.each([
  ["the page itself", local, "http://localhost:3978", "localhost:3978", true],
  ["no origin", local, undefined, "localhost:3978", true],
  ["a listed site", local, "https://park.example", "localhost:3978", true],
  ["another site", local, "https://evil.example", "localhost:3978", false],
  ["another port of this machine", local, "http://localhost:8080", "localhost:3978", false],
  ["a sandboxed frame", local, "null", "localhost:3978", false],
  ["a name pointed at loopback", local, "http://evil.example:3978", "evil.example:3978", false],
  ["a name of an open server", open, "http://intra.example:3978", "intra.example:3978", true],
  ["another site at an open server", open, "http://evil.example", "intra.example:3978", false],
  ["the public address", proxied, "https://chat.example", "chat.example", true],
  ["the public address without TLS", proxied, "http://chat.example", "chat.example", false],
])("isAllowed() with %s", (_, policy, origin, host, wanted) => {
  expect(policy.isAllowed({ origin, host })).toBe(wanted);
});

test.each([
  [local, undefined, "localhost:3978", "ws://localhost:3978"],
  [local, undefined, "evil.example", undefined],
  [local, undefined, 'x"><script>', undefined],
  [open, "https://intra.example", "intra.example", "wss://intra.example"],
  [proxied, undefined, "chat.example", "wss://chat.example"],
  [proxied, undefined, "anything", "wss://chat.example"],
])("streamOrigin() %#", (policy, origin, host, wanted) => {
  expect(policy.streamOrigin({ origin, host })).toBe(wanted);
});

test("isLoopbackHost() knows this machine's names", () => {
  for (const host of ["localhost", "LOCALHOST:80", "127.0.0.1:3978", "127.9.9.9", "::1", "[::1]:3978"]) {
    expect(isLoopbackHost(host)).toBe(true);
  }
  for (const host of ["0.0.0.0", "::", "127.0.0.1.evil.example", "example.fi", ""]) {
    expect(isLoopbackHost(host)).toBe(false);
  }
});
