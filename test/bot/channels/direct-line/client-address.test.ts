import { expect, test } from "vitest";
import { clientAddress } from "../../../../bot/channels/direct-line/client-address.ts";

test.each([
  ["no proxy, no header", 0, "10.0.0.1", undefined, "10.0.0.1"],
  ["no proxy: a header is not believed", 0, "10.0.0.1", "9.9.9.9", "10.0.0.1"],
  ["IPv4 in a socket for both families", 0, "::ffff:10.0.0.1", undefined, "10.0.0.1"],
  ["one proxy: the last entry", 1, "10.0.0.1", "9.9.9.9, 203.0.113.7", "203.0.113.7"],
  ["one proxy: a client's own entries are further left", 1, "10.0.0.1", "a,b, 203.0.113.7", "203.0.113.7"],
  ["two proxies: the second from the right", 2, "10.0.0.1", "9.9.9.9, 203.0.113.7, 10.0.0.2", "203.0.113.7"],
  ["two proxies, one entry: it came past one of them", 2, "10.0.0.1", "9.9.9.9", "10.0.0.1"],
  ["a proxy that sends nothing", 1, "10.0.0.1", undefined, "10.0.0.1"],
  ["an empty entry", 1, "10.0.0.1", "9.9.9.9, ", "10.0.0.1"],
  ["a port behind the address", 1, "10.0.0.1", "203.0.113.7:51234", "203.0.113.7"],
  ["IPv6 with a port", 1, "10.0.0.1", "[2001:DB8::1]:51234", "2001:db8::1"],
  ["IPv6 bare", 1, "10.0.0.1", "2001:db8::1", "2001:db8::1"],
  ["a socket that is gone", 0, undefined, undefined, ""],
])("clientAddress() with %s", (_, proxyHops, remoteAddress, header, expected) => {
  const request = { headers: { "x-forwarded-for": header }, socket: { remoteAddress } };
  expect(clientAddress(request, { proxyHops })).toBe(expected);
});
