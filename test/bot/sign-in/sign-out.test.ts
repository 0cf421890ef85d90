import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScriptedProvider } from "./scripted-provider.ts";
import { Browser, PUBLIC_URL, type SignInOfTest, startSignIn } from "./sign-in-of-test.ts";

const SESSION = "__Host-sivuvirta-session";

let provider: ScriptedProvider;
let bot: SignInOfTest;
let browser: Browser;

beforeEach(async () => {
  provider = await ScriptedProvider.start();
  bot = await startSignIn(provider);
  browser = new Browser(bot.url);
  await browser.signIn();
});

afterEach(async () => {
  await bot.close();
  await provider.close();
});

const statusOf = async () => (await browser.open("/sign-in/status")).status;

describe("GET and POST /sign-out", () => {
  test.each([
    ["a link of our own page", "GET", { "sec-fetch-site": "same-origin" }],
    ["a typed address", "GET", { "sec-fetch-site": "none" }],
    ["our own button", "POST", { "sec-fetch-site": "same-origin", origin: PUBLIC_URL }],
    ["our own button in an older browser", "POST", { origin: PUBLIC_URL }],
  ])("%s ends the session and offers the provider's own page", async (_name, method, headers) => {
    const cookie = browser.cookieHeader;
    const page = await browser.open("/sign-out", {
      method,
      headers: { ...headers, "accept-language": "fi" },
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain("Olet kirjautunut ulos");
    expect(page.text).toContain(`href="${provider.issuer}/logout?client_id=sivuvirta-client"`);
    expect(page.headers.get("clear-site-data")).toBe('"storage"');
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await statusOf()).toBe(204);
    // A copy of the cookie is worth nothing either.
    expect(await bot.signIn.readSession({ headers: { cookie } })).toBeUndefined();
  });

  test.each([
    ["a link of another site", "GET", { "sec-fetch-site": "cross-site" }],
    ["a link of a neighbour site", "GET", { "sec-fetch-site": "same-site" }],
    ["a browser that does not tell", "GET", {}],
    ["a form of another site", "POST", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a form of another site in an older browser", "POST", { origin: "https://evil.example" }],
    ["a form of a page without origin", "POST", { origin: "null" }],
    ["a program", "POST", {}],
  ])("%s only gets the question", async (_name, method, headers) => {
    const page = await browser.open("/sign-out", {
      method,
      headers: { ...headers, "accept-language": "sv" },
    });
    expect(page.text).toContain("Vill du logga ut?");
    expect(page.text).toContain('<form method="post" action="/sign-out"><button>Logga ut</button></form>');
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(page.headers.get("content-security-policy")).not.toContain("form-action 'none'");
    // Else the browser would send "Origin: null" with the button.
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(await statusOf()).toBe(200);
  });

  test("a button that posts as a browser does works through the real server", async () => {
    const response = await fetch(`${bot.url}/sign-out`, {
      method: "POST",
      body: new URLSearchParams(),
      headers: { origin: PUBLIC_URL, cookie: browser.cookieHeader },
    });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()[0]).toMatch(new RegExp(`^${SESSION}=; .*Max-Age=0`));
  });

  test("without a session it says the same, and without such a page of the provider it offers none", async () => {
    provider.script.metadata = ({ end_session_endpoint: _, ...metadata }) => metadata;
    const plain = await startSignIn(provider);
    const other = new Browser(plain.url);
    await other.signIn();
    for (const _time of ["with", "without"]) {
      const page = await other.open("/sign-out", { headers: { "sec-fetch-site": "same-origin" } });
      expect(page.text).toContain("You have signed out");
      expect(page.text).not.toContain("sign-in service too");
    }
    await plain.close();
  });

  test("works while the provider is down", async () => {
    const fresh = await startSignIn(provider);
    const other = new Browser(fresh.url);
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    await provider.close();
    const page = await other.open("/sign-out", { headers: { "sec-fetch-site": "same-origin" } });
    expect(page.text).toContain("You have signed out");
    expect(other.cookies.size).toBe(0);
    await fresh.close();
  });
});

describe("GET /sign-in/status", () => {
  test("tells the rank to our own page alone, and nobody keeps it", async () => {
    const own = await browser.open("/sign-in/status", { headers: { "sec-fetch-site": "same-origin" } });
    expect(own).toMatchObject({ status: 200, text: '{"reader":"public"}' });
    expect(own.headers.get("cache-control")).toBe("no-store");
    expect(own.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(own.headers.get("access-control-allow-origin")).toBeNull();
    for (const site of ["cross-site", "same-site"]) {
      const other = await browser.open("/sign-in/status", { headers: { "sec-fetch-site": site } });
      expect(other).toMatchObject({ status: 204, text: "" });
    }
  });

  test("a session outlives a restart with the same secret, and no change of the secret", async () => {
    const again = await startSignIn(provider);
    const other = await startSignIn(provider, { secret: "another secret, as long as it must be" });
    const headers = { cookie: browser.cookieHeader };
    expect(await again.signIn.readSession({ headers })).toMatchObject({ reader: "public" });
    expect(await other.signIn.readSession({ headers })).toBeUndefined();
    await again.close();
    await other.close();
  });
});
