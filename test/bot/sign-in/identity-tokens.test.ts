import { exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScriptedProvider } from "./scripted-provider.ts";
import { Browser, type SignInOfTest, startSignIn } from "./sign-in-of-test.ts";

const SESSION = "__Host-sivuvirta-session";

let provider: ScriptedProvider;
let bot: SignInOfTest;
let browser: Browser;

beforeEach(async () => {
  provider = await ScriptedProvider.start();
  provider.script.claims = asCoordinator;
  bot = await startSignIn(provider);
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
async function expectNobody(): Promise<void> {
  expect(browser.cookies.has(SESSION)).toBe(false);
  expect((await browser.open("/sign-in/status")).status).toBe(204);
  expect(bot.lines.join()).not.toMatch(/eyJ|opaque-access|Someone|\.ts:\d/);
}

describe("identity tokens that are not right", () => {
  const signed = (claims: JWTPayload, key: ScriptedProvider["keys"]["privateKey"], header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key);
  const past = Math.floor(Date.now() / 1000) - 3600;

  test.each<[string, number, (claims: JWTPayload) => JWTPayload]>([
    ["another nonce", 502, (claims) => ({ ...claims, nonce: "other" })],
    ["no nonce", 502, ({ nonce: _, ...claims }) => claims],
    ["an end in the past", 502, (claims) => ({ ...claims, iat: past - 60, exp: past })],
    ["no end", 502, ({ exp: _, ...claims }) => claims],
    ["a beginning in the future", 502, (claims) => ({ ...claims, nbf: past + 7200 })],
    ["another audience", 502, (claims) => ({ ...claims, aud: "somebody-else" })],
    [
      "two audiences and another party",
      502,
      (claims) => ({ ...claims, aud: [claims.aud as string, "x"], azp: "x" }),
    ],
    ["another issuer", 502, (claims) => ({ ...claims, iss: "https://evil.example" })],
  ])("%s is refused", async (_name, status, change) => {
    provider.script.claims = (claims) => change(asCoordinator(claims));
    const page = await browser.signIn();
    expect(page.status).toBe(status);
    expect(page.text).toMatch(/<code>[0-9a-f]{8}<\/code>/);
    await expectNobody();
  });

  test("a token that has ended names the clocks", async () => {
    provider.script.claims = (claims) => ({ ...claims, iat: past - 60, exp: past });
    expect((await browser.signIn()).text).toContain("The clocks of the sign-in service");
  });

  test.each<[string, ScriptedProvider["script"]["sign"]]>([
    ["alg none", async (claims) => new UnsecuredJWT(claims).encode()],
    [
      "HS256 with the public key as the secret",
      async (claims, { keys }) =>
        await new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256", kid: "k1" })
          .sign(new TextEncoder().encode(await exportSPKI(keys.publicKey))),
    ],
    [
      "HS256 with the client secret",
      async (claims) =>
        await new SignJWT(claims)
          .setProtectedHeader({ alg: "HS256" })
          .sign(new TextEncoder().encode("s3cret/of+the tests:%".repeat(3))),
    ],
    ["another key", async (claims) => signed(claims, (await generateKeyPair("RS256")).privateKey)],
    ["an unknown key", async (claims, { keys }) => signed(claims, keys.privateKey, { kid: "k2" })],
    [
      "changed claims",
      async (claims, { keys }) => {
        const [header, , signature] = (await signed({ ...claims, groups: [] }, keys.privateKey)).split(".");
        return `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
      },
    ],
    ["no JWT at all", async () => "garbage"],
  ])("%s is refused", async (_name, sign) => {
    provider.script.sign = sign;
    const page = await browser.signIn();
    expect(page.status).toBe(502);
    expect(page.text).toContain("The sign-in failed");
    await expectNobody();
  });

  test("the good token of the same script is taken, so that the refusals above mean something", async () => {
    expect((await browser.signIn()).status).toBe(302);
    expect((await browser.open("/sign-in/status")).text).toBe('{"reader":"coordinator"}');
  });
});
