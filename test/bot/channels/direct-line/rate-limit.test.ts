import { expect, test } from "vitest";
import { addressBlock } from "../../../../bot/channels/direct-line/address-block.ts";
import { createRateLimit } from "../../../../bot/channels/direct-line/rate-limit.ts";

test("so many calls of a caller fit into a minute, whichever way the clock jumps", () => {
  let time = 600_000;
  const isWithin = createRateLimit(2, { now: () => time });
  expect([isWithin("a"), isWithin("a"), isWithin("a"), isWithin("b")]).toEqual([true, true, false, true]);
  time = 660_000;
  expect(isWithin("a")).toBe(true);
  time = 0;
  expect([isWithin("a"), isWithin("a"), isWithin("a")]).toEqual([true, true, false]);
});

test("isSpent() looks without counting", () => {
  const isWithin = createRateLimit(1, { now: () => 0 });
  expect([isWithin.isSpent("a"), isWithin.isSpent("a"), isWithin("a"), isWithin.isSpent("a")]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test("made-up callers beyond the most share counts, so nobody gets more and memory stays bounded", () => {
  const isWithin = createRateLimit(3, { now: () => 0, mostCallers: 100 });
  let taken = 0;
  for (let index = 0; index < 200_000; index++) if (isWithin(`caller ${index}`)) taken++;
  // 100 on their own, then 1024 shared counts of 3.
  expect(taken).toBeLessThanOrEqual(100 + 1024 * 3);
  expect(isWithin("caller 5")).toBe(true);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8::7", "2001:db8:0:0::/64"],
  ["2001:0DB8:0000:0001:aaaa::1", "2001:db8:0:1::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", ""],
])("addressBlock(%j) is %j", (address, block) => {
  expect(addressBlock(address)).toBe(block);
});
