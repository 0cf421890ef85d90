import { type JWTPayload, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CookieSeal } from "../../../bot/sign-in/cookie-seal.ts";
import { ScriptedProvider } from "./scripted-provider.ts";
import { Browser, PUBLIC_URL, SECRET, type SignInOfTest, startSignIn } from "./sign-in-of-test.ts";

const FLOW = "__Host-sivuvirta-sign-in";
const SESSION = "__Host-sivuvirta-session";

let provider: ScriptedProvider;
let bot: SignInOfTest;
let browser: Browser;
let ahead = 0;

beforeEach(async () => {
  ahead = 0;
  provider = await ScriptedProvider.start();
  provider.script.claims = asCoordinator;
  bot = await startSignIn(provider, { now: () => Date.now() + ahead });
  browser = new Browser(bot.url);
});

afterEach(async () => {
  await bot.close();
  await provider.close();
});

function asCoordinator(claims: JWTPayload): JWTPayload {
  return { ...claims, groups: ["park-coordinators"] };
}

/** Nobody is signed in, and neither page nor log tells a code or token. */
async function expectNobody(callback?: string): Promise<void> {
  expect(browser.cookies.has(SESSION)).toBe(false);
  expect((await browser.open("/sign-in/status")).status).toBe(204);
  const code = callback && new URL(callback).searchParams.get("code");
  if (code) expect(bot.lines.join()).not.toContain(code);
  expect(bot.lines.join()).not.toMatch(/eyJ|opaque-access|Someone|\.ts:\d/);
}

describe("answers that do not belong to the sign-in", () => {
  test("a wrong state is refused, and the sign-in of this browser goes on", async () => {
    const callback = await browser.approach();
    const forged = new URL(callback);
    forged.searchParams.set("state", "x".repeat(43));
    const page = await browser.open(forged.href, { headers: { "accept-language": "fi" } });
    expect(page.status).toBe(400);
    expect(page.text).toContain("Kirjautuminen vanheni kesken");
    await expectNobody(callback);
    expect((await browser.open(callback)).status).toBe(302);
  });

  test.each([
    ["none", (url: URL) => url.searchParams.delete("state")],
    ["two", (url: URL) => url.searchParams.append("state", "other")],
  ])("%s instead of one state is refused", async (_name, change) => {
    const callback = new URL(await browser.approach());
    change(callback);
    expect((await browser.open(callback.href)).status).toBe(400);
    await expectNobody();
  });

  test("two codes are refused", async () => {
    const callback = new URL(await browser.approach());
    callback.searchParams.append("code", "other");
    expect((await browser.open(callback.href)).status).toBe(502);
    await expectNobody();
  });

  test("somebody else's answer is refused in this browser", async () => {
    const stranger = new Browser(bot.url);
    const callback = await stranger.approach();
    await browser.open("/sign-in");
    expect((await browser.open(callback)).status).toBe(400);
    expect((await new Browser(bot.url).open(callback)).status).toBe(400);
    await expectNobody(callback);
  });

  test("an answer is taken once, also when the cookie of the sign-in is put back", async () => {
    const callback = await browser.approach();
    const flow = browser.cookies.get(FLOW) ?? "";
    expect((await browser.open(callback)).status).toBe(302);
    browser.cookies.clear();
    expect((await browser.open(callback)).status).toBe(400);
    browser.cookies.set(FLOW, flow);
    const page = await browser.open(callback);
    expect(page.status).toBe(400);
    expect(bot.lines.at(-1)).toContain("invalid_grant");
    await expectNobody(callback);
  });

  test("a sign-in ends after ten minutes, in this process and not by the browser's good will", async () => {
    const callback = await browser.approach();
    ahead = 601_000;
    const page = await browser.open(callback, { headers: { "accept-language": "sv" } });
    expect(page.status).toBe(400);
    expect(page.text).toContain("Inloggningen tog för lång tid");
    await expectNobody(callback);
  });

  test.each([
    ["access_denied", 403, "The sign-in was stopped"],
    ["temporarily_unavailable", 503, "does not answer"],
    ["invalid_scope", 502, "The sign-in failed"],
    ["<script>", 502, "The sign-in failed"],
  ])("a refusal of the provider (%s) is told in our own words", async (refusal, status, words) => {
    provider.script.refusal = refusal;
    const page = await browser.signIn();
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.text).not.toMatch(/alert|Told by the provider/);
    expect(bot.lines.join()).not.toMatch(/alert|Told by the provider/);
    expect(browser.cookies.size).toBe(0);
    await expectNobody();
  });
});

describe("cookies that were tampered with", () => {
  const session = async () => {
    await browser.signIn();
    return browser.cookies.get(SESSION) ?? "";
  };
  const isKnown = async (cookie: string) =>
    (await bot.signIn.readSession({ headers: { cookie } })) !== undefined;

  test("a changed, cut, doubled or foreign session cookie is nobody's", async () => {
    const value = await session();
    expect(await isKnown(`${SESSION}=${value}`)).toBe(true);
    const middle = Math.floor(value.length * 0.7);
    const flipped = value.slice(0, middle) + (value[middle] === "A" ? "B" : "A") + value.slice(middle + 1);
    const other = new CookieSeal("another secret, as long as it must be", { purpose: "session" });
    const foreign = await other.seal({ reader: "coordinator", jti: "x" }, Date.now() / 1000 + 60);
    const plain = new UnsecuredJWT({ reader: "coordinator", jti: "x" }).setExpirationTime("1h").encode();
    const cookies = [flipped, value.slice(0, -1), foreign, plain, "", "....", "x".repeat(5000), "%00"];
    for (const cookie of cookies) expect(await isKnown(`${SESSION}=${cookie}`)).toBe(false);
    expect(await isKnown(`${SESSION}=${value}; ${SESSION}=${value}`)).toBe(false);
    expect(await isKnown(`sivuvirta-session=${value}`)).toBe(false);
  });

  test("the cookie of a sign-in is no session, and the other way round", async () => {
    await browser.open("/sign-in");
    expect(await isKnown(`${SESSION}=${browser.cookies.get(FLOW)}`)).toBe(false);
    const callback = await browser.approach();
    browser.cookies.set(FLOW, await session());
    expect((await browser.open(callback)).status).toBe(400);
  });

  test("a rank that does not exist is nobody's, even under our own seal", async () => {
    const ours = new CookieSeal(SECRET, { purpose: "session" });
    const expires = Math.floor(Date.now() / 1000) + 60;
    const known = await ours.seal({ reader: "member", jti: "x" }, expires);
    expect(await bot.signIn.readSession({ headers: { cookie: `${SESSION}=${known}` } })).toEqual({
      reader: "member",
      expires,
      id: "x",
    });
    expect(await isKnown(`${SESSION}=${await ours.seal({ reader: "owner", jti: "x" }, expires)}`)).toBe(
      false,
    );
    expect(await isKnown(`${SESSION}=${await ours.seal({ reader: "member" }, expires)}`)).toBe(false);
  });
});

test.each([
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
])("?return=%s leads to our own start page", async (wanted) => {
  const done = await browser.signIn(`/sign-in?return=${encodeURIComponent(wanted)}`);
  expect(done).toMatchObject({ status: 302, location: `${PUBLIC_URL}/` });
});
