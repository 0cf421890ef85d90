import { expect, test } from "vitest";
import { MAX_BODY_BYTES } from "../../bot/server.ts";
import { applicationOfTest, send, startApplication } from "../support/application.ts";

const application = applicationOfTest();
const { start } = application;

test("/readyz is 503 with the reason until the bot can answer, /healthz always 200", async () => {
  let isLoaded = false;
  const url = await start({
    isReady: () => (isLoaded ? { ready: true } : { ready: false, reason: 'No index: run "npm run index"' }),
  });
  expect(await send(`${url}/readyz`)).toMatchObject({
    status: 503,
    body: { ready: false, reason: 'No index: run "npm run index"' },
  });
  isLoaded = true;
  expect(await send(`${url}/readyz`)).toMatchObject({ status: 200, body: { ready: true } });
  expect(await send(`${url}/healthz`)).toMatchObject({ status: 200, body: { status: "ok" } });
});

test("pages are mounted, and a page that fails tells nothing of the inside", async () => {
  const url = await start({
    mountPages: (server) => {
      server.get("/", async (_request, response) => response.sendRaw(200, "<p>Hi</p>"));
      server.get("/broken", async () => {
        throw new Error("inner secret detail");
      });
    },
  });
  expect((await send(url, { headers: { authorization: "Bearer hidden" } })).text).toBe("<p>Hi</p>");
  expect(application.running.lines.join()).not.toContain("hidden");
  const broken = await send(`${url}/broken`);
  expect(broken).toMatchObject({ status: 500, body: { error: { code: "InternalError" } } });
  expect(broken.text).not.toContain("secret");
  expect(application.running.lines.join()).toContain("inner secret detail");
});

test("every answer carries the security headers and none names the server", async () => {
  const url = await start();
  for (const path of ["/healthz", "/nowhere"]) {
    const { headers } = await send(url + path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("server")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  }
});

test("a body of exactly the limit is read, one byte more is 413", async () => {
  const url = await start();
  const bodyOf = (bytes: number) => `{"type":"${"x".repeat(bytes - 11)}"}`;
  const headers = { "content-type": "application/json" };
  const atLimit = await send(`${url}/api/messages`, {
    body: bodyOf(MAX_BODY_BYTES),
    headers,
    method: "POST",
  });
  expect(atLimit.status).toBe(400);
  const above = await send(`${url}/api/messages`, {
    body: bodyOf(MAX_BODY_BYTES + 1),
    headers,
    method: "POST",
  });
  expect(above.status).toBe(413);
});

test("a port that is taken makes listen() fail with what to do", async () => {
  const url = await start();
  const config = { port: Number(new URL(url).port) };
  await expect(startApplication({ config })).rejects.toThrow(`:${config.port}: the port is in use`);
});
