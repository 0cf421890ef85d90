import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { ask, DESKTOP, messageOf } from "./chat-suite.ts";
import { startEmbedSuite } from "./embed-suite.ts";
import { openPanel } from "./host-site.ts";

const embed = startEmbedSuite();
const { suite } = embed;

/** A token as a site signs it; the page only reads it, and the requests below are answered here. */
function tokenOf(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part(claims)}.c2lnbmF0dXJl`;
}

/** Lists the identities that come with requests for a token, and lets the server take them as if it believed them. */
async function believeIdentities(page: Page): Promise<(string | undefined)[]> {
  const identities: (string | undefined)[] = [];
  await page.route("**/tokens/generate", async (route) => {
    identities.push(route.request().postDataJSON()?.identity);
    const { "content-type": _type, ...headers } = route.request().headers();
    await route.continue({ postData: "", headers });
  });
  return identities;
}

const openSite = (page: Page, identity?: string) =>
  page.goto(
    embed.site.page({ botUrl: suite.url, attributes: identity ? `data-identity="${identity}"` : "" }),
  );

describe("identity of the hosting site", { timeout: 60_000 }, () => {
  test("travels with the request for a token; a newer token of the same person goes on", async () => {
    const page = await suite.newPage({ viewport: DESKTOP });
    const identities = await believeIdentities(page);
    const first = tokenOf({ role: "member", sub: "17", iat: 1, exp: 2, jti: "a" });
    await openSite(page, first);
    await ask(await openPanel(page), "Which streams?");
    await messageOf(page.frameLocator("iframe"), "27 side streams").waitFor();

    await openSite(page, tokenOf({ role: "member", sub: "17", iat: 5, exp: 6, jti: "b" }));
    await messageOf(await openPanel(page), "27 side streams").waitFor();
    expect(identities).toEqual([first]);
  });

  test.each([
    ["another person", tokenOf({ role: "member", sub: "18" })],
    ["nobody", undefined],
  ])("leaves nothing of a conversation to %s", async (_who, next) => {
    const page = await suite.newPage({ viewport: DESKTOP });
    const identities = await believeIdentities(page);
    const first = tokenOf({ role: "member", sub: "17" });
    await openSite(page, first);
    await ask(await openPanel(page), "Which streams?");
    await messageOf(page.frameLocator("iframe"), "27 side streams").waitFor();

    await openSite(page, next);
    const frame = await openPanel(page);
    await messageOf(frame, "Hello!").waitFor();
    expect(await frame.getByText("27 side streams").count()).toBe(0);
    expect(identities).toEqual([first, next]);
  });

  test("changes by script, and begins a new conversation", async () => {
    const page = await suite.newPage({ viewport: DESKTOP });
    const identities = await believeIdentities(page);
    await openSite(page);
    const frame = await openPanel(page);
    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();

    const token = tokenOf({ role: "member" });
    await page.evaluate(`Sivuvirta.identify(${JSON.stringify(token)})`);
    await messageOf(frame, "27 side streams").waitFor({ state: "detached" });
    await messageOf(frame, "Hello!").waitFor();
    expect(identities).toEqual([undefined, token]);

    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();
    await page.evaluate(`Sivuvirta.identify(${JSON.stringify(tokenOf({ role: "member", jti: "z" }))})`);
    await page.evaluate("Sivuvirta.identify()");
    await messageOf(frame, "27 side streams").waitFor({ state: "detached" });
    await expect.poll(() => identities).toEqual([undefined, token, undefined]);
  });

  test("begins anew when the rank of the conversation is over", async () => {
    const page = await suite.newPage({ viewport: DESKTOP });
    const identities = await believeIdentities(page);
    const token = tokenOf({ role: "member" });
    await openSite(page, token);
    await openPanel(page);
    const inner = page.frames().find((frame) => frame.url().startsWith(suite.url));
    const ended = tokenOf({ readerUntil: 1 });
    await inner?.evaluate(`(() => {
      const key = JSON.parse(sessionStorage.getItem("sivuvirta.conversation"));
      sessionStorage.setItem("sivuvirta.conversation", JSON.stringify({ ...key, token: "${ended}" }));
    })()`);
    await openSite(page, token);
    await openPanel(page);
    expect(identities).toEqual([token, token]);
  });

  test("says that the visitor is one of the public when the server does not believe it", async () => {
    const page = await suite.newPage({ viewport: DESKTOP });
    await openSite(page, "forged");
    const frame = await openPanel(page);
    await frame.getByText(PAGE_TEXTS.en.unknownVisitor).waitFor();
    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();
    suite.forgetMessages(/status of 403/);
  });
});
