import { request } from "node:http";
import { expect, test } from "vitest";
import { applicationOfTest, send } from "../../../support/application.ts";

const SITE = "https://park.example";
const application = applicationOfTest("/v3/directline");
const { start } = application;

test("a listed site may ask first: three headers, three methods, Retry-After", async () => {
  const base = await start({ config: { allowedOrigins: [SITE] } });
  const headers = { origin: SITE, "access-control-request-method": "POST" };
  const { status, headers: answered } = await send(`${base}/conversations`, { method: "OPTIONS", headers });
  expect(status).toBe(204);
  expect(answered.get("access-control-allow-origin")).toBe(SITE);
  expect(answered.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
  const allowed = answered.get("access-control-allow-headers")?.toLowerCase().split(", ");
  expect(allowed).toEqual(expect.arrayContaining(["authorization", "content-type", "x-ms-bot-agent"]));
  // Sent by rxjs 5 within directlinejs 0.15; without it a browser on another site stops before the call.
  expect(allowed).toContain("x-requested-with");
  expect(answered.get("access-control-expose-headers")).toBe("Retry-After");
  expect(answered.get("access-control-allow-credentials")).toBeNull();
  expect(answered.get("vary")).toContain("Origin");
});

test("errors carry the CORS header too, so that a page can read them", async () => {
  const base = await start({ config: { allowedOrigins: [SITE] } });
  const { status, headers } = await send(`${base}/conversations`, { json: {}, headers: { origin: SITE } });
  expect(status).toBe(401);
  expect(headers.get("access-control-allow-origin")).toBe(SITE);
});

test.each(["https://evil.example", "null", "http://127.0.0.1:1", `${SITE}.evil.example`])(
  "a page of %s gets 403 and no CORS header, whatever it asks",
  async (origin) => {
    const base = await start({ config: { allowedOrigins: [SITE] } });
    for (const method of ["OPTIONS", "POST"]) {
      const answer = await send(`${base}/tokens/generate`, { method, headers: { origin } });
      expect(answer).toMatchObject({ status: 403, body: { error: { code: "OriginNotAllowed" } } });
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
  },
);

test("an address written otherwise does not get around the check", async () => {
  const base = await start();
  const headers = { origin: "https://evil.example" };
  const path = `${base.replace("direct", "%64irect")}/tokens/generate`;
  expect((await send(path, { method: "POST", headers })).status).toBe(403);
});

test("the page's own origin and programs without one get a token", async () => {
  const base = await start();
  expect((await send(`${base}/tokens/generate`, { method: "POST" })).status).toBe(200);
  const headers = { origin: application.running.url };
  expect((await send(`${base}/tokens/generate`, { method: "POST", headers })).status).toBe(200);
});

test("a token made for one page does not work on another that is allowed too", async () => {
  const base = await start({ config: { allowedOrigins: [SITE, "https://other.example"] } });
  const generated = await send(`${base}/tokens/generate`, { method: "POST", headers: { origin: SITE } });
  const token = String(generated.body.token);
  const startFrom = (origin: string) =>
    send(`${base}/conversations`, { token, json: {}, headers: { origin } });
  expect((await startFrom("https://other.example")).status).toBe(403);
  expect((await startFrom(SITE)).status).toBe(201);
});

test("a foreign name pointed at this machine gets no stream address", async () => {
  const base = await start();
  const generated = await send(`${base}/tokens/generate`, { method: "POST" });
  const status = await new Promise((resolve, reject) => {
    const headers = { host: "evil.example", authorization: `Bearer ${generated.body.token}` };
    request(`${base}/conversations`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
});

test("with PUBLIC_URL the stream address is its own", async () => {
  const base = await start({ config: { publicUrl: "https://chat.example" } });
  const generated = await send(`${base}/tokens/generate`, { method: "POST" });
  const viaProxy = await new Promise<string>((resolve, reject) => {
    const headers = { host: "chat.example", authorization: `Bearer ${generated.body.token}` };
    request(`${base}/conversations`, { method: "POST", headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
  expect(JSON.parse(viaProxy).streamUrl).toMatch(/^wss:\/\/chat\.example\/v3\/directline\/conversations\//);
});
