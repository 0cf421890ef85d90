import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { TokenSigner } from "../../../../bot/channels/direct-line/token.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const claims = { use: "token", user: "dl_u", conversation: "c", origin: "https://a.example" } as const;

test("verify() gives back what sign() was told", () => {
  const signer = new TokenSigner(SECRET, { now: () => 1_000_000 });
  expect(signer.verify(signer.sign(claims), "token")).toEqual({
    claims: { ...claims, jti: expect.any(String), exp: 1000 + 1800 },
  });
});

test("verify() knows age and purpose", () => {
  let time = 0;
  const signer = new TokenSigner(SECRET, { now: () => time });
  const token = signer.sign(claims);
  const ticket = signer.sign({ ...claims, use: "ticket", watermark: 3 });
  expect(signer.verify(token, "ticket")).toEqual({ failure: "invalid" });
  expect(signer.verify(ticket, "token")).toEqual({ failure: "invalid" });
  time = 60_000;
  expect(signer.verify(ticket, "ticket")).toEqual({ failure: "expired" });
  time = 1_799_999;
  expect(signer.verify(token, "token")).toHaveProperty("claims");
  time = 1_800_000;
  expect(signer.verify(token, "token")).toEqual({ failure: "expired" });
});

test("verify() refuses forged, foreign and broken tokens", () => {
  const signer = new TokenSigner(SECRET);
  const [header, payload, signature] = signer.sign(claims).split(".");
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const other = encode({ ...claims, user: "dl_other", jti: "1", exp: 9e9 });
  const none = encode({ alg: "none", typ: "JWT" });
  const noneMac = createHmac("sha256", SECRET).update(`${none}.${other}`).digest("base64url");
  const forged = [
    `${header}.${other}.${signature}`,
    `${none}.${other}.`,
    `${none}.${other}.${noneMac}`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature}.x`,
    new TokenSigner(`${SECRET}!`).sign(claims),
    "",
    "a.b.c",
    "x".repeat(10_000),
  ];
  for (const token of forged) expect(signer.verify(token, "token")).toEqual({ failure: "invalid" });
});

test("TokenSigner refuses a short secret", () => {
  expect(() => new TokenSigner("short")).toThrow(RangeError);
});
