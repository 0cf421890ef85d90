import { describe, expect, test } from "vitest";
import { CookieSeal } from "../../../bot/sign-in/cookie-seal.ts";
import { readCookie, writeCookie } from "../../../bot/sign-in/cookies.ts";
import { SessionCookie } from "../../../bot/sign-in/session-cookie.ts";

test.each([
  [undefined, undefined],
  ["", undefined],
  ["a=1; b=2", "2"],
  ["b=2", "2"],
  ["b=x=y", "x=y"],
  ["bb=1", undefined],
  ["b=", undefined],
  ["b=1; b=1", undefined],
  [`b=${"x".repeat(4097)}`, undefined],
])("readCookie() in %j", (header, value) => {
  expect(readCookie(header, "b")).toBe(value);
});

test("writeCookie() ties a cookie to this host, TLS and our own pages", () => {
  expect(writeCookie("__Host-a", { value: "x", lifeInS: 60 })).toBe(
    "__Host-a=x; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax",
  );
});

describe("CookieSeal", () => {
  const secret = "a secret of the tests, long enough";

  test("opens what it sealed until its end, and under no other purpose or secret", async () => {
    let now = 1_000_000;
    const seal = new CookieSeal(secret, { purpose: "a", now: () => now });
    const sealed = await seal.seal({ x: 1 }, 1060);
    expect(await seal.open(sealed)).toEqual({ x: 1, exp: 1060 });
    for (const other of [
      new CookieSeal(secret, { purpose: "b", now: () => now }),
      new CookieSeal(`${secret}!`, { purpose: "a", now: () => now }),
    ]) {
      expect(await other.open(sealed)).toBeUndefined();
    }
    now = 1_060_000;
    expect(await seal.open(sealed)).toBeUndefined();
  });

  test("seals the same twice in different words", async () => {
    const seal = new CookieSeal(secret, { purpose: "a" });
    expect(await seal.seal({}, 1060)).not.toBe(await seal.seal({}, 1060));
  });

  test("refuses a short secret", () => {
    expect(() => new CookieSeal("short", { purpose: "a" })).toThrow(RangeError);
  });
});

test("SessionCookie forgets ended sessions once they would be over anyway", async () => {
  let now = 1_000_000_000;
  const sessions = new SessionCookie("a secret of the tests, long enough", { now: () => now });
  const { setCookie, session } = await sessions.create("member", { until: 1_000_060 });
  const request = { headers: { cookie: setCookie.split(";")[0] } };
  expect(await sessions.read(request)).toEqual(session);
  await sessions.end(session);
  expect(await sessions.read(request)).toBeUndefined();
  now += 61_000;
  await sessions.end(undefined);
  expect(await sessions.read(request)).toBeUndefined();
});

test("SessionCookie keeps the longest person within what is read again", async () => {
  const sessions = new SessionCookie("a secret of the tests, long enough");
  const person = { subject: "\u{20ac}".repeat(255), name: "\u{1f600}".repeat(100) };
  const { setCookie, session } = await sessions.create("coordinator", {
    until: Date.now() / 1000 + 60,
    person,
  });
  expect(await sessions.read({ headers: { cookie: setCookie.split(";")[0] } })).toEqual(session);
  expect(session).toMatchObject(person);
});
