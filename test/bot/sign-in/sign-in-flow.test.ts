import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { CLIENT_ID, ScriptedProvider } from "./scripted-provider.ts";
import { Browser, PUBLIC_URL, type SignInOfTest, startSignIn } from "./sign-in-of-test.ts";

const FLOW = "__Host-sivuvirta-sign-in";
const SESSION = "__Host-sivuvirta-session";

let provider: ScriptedProvider;
let bot: SignInOfTest;
let browser: Browser;
/** How far the bot's clock is ahead of the real one, in milliseconds. */
let ahead = 0;

beforeEach(async () => {
  ahead = 0;
  provider = await ScriptedProvider.start();
  bot = await startSignIn(provider, { now: () => Date.now() + ahead });
  browser = new Browser(bot.url);
});

afterEach(async () => {
  await bot.close();
  await provider.close();
});

const asMember = () => {
  provider.script.claims = (claims) => ({ ...claims, groups: ["others", "park-members"] });
};

describe("signing in", () => {
  test("goes to the provider with code, PKCE, state and nonce, and comes back with a session", async () => {
    asMember();
    const begun = await browser.open("/sign-in?return=/privacy%3Flang%3Dsv");
    expect(begun.status).toBe(302);
    const query = new URL(begun.location).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      client_id: CLIENT_ID,
      response_type: "code",
      scope: "openid profile",
      code_challenge_method: "S256",
      redirect_uri: `${PUBLIC_URL}/sign-in/callback`,
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(query.get(name)?.length).toBeGreaterThan(40);
    }
    const { location } = await browser.open(begun.location);
    const done = await browser.open(location);
    expect(done).toMatchObject({ status: 302, location: `${PUBLIC_URL}/privacy?lang=sv`, text: "" });
    expect([...browser.cookies.keys()]).toEqual([SESSION]);
    expect(JSON.parse((await browser.open("/sign-in/status")).text)).toEqual({ reader: "member" });
  });

  test("every cookie is of this host alone, for TLS, closed to scripts, and short-lived", async () => {
    asMember();
    await browser.signIn();
    expect(browser.setCookies).toHaveLength(3);
    for (const line of browser.setCookies) {
      expect(line).toMatch(/^__Host-[a-z-]+=[\w.-]*; Path=\/; Max-Age=\d+; HttpOnly; Secure; SameSite=Lax$/);
    }
    expect(browser.setCookies[0]).toMatch(new RegExp(`^${FLOW}=.*Max-Age=600;`));
    expect(browser.setCookies[1]).toMatch(new RegExp(`^${FLOW}=; Path=/; Max-Age=0;`));
    const lifeInS = Number(/Max-Age=(\d+)/.exec(browser.setCookies[2] ?? "")?.[1]);
    expect(lifeInS).toBeGreaterThan(3500);
    expect(lifeInS).toBeLessThanOrEqual(3600);
  });

  test("cookies and log hold neither tokens nor the person", async () => {
    asMember();
    await browser.signIn();
    const kept = browser.setCookies.join() + bot.lines.join();
    const readable = browser.setCookies.flatMap((line) =>
      (line.split(";")[0] ?? "")
        .split(/[=.]/)
        .map((part) => Buffer.from(part, "base64url").toString("latin1")),
    );
    for (const secret of ["Someone", "person-1", "opaque-access", "park-members", '"reader":"member"']) {
      expect(kept.replace('"reader":"member","expires"', "")).not.toContain(secret);
      expect(readable.join()).not.toContain(secret);
    }
    expect(bot.lines.join()).toMatch(/"event":"sign-in.done",[^}]*"reader":"member"/);
  });

  test("the session of a coordinator tells who it is, sealed, and the status still tells the rank alone", async () => {
    provider.script.claims = (claims) => ({ ...claims, groups: ["park-coordinators"] });
    await browser.signIn();
    const session = await bot.signIn.readSession({ headers: { cookie: browser.cookieHeader } });
    expect(session).toMatchObject({
      reader: "coordinator",
      subject: "person-1",
      name: "Someone Somewhere",
    });
    expect((await browser.open("/sign-in/status")).text).toBe('{"reader":"coordinator"}');
    const parts = browser.setCookies.flatMap((line) => (line.split(";")[0] ?? "").split(/[=.]/));
    const readable = parts.map((part) => Buffer.from(part, "base64url").toString("latin1")).join();
    expect(readable + bot.lines.join()).not.toMatch(/Someone|person-1/);
  });

  test("the session of a member tells nothing of the person", async () => {
    asMember();
    await browser.signIn();
    const session = await bot.signIn.readSession({ headers: { cookie: browser.cookieHeader } });
    expect(Object.keys(session ?? {}).sort()).toEqual(["expires", "id", "reader"]);
  });

  test("a session is no longer than eight hours, nor than the provider vouches", async () => {
    provider.script.claims = (claims) => ({ ...claims, exp: Number(claims.iat) + 30 * 3600 });
    await browser.signIn();
    const session = await bot.signIn.readSession({ headers: { cookie: browser.cookieHeader } });
    expect(session?.expires).toBeLessThanOrEqual(Date.now() / 1000 + 8 * 3600);
    expect(session?.expires).toBeGreaterThan(Date.now() / 1000 + 8 * 3600 - 60);

    provider.script.claims = (claims) => ({ ...claims, exp: Number(claims.iat) + 300 });
    await browser.signIn();
    const headers = { cookie: browser.cookieHeader };
    expect(await bot.signIn.readSession({ headers })).toMatchObject({ reader: "public" });
    ahead = 301_000;
    expect(await bot.signIn.readSession({ headers })).toBeUndefined();
    expect((await browser.open("/sign-in/status")).status).toBe(204);
  });

  test("each sign-in begins a session of its own", async () => {
    await browser.signIn();
    const first = await bot.signIn.readSession({ headers: { cookie: browser.cookieHeader } });
    await browser.signIn();
    const second = await bot.signIn.readSession({ headers: { cookie: browser.cookieHeader } });
    expect(first?.id).toMatch(/^[\w-]{22}$/);
    expect(second?.id).not.toBe(first?.id);
  });

  test("a client without a secret signs in by PKCE alone, one with a secret as the provider takes it", async () => {
    await browser.signIn();
    expect(provider.proofs).toEqual(["post"]);
    provider.script.metadata = ({ token_endpoint_auth_methods_supported: _, ...metadata }) => metadata;
    const basic = await startSignIn(provider);
    await new Browser(basic.url).signIn();
    await basic.close();
    const oidc = { issuer: provider.issuer, clientId: CLIENT_ID, members: [], coordinators: [] };
    const open = await startSignIn(provider, { oidc });
    await new Browser(open.url).signIn();
    await open.close();
    expect(provider.proofs).toEqual(["post", "basic", "none"]);
  });

  test("the address is asked for where a rule needs it", async () => {
    const oidc = {
      issuer: provider.issuer,
      clientId: CLIENT_ID,
      members: [{ claim: "email", value: "a@b.example" }],
      coordinators: [],
    };
    const other = await startSignIn(provider, { oidc });
    const { location } = await new Browser(other.url).open("/sign-in");
    await other.close();
    expect(new URL(location).searchParams.get("scope")).toBe("openid email");
  });
});

describe("pages and limits", () => {
  test.each(LANGUAGES)("a page in %s has the headers of other pages and is never kept", async (language) => {
    const page = await browser.open("/sign-in/callback", { headers: { "accept-language": language } });
    expect(page.status).toBe(400);
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-/,
    );
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("redirects are never kept and tell no other site where from", async () => {
    const begun = await browser.open("/sign-in");
    expect(begun.headers.get("cache-control")).toBe("no-store");
    expect(begun.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("an address that asks too often gets 429 and a page; others are served, and so is the status", async () => {
    let address = "192.0.2.1";
    const at = Date.now();
    const limited = await startSignIn(provider, { addressOf: () => address, now: () => at });
    const visitor = new Browser(limited.url);
    const statuses: number[] = [];
    for (let call = 0; call < 61; call++) statuses.push((await visitor.open("/sign-in/callback")).status);
    expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 400));
    expect(statuses[60]).toBe(429);
    const refused = await visitor.open("/sign-in", { headers: { "accept-language": "sv" } });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(refused.text).toContain("För många försök");
    expect((await visitor.open("/sign-in/status")).status).toBe(204);
    address = "192.0.2.2";
    expect((await visitor.open("/sign-in")).status).toBe(302);
    await limited.close();
  });
});
