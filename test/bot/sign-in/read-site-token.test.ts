import { createHmac, generateKeyPairSync } from "node:crypto";
import { CompactSign, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, test } from "vitest";
import { MAX_SITE_TOKEN_CHARS, readSiteToken } from "../../../bot/sign-in/read-site-token.ts";

const SECRET = "the shared secret of the tests, long enough";
const PAGE = "https://www.park.example";
const NOW = 1_800_000_000;
const GOOD = { aud: "sivuvirta", iat: NOW, exp: NOW + 3600, role: "member" };
const options = { secret: SECRET, pageOrigin: PAGE, now: () => NOW * 1000 };

const sign = (claims: JWTPayload, secret = SECRET, alg = "HS256") =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

describe("readSiteToken() takes", () => {
  test.each<[string, JWTPayload, string]>([
    ["a member", GOOD, "member"],
    ["a coordinator", { ...GOOD, role: "coordinator" }, "coordinator"],
    ["the public", { ...GOOD, role: "public" }, "public"],
    ["one with a subject", { ...GOOD, sub: "visitor-17" }, "member"],
    ["one for this page", { ...GOOD, origin: PAGE }, "member"],
    ["one among audiences", { ...GOOD, aud: ["other", "sivuvirta"] }, "member"],
    ["one of a clock 20 s ahead", { ...GOOD, iat: NOW + 20 }, "member"],
  ])("%s", async (_name, claims, reader) => {
    expect(await readSiteToken(await sign(claims), options)).toEqual({ reader, expires: GOOD.exp });
  });

  test("one of exactly a day", async () => {
    const claims = { ...GOOD, exp: NOW + 86_400 };
    expect(await readSiteToken(await sign(claims), options)).toEqual({
      reader: "member",
      expires: claims.exp,
    });
  });
});

describe("readSiteToken() refuses", () => {
  test.each<[string, JWTPayload, string]>([
    ["an old one", { ...GOOD, iat: NOW - 7200, exp: NOW - 31 }, "expired"],
    ["one of more than a day", { ...GOOD, exp: NOW + 86_400 + 31 }, "24 hours"],
    ["one without end", { aud: "sivuvirta", iat: NOW, role: "member" }, '"exp"'],
    ["one with an end in words", { ...GOOD, exp: "tomorrow" as never }, '"exp"'],
    ["one without beginning", { aud: "sivuvirta", exp: NOW + 60, role: "member" }, '"iat"'],
    ["one of the future", { ...GOOD, iat: NOW + 60 }, '"iat"'],
    ["one that is not yet good", { ...GOOD, nbf: NOW + 60 }, '"nbf"'],
    ["another audience", { ...GOOD, aud: "other" }, '"aud"'],
    ["no audience", { iat: NOW, exp: NOW + 60, role: "member" }, '"aud"'],
    ["an unknown role", { ...GOOD, role: "admin" }, '"role"'],
    ["no role", { aud: "sivuvirta", iat: NOW, exp: NOW + 60 }, '"role"'],
    ["a list of roles", { ...GOOD, role: ["member"] }, '"role"'],
    ["a subject that is no text", { ...GOOD, sub: 17 as never }, '"sub"'],
    ["another origin", { ...GOOD, origin: "https://evil.example" }, '"origin"'],
    ["an origin with a path", { ...GOOD, origin: `${PAGE}/` }, '"origin"'],
    ["an empty origin", { ...GOOD, origin: "" }, '"origin"'],
  ])("%s and names the claim", async (_name, claims, word) => {
    const problem = readSiteToken(await sign(claims), options);
    await expect(problem).rejects.toMatchObject({ name: "HttpProblem", status: 403, code: "BadIdentity" });
    await expect(problem).rejects.toThrow(word);
  });

  test("an origin when the request names none", async () => {
    const token = await sign({ ...GOOD, origin: PAGE });
    await expect(readSiteToken(token, { ...options, pageOrigin: undefined })).rejects.toThrow('"origin"');
  });

  test("every token when no secret is set", async () => {
    const problem = readSiteToken(await sign(GOOD), { ...options, secret: undefined });
    await expect(problem).rejects.toMatchObject({ status: 403, code: "BadIdentity" });
    await expect(problem).rejects.toThrow("SITE_TOKEN_SECRET");
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const hmacUnder = (header: object) => {
    const body = `${encode(header)}.${encode(GOOD)}`;
    return `${body}.${createHmac("sha256", SECRET).update(body).digest("base64url")}`;
  };
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });

  test.each<[string, () => Promise<string> | string]>([
    ["another secret", () => sign(GOOD, "another secret of the tests, long enough")],
    ["alg none", () => new UnsecuredJWT(GOOD).encode()],
    ["alg none with our signature", () => hmacUnder({ alg: "none" })],
    ["an RS256 header over our signature", () => hmacUnder({ alg: "RS256", typ: "JWT" })],
    ["a header without algorithm", () => hmacUnder({ typ: "JWT" })],
    ["a header that demands more", () => hmacUnder({ alg: "HS256", crit: ["x"], x: 1 })],
    ["RS256", () => new SignJWT(GOOD).setProtectedHeader({ alg: "RS256" }).sign(rsa.privateKey)],
    ["HS512 with the right secret", () => sign(GOOD, SECRET + SECRET, "HS512")],
    [
      "a changed role",
      async () => {
        const [header, , signature] = (await sign(GOOD)).split(".");
        return `${header}.${encode({ ...GOOD, role: "coordinator" })}.${signature}`;
      },
    ],
    ["a cut signature", async () => (await sign(GOOD)).slice(0, -2)],
    [
      "signed words that are no claims",
      () =>
        new CompactSign(new TextEncoder().encode("hello"))
          .setProtectedHeader({ alg: "HS256" })
          .sign(new TextEncoder().encode(SECRET)),
    ],
    ["an empty text", () => ""],
    ["garbage", () => "\u0000💥.%%%.=="],
    ["dots", () => ".."],
    ["an encrypted form", () => "a.b.c.d.e"],
  ])("%s, without telling why", async (_name, make) => {
    const problem = readSiteToken(await make(), options);
    await expect(problem).rejects.toMatchObject({ status: 403, code: "BadIdentity" });
    await expect(problem).rejects.toThrow("HS256 and the shared secret");
  });

  test("more than 8 KB, however right", async () => {
    const long = (chars: number) => sign({ ...GOOD, filler: "x".repeat(chars) });
    expect((await long(6200)).length).toBeGreaterThan(MAX_SITE_TOKEN_CHARS);
    await expect(readSiteToken(await long(6200), options)).rejects.toThrow("8192");
    expect(await readSiteToken(await long(5500), options)).toMatchObject({ reader: "member" });
  });
});
