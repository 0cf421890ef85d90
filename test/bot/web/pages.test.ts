import type { AddressInfo } from "node:net";
import restify, { type Server } from "restify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebChatBundle } from "../../../bot/web/fetch-web-chat.ts";
import { mountPages } from "../../../bot/web/pages.ts";

const BUNDLE: WebChatBundle = {
  sha256: "ab".repeat(32),
  plain: Buffer.from("plain"),
  gzip: Buffer.from("gzip"),
  brotli: Buffer.from("brotli"),
};

let server: Server;
let url: string;
let bundle: WebChatBundle | undefined;

beforeAll(async () => {
  server = restify.createServer();
  mountPages(server, {
    webChat: () => bundle,
    retentionDays: 14,
    usesChatModel: false,
    embeddingOrigins: ["https://park.example"],
    publicUrl: "https://chat.example",
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const open = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

describe("GET /", () => {
  test("sends a strict policy with a nonce that every script and style carries", async () => {
    bundle = BUNDLE;
    const response = await open("/");
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const html = await response.text();
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors https://park.example");
    expect(policy).toContain("img-src 'self' data: blob: https://chat.example;");
    expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host} `);
    for (const [tag] of html.matchAll(/<script(?! type="application\/json")[^>]*>|<link rel="style[^>]*>/g)) {
      expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(html).not.toMatch(/https?:\/\/|\son\w+=|\sstyle=/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("never sends the same nonce twice", async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await open("/")).headers.get("content-security-policy")),
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  test.each([
    ["/", "sv-FI,sv;q=0.9,fi;q=0.8", "sv"],
    ["/", "de-DE,fi;q=0.5", "fi"],
    ["/", "", "en"],
    ["/?lang=fi", "sv", "fi"],
    ["/?lang=xx", "sv", "sv"],
  ])("answers %s with accept-language %j in %s", async (path, wanted, language) => {
    const response = await open(path, { "accept-language": wanted });
    expect(response.headers.get("content-language")).toBe(language);
    expect(await response.text()).toContain(`<html lang="${language}">`);
  });

  test("says that the chat is not there yet, without scripts", async () => {
    bundle = undefined;
    const html = await (await open("/", { "accept-language": "en" })).text();
    expect(html).toContain("The chat is not available yet");
    expect(html).not.toContain("<script");
    expect(html).toContain('http-equiv="refresh"');
  });
});

describe("GET /?embedded=1", () => {
  test("is the inside of a panel: no samples, a way to close, and whom to believe", async () => {
    bundle = BUNDLE;
    const html = await (await open("/?embedded=1&lang=sv")).text();
    expect(html).toContain('<body class="is-embedded">');
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('id="close"');
    expect(html).not.toContain("data-sample");
    const settings = /id="page-settings">([^<]*)</.exec(html)?.[1] ?? "";
    expect(JSON.parse(settings)).toEqual({ hosts: ["https://park.example"], hasSignIn: false });
  });

  test("is no panel otherwise", async () => {
    const html = await (await open("/")).text();
    expect(html).not.toContain("is-embedded");
    expect(html).not.toContain("park.example");
    expect(html).not.toContain('id="close"');
  });
});

describe("sign-in", () => {
  test("is offered only where there is one, and never in a panel", async () => {
    expect(await (await open("/")).text()).not.toContain("/sign-in");
    const other = restify.createServer();
    mountPages(other, { webChat: () => BUNDLE, retentionDays: 14, usesChatModel: false, signIn: true });
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const read = async (path: string) => (await fetch(address + path)).text();
    expect(await read("/")).toContain('href="/sign-in?return=/"');
    expect(await read("/?embedded=1")).not.toContain("/sign-in");
    expect(await read("/privacy?lang=en")).toContain("session cookie");
    await new Promise<void>((resolve) => other.close(() => resolve()));
  });
});

describe("GET /privacy", () => {
  test.each([
    ["fi", "14 päivän"],
    ["sv", "14 dagar"],
    ["en", "14 days"],
  ])("tells in %s how long a conversation is kept", async (language, words) => {
    expect(await (await open(`/privacy?lang=${language}`)).text()).toContain(words);
  });
});

describe("GET /assets", () => {
  test.each([
    ["br, gzip", "br", "brotli"],
    ["gzip", "gzip", "gzip"],
    ["br;q=0, gzip", "gzip", "gzip"],
  ])("sends Web Chat compressed as %s allows", async (accepted, encoding, body) => {
    bundle = BUNDLE;
    const response = await requestRaw(`/assets/${"ab".repeat(8)}/webchat.js`, accepted);
    expect(response.headers["content-encoding"]).toBe(encoding);
    expect(response.headers["cache-control"]).toContain("immutable");
    expect(response.body).toBe(body);
  });

  test("sends every file the page names", async () => {
    bundle = BUNDLE;
    const html = await (await open("/")).text();
    const addresses = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      if (!address.endsWith("/webchat.js")) expect((await open(address)).status).toBe(200);
    }
  });

  test.each(["/assets/old/chat-page.js", "/assets/x/..%2f..%2fpages.ts", "/assets/x/webchat.js"])(
    "answers 404 to %s",
    async (path) => {
      expect((await open(path)).status).toBe(404);
    },
  );
});

/** `fetch` would try to unpack the body, which here is no real archive. */
async function requestRaw(path: string, acceptEncoding: string) {
  const { get } = await import("node:http");
  return new Promise<{ headers: Record<string, string | string[] | undefined>; body: string }>(
    (resolve, reject) => {
      get(url + path, { headers: { "accept-encoding": acceptEncoding } }, (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on("end", () => resolve({ headers: response.headers, body }));
      }).on("error", reject);
    },
  );
}
