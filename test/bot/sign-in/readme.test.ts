import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { readSiteToken } from "../../../bot/sign-in/read-site-token.ts";

const README = readFileSync(new URL("../../../bot/sign-in/README.md", import.meta.url), "utf8");

test("the example of the README signs a token that is taken", async () => {
  const code = /```js\n([\s\S]*?)```/.exec(README)?.[1] ?? "";
  const body = code
    .replace('import { SignJWT } from "jose";', "")
    .replace("export function", "return function");
  const secret = "the shared secret of the tests, long enough";
  const environment = { env: { SITE_TOKEN_SECRET: secret } };
  const signVisitor = new Function("SignJWT", "process", body)(SignJWT, environment) as (
    role: string,
  ) => Promise<string>;
  const visitor = await readSiteToken(await signVisitor("member"), { secret });
  expect(visitor.reader).toBe("member");
  expect(visitor.expires).toBeGreaterThan(Date.now() / 1000 + 3500);
});
