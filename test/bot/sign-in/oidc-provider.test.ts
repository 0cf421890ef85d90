import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScriptedProvider } from "./scripted-provider.ts";
import { Browser, type SignInOfTest, startSignIn } from "./sign-in-of-test.ts";

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

describe("the provider", () => {
  test("is asked at first use, and then not again", async () => {
    expect(provider.asked).toEqual([]);
    await Promise.all([browser.open("/sign-in"), new Browser(bot.url).open("/sign-in")]);
    await browser.open("/sign-in");
    expect(provider.asked).toEqual(["/.well-known/openid-configuration"]);
  });

  test("is asked anew after a day; while it is down, what is known serves on", async () => {
    await browser.open("/sign-in");
    ahead = 25 * 3_600_000;
    await browser.open("/sign-in");
    expect(provider.asked).toHaveLength(2);
    ahead *= 2;
    await provider.close();
    expect((await browser.open("/sign-in")).status).toBe(302);
  });

  test.each([
    ["fi", "Kirjautumispalvelu ei vastaa", "kirjautumatta"],
    ["sv", "Inloggningstjänsten svarar inte", "utan att logga in"],
    ["en", "The sign-in service does not answer", "without signing in"],
  ])(
    "that is down gives a page in %s with an id, and sign-in works once it is back",
    async (lang, ...words) => {
      await provider.close();
      const page = await browser.open("/sign-in", { headers: { "accept-language": lang } });
      expect(page.status).toBe(503);
      expect(page.headers.get("content-language")).toBe(lang);
      expect(page.headers.get("retry-after")).toBe("60");
      for (const word of words) expect(page.text).toContain(word);
      const id = /<code>([0-9a-f]{8})<\/code>/.exec(page.text)?.[1];
      expect(bot.lines.join()).toContain(`"id":"${id}"`);
      expect(bot.lines.join()).toContain("ECONNREFUSED");
      expect(page.text).not.toMatch(/ECONNREFUSED|fetch failed|127\.0\.0\.1/);
      expect(browser.cookies.size).toBe(0);
      await provider.listen();
      expect((await browser.signIn()).status).toBe(302);
    },
  );

  test("that goes down between the two steps gives the same page; the next try works", async () => {
    const callback = await browser.approach("/sign-in?return=/privacy");
    await provider.close();
    const page = await browser.open(callback);
    expect(page.status).toBe(503);
    expect(page.text).toContain('href="/sign-in?return=%2Fprivacy"');
    await provider.listen();
    provider.script.tokenStatus = 503;
    expect((await browser.signIn()).status).toBe(503);
    provider.script.tokenStatus = undefined;
    expect((await browser.signIn()).status).toBe(302);
  });

  test("of another name is refused, and the log tells what to set", async () => {
    provider.script.metadata = (metadata) => ({ ...metadata, issuer: `${provider.issuer}/other` });
    expect((await browser.open("/sign-in")).status).toBe(503);
    expect(bot.lines.join()).toContain("sign-in.failed");
    expect(browser.cookies.size).toBe(0);
  });

  test("without TLS is refused, also on this machine, unless a test allows it", async () => {
    const strict = await startSignIn(provider, { allowsInsecureLoopback: false });
    expect((await new Browser(strict.url).open("/sign-in")).status).toBe(503);
    await strict.close();
    expect(provider.asked).toEqual([]);
    await expect(startSignIn({ issuer: "http://provider.example/park" })).rejects.toThrow(RangeError);
  });

  test("on this machine cannot lead calls without TLS to another", async () => {
    provider.script.metadata = (metadata) => ({ ...metadata, token_endpoint: "http://192.0.2.1/token" });
    const page = await browser.signIn();
    expect(page.status).toBe(502);
    expect(bot.lines.join()).toContain("is not on this machine");
  });
});
