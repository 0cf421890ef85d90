import type { AddressInfo } from "node:net";
import { Script } from "node:vm";
import restify, { type Server } from "restify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildEmbedScript } from "../../../bot/web/build-embed-script.ts";
import { mountEmbed } from "../../../bot/web/mount-embed.ts";

let server: Server;
let url: string;

beforeAll(async () => {
  server = restify.createServer();
  mountEmbed(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/embed.js`;
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

describe("GET /embed.js", () => {
  test("may be loaded by any site, for a short time", async () => {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(buildEmbedScript());
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=300",
      "content-type": "text/javascript; charset=utf-8",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  test("answers 304 to who has it already, and only then", async () => {
    const etag = (await fetch(url)).headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { "if-none-match": `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("etag")).toBe(etag);
    expect((await fetch(url, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });
});

describe("buildEmbedScript()", () => {
  test("is one classic script", () => {
    const script = buildEmbedScript();
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/^(?:import|export) /m);
    expect(script.length).toBeLessThan(32_000);
  });

  test("has no name twice: all parts stand in one function", () => {
    const names = [...buildEmbedScript().matchAll(/^(?:function|class|const|let) (\w+)/gm)].map(
      (match) => match[1],
    );
    expect(names.length).toBeGreaterThan(15);
    expect(names).toEqual([...new Set(names)]);
  });

  test("writes no markup and asks for no leave to run text", () => {
    expect(buildEmbedScript()).not.toMatch(
      /innerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/,
    );
  });
});
