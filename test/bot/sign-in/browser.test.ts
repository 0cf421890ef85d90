import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applicationOfTest } from "../../support/application.ts";
import { type PageProblems, startBrowser, watchPage } from "../../support/browser.ts";
import { CLIENT_ID, CLIENT_SECRET, ScriptedProvider } from "./scripted-provider.ts";

/* What only a real browser tells: whether it keeps the cookies, says where a request came from, and lets the button work. */

const application = applicationOfTest();
let browser: Browser;
let provider: ScriptedProvider;
let foreign: Server;

beforeAll(async () => {
  provider = await ScriptedProvider.start();
  provider.script.claims = (claims) => ({ ...claims, groups: ["park-members"] });
  browser = await startBrowser();
  foreign = await listen(createServer());
});

afterAll(async () => {
  await browser?.close();
  await provider.close();
  foreign.closeAllConnections();
  await new Promise((resolve) => foreign.close(resolve));
});

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A port nobody listens on: the public address must be known before the server begins. */
async function findFreePort(): Promise<number> {
  const server = await listen(createServer());
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the application; browsers take loopback for as safe as TLS. */
async function start(): Promise<string> {
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const oidc = {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    members: [{ claim: "groups", value: "park-members" }],
    coordinators: [],
  };
  await application.start({
    config: { port, publicUrl, oidc },
    allowsInsecureLoopback: true,
    mountPages: (server) => {
      server.get("/start", async (_request, response) => {
        response.setHeader("content-type", "text/html");
        response.sendRaw(200, '<!doctype html><title>Start</title><a href="/sign-out">Out</a>');
      });
    },
  });
  return publicUrl;
}

const statusOf = (page: Page) =>
  page.evaluate(async () => {
    const response = await fetch("/sign-in/status");
    return response.status === 200 ? ((await response.json()) as { reader: string }).reader : "";
  });

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in?return=/start`);
  expect(page.url()).toBe(`${url}/start`);
  expect(await statusOf(page)).toBe("member");
}

async function openPage(url: string): Promise<{ page: Page; problems: PageProblems }> {
  const page = await (await browser.newContext({ locale: "fi-FI" })).newPage();
  return { page, problems: watchPage(page, url) };
}

test("a browser signs in, is known to the chat, hides the cookies from scripts, and signs out by a link", async () => {
  const url = await start();
  const { page, problems } = await openPage(url);
  await signIn(page, url);
  expect(await page.evaluate("document.cookie")).toBe("");
  const claims = await page.evaluate(async () => {
    const response = await fetch("/v3/directline/tokens/generate", { method: "POST" });
    const { token } = (await response.json()) as { token: string };
    return atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  });
  expect(JSON.parse(claims)).toMatchObject({ reader: "member" });
  await page.evaluate('sessionStorage.setItem("conversation", "of the member")');
  await page.click("text=Out");
  await page.waitForSelector("text=Olet kirjautunut ulos");
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
  expect(await statusOf(page)).toBe("");
  expect(problems.errors.concat(problems.consoleErrors)).toEqual([]);
});

test("a link on another site only asks, and the button of that page works", async () => {
  const url = await start();
  foreign.removeAllListeners("request");
  foreign.on("request", (_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>Other</title><a href="${url}/sign-out">Prize</a>`);
  });
  const { page, problems } = await openPage(url);
  await signIn(page, url);
  await page.goto(`http://localhost:${portOf(foreign)}/`);
  await page.click("text=Prize");
  await page.waitForSelector("text=Kirjaudutaanko ulos?");
  expect(await statusOf(page)).toBe("member");
  await page.click("button");
  await page.waitForSelector("text=Olet kirjautunut ulos");
  expect(await page.getAttribute("text=Kirjaudu ulos myös", "href")).toContain(`${provider.issuer}/logout?`);
  expect(await statusOf(page)).toBe("");
  expect(problems.errors.concat(problems.consoleErrors)).toEqual([]);
});
