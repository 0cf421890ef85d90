import type { IncomingMessage } from "node:http";
import { SignJWT } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { createLog } from "../../../bot/log.ts";
import { createWebIdentity } from "../../../bot/sign-in/create-web-identity.ts";
import { SessionCookie } from "../../../bot/sign-in/session-cookie.ts";

const SECRET = "a secret of the tests, long enough";
const SITE_SECRET = "the shared secret of the tests, long enough";
const PUBLIC_URL = "https://chat.example.fi";

const sessions = new SessionCookie(SECRET);
let lines: string[] = [];
const log = createLog({ write: (line) => lines.push(line) });
const visitors = createWebIdentity({
  siteTokenSecret: SITE_SECRET,
  publicUrl: PUBLIC_URL,
  readSession: (request) => sessions.read(request),
  log,
});

beforeEach(() => {
  lines = [];
});

const requestWith = (headers: IncomingMessage["headers"]) => ({ headers }) as IncomingMessage;

async function cookieOf(reader: "member" | "coordinator") {
  const { setCookie, session } = await sessions.create(reader, { until: Date.now() / 1000 + 600 });
  return { cookie: setCookie.split(";")[0] ?? "", session };
}

const siteToken = (claims: object) =>
  new SignJWT({ aud: "sivuvirta", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(SITE_SECRET));

describe("identify() by session", () => {
  test("knows who signed in on our own page, and until when", async () => {
    const { cookie, session } = await cookieOf("member");
    const request = requestWith({ cookie, origin: PUBLIC_URL, "sec-fetch-site": "same-origin" });
    expect(await visitors.identify(request, undefined)).toEqual({
      reader: "member",
      expires: session.expires,
    });
  });

  test.each<[string, IncomingMessage["headers"]]>([
    ["no origin", {}],
    ["the origin of another site", { origin: "https://evil.example" }],
    ["an origin that begins alike", { origin: `${PUBLIC_URL}.evil.example` }],
    ["our host without TLS", { origin: "http://chat.example.fi" }],
    ["our host on another port", { origin: `${PUBLIC_URL}:8443` }],
    ["no page", { origin: "null" }],
    ["our origin from another page", { origin: PUBLIC_URL, "sec-fetch-site": "cross-site" }],
    ["a host header only", { host: "chat.example.fi" }],
  ])("takes a request with %s for the public", async (_name, headers) => {
    const { cookie } = await cookieOf("coordinator");
    expect(await visitors.identify(requestWith({ cookie, ...headers }), undefined)).toBeUndefined();
  });

  test("takes everybody for the public without PUBLIC_URL, sign-in or session", async () => {
    const { cookie } = await cookieOf("member");
    const request = requestWith({ cookie, origin: PUBLIC_URL });
    const readSession = (asked: IncomingMessage) => sessions.read(asked);
    expect(await createWebIdentity({ readSession, log }).identify(request, undefined)).toBeUndefined();
    expect(
      await createWebIdentity({ publicUrl: PUBLIC_URL, log }).identify(request, undefined),
    ).toBeUndefined();
    const own = requestWith({ origin: PUBLIC_URL });
    expect(await visitors.identify(own, undefined)).toBeUndefined();
  });
});

describe("identify() by a token of the hosting site", () => {
  test("goes before a session, also downwards", async () => {
    const { cookie } = await cookieOf("coordinator");
    const request = requestWith({ cookie, origin: PUBLIC_URL });
    expect(await visitors.identify(request, await siteToken({ role: "public" }))).toMatchObject({
      reader: "public",
    });
  });

  test("is compared with the page that calls", async () => {
    const token = await siteToken({ role: "member", origin: "https://www.park.example" });
    const request = requestWith({ origin: "https://www.park.example" });
    expect(await visitors.identify(request, token)).toMatchObject({ reader: "member" });
    const other = visitors.identify(requestWith({ origin: "https://evil.example" }), token);
    await expect(other).rejects.toMatchObject({ status: 403, code: "BadIdentity" });
  });

  test.each(["", "garbage", "null"])(
    "that is %j is refused, never silently the public or a session",
    async (token) => {
      const { cookie } = await cookieOf("member");
      const answer = visitors.identify(requestWith({ cookie, origin: PUBLIC_URL }), token);
      await expect(answer).rejects.toMatchObject({ status: 403, code: "BadIdentity" });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('"event":"identity.refused"');
    },
  );

  test("is never written to the log", async () => {
    const token = `${await siteToken({ role: "member" })}x`;
    await expect(visitors.identify(requestWith({}), token)).rejects.toThrow();
    expect(lines.join()).not.toContain(token.slice(0, 20));
  });
});
