import { SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applicationOfTest, replyOf, send } from "../../support/application.ts";
import { CLIENT_ID, CLIENT_SECRET, ScriptedProvider } from "./scripted-provider.ts";
import { Browser, PUBLIC_URL } from "./sign-in-of-test.ts";

const SITE_SECRET = "the shared secret of the tests, long enough";
const DIRECT_LINE = "/v3/directline";

const application = applicationOfTest();
let provider: ScriptedProvider;
let readers: string[] = [];

beforeEach(async () => {
  readers = [];
  provider = await ScriptedProvider.start();
});

afterEach(() => provider.close());

/** The whole application, whose turns note the rank of the one who asks. */
async function start(changes: {
  withProvider: boolean;
  proxyHops?: number;
  now?: () => number;
}): Promise<string> {
  const oidc = {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    members: [{ claim: "realm_access.roles", value: "park-member" }],
    coordinators: [],
  };
  return await application.start({
    config: {
      publicUrl: PUBLIC_URL,
      allowedOrigins: ["https://www.park.example"],
      siteTokenSecret: SITE_SECRET,
      proxyHops: changes.proxyHops ?? 0,
      oidc: changes.withProvider ? oidc : undefined,
    },
    allowsInsecureLoopback: true,
    now: changes.now,
    answerTurn: async (turn) => {
      readers.push(turn.reader);
      return replyOf("Heard");
    },
  });
}

const post = (url: string, options: { headers?: Record<string, string>; body?: object }) =>
  send(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...options.headers },
    body: JSON.stringify(options.body ?? {}),
  });

/** Begins a conversation and asks one question in it; the turn notes the rank. */
async function ask(url: string, options: { headers?: Record<string, string>; body?: object }) {
  const origin = options.headers?.origin ?? PUBLIC_URL;
  const generated = await post(`${url}${DIRECT_LINE}/tokens/generate`, options);
  expect(generated.status).toBe(200);
  const { token, conversationId } = generated.body as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, origin };
  await post(`${url}${DIRECT_LINE}/conversations`, { headers });
  const body = { type: "message", text: "Hello?", from: { id: "me" } };
  const before = readers.length;
  await post(`${url}${DIRECT_LINE}/conversations/${conversationId}/activities`, { headers, body });
  await expect.poll(() => readers.length).toBe(before + 1);
}

const siteToken = (role: string) =>
  new SignJWT({ role, aud: "sivuvirta" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(SITE_SECRET));

describe("a turn of the web chat", () => {
  test("is asked by the rank of who signed in, from the own page alone", async () => {
    provider.script.claims = (claims) => ({ ...claims, realm_access: { roles: ["park-member"] } });
    const url = await start({ withProvider: true });
    const browser = new Browser(url);
    expect((await browser.signIn()).status).toBe(302);
    const cookie = browser.cookieHeader;
    await ask(url, { headers: { cookie, origin: PUBLIC_URL } });
    await ask(url, { headers: { cookie, origin: "https://www.park.example" } });
    await ask(url, { headers: { origin: PUBLIC_URL } });
    expect(readers).toEqual(["member", "public", "public"]);
  });

  test("is asked by the rank that the hosting site signed", async () => {
    const url = await start({ withProvider: false });
    const headers = { origin: "https://www.park.example" };
    await ask(url, { headers, body: { identity: await siteToken("coordinator") } });
    await ask(url, { headers });
    expect(readers).toEqual(["coordinator", "public"]);
    const forged = await post(`${url}${DIRECT_LINE}/tokens/generate`, {
      headers,
      body: { identity: `${await siteToken("coordinator")}x` },
    });
    expect(forged).toMatchObject({ status: 403, body: { error: { code: "BadIdentity" } } });
    expect(forged.text).not.toContain('token":');
  });
});

test.each(["/sign-in", "/sign-in/callback", "/sign-in/status", "/sign-out"])(
  "%s is not there without a provider",
  async (path) => {
    expect((await send((await start({ withProvider: false })) + path)).status).toBe(404);
  },
);

test("a provider that is down keeps nothing but the sign-in from working", async () => {
  await provider.close();
  const url = await start({ withProvider: true });
  expect((await send(`${url}/readyz`)).status).toBe(200);
  await ask(url, { headers: { origin: PUBLIC_URL } });
  expect(readers).toEqual(["public"]);
  expect((await new Browser(url).open("/sign-in")).status).toBe(503);
});

test.each([
  [0, 429],
  [1, 400],
])(
  "behind %i proxies, somebody else's address gets %i once one address has used up its calls",
  async (proxyHops, status) => {
    const at = Date.now();
    const url = await start({ withProvider: true, proxyHops, now: () => at });
    const ask = async (address: string) => {
      const headers = { "x-forwarded-for": address };
      return (await send(`${url}/sign-in/callback`, { headers })).status;
    };
    const statuses = await Promise.all(Array.from({ length: 61 }, () => ask("192.0.2.1")));
    expect(statuses).toContain(429);
    expect(await ask("192.0.2.2")).toBe(status);
  },
);
