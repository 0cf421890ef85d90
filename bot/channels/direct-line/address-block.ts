import { isIPv6 } from "node:net";

/**
 * The block of addresses that counts as one caller: an IPv4 address by itself, of IPv6 the first 64 bits, for a single
 * customer has at least all of those that follow.
 *
 * @example
 * ```ts
 * addressBlock("2001:db8::7"); // "2001:db8:0:0::/64"
 * addressBlock("203.0.113.7"); // "203.0.113.7"
 * ```
 */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::", 2);
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(8 - first.length - last.length, 0);
  const groups = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  const block = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "").toLowerCase());
  return `${block.join(":")}::/64`;
}
