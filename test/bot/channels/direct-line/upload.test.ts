import { createConnection } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { applicationOfTest, send } from "../../../support/application.ts";
import { startConversation } from "../../../support/direct-line-client.ts";

const SITE = "https://park.example";
const application = applicationOfTest();
const REFUSAL = { status: 415, body: { error: { code: "UploadNotSupported" } } };

async function startUpload() {
  const url = await application.start({ config: { allowedOrigins: [SITE] } });
  const { id, token } = await startConversation(url);
  return { url, token, address: `${url}/v3/directline/conversations/${id}/upload?userId=x` };
}

function multipart(bytes: number): FormData {
  const body = new FormData();
  body.append("activity", new Blob(['{"type":"message"}'], { type: "application/vnd.microsoft.activity" }));
  body.append("file", new Blob([new Uint8Array(bytes)]), "report.pdf");
  return body;
}

test.each([
  ["a small file", () => ({ body: multipart(10) })],
  ["a file far over the limit of bodies", () => ({ body: multipart(3 * 1024 * 1024) })],
  ["no body", () => ({})],
  ["JSON", () => ({ json: { type: "message" } })],
  [
    "a compressed body",
    () => ({ body: gzipSync("x".repeat(1000)), headers: { "content-encoding": "gzip" } }),
  ],
  [
    "what only claims to be compressed",
    () => ({ body: "not gzip at all", headers: { "content-encoding": "gzip" } }),
  ],
  ["a broken multipart", () => ({ body: "--x", headers: { "content-type": "multipart/form-data" } })],
])("an upload of %s is 415 and says what to do", async (_, request: () => Parameters<typeof send>[1]) => {
  const { token, address } = await startUpload();
  const answer = await send(address, { method: "POST", token, ...request() });
  expect(answer).toMatchObject(REFUSAL);
  expect(answer.body.error?.message).toContain("write the question as text");
});

test("a page of another site can read the refusal, one that is not allowed gets 403", async () => {
  const { address } = await startUpload();
  const allowed = await send(address, { body: multipart(10), headers: { origin: SITE } });
  expect(allowed).toMatchObject(REFUSAL);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(SITE);
  const foreign = await send(address, { body: multipart(10), headers: { origin: "https://evil.example" } });
  expect(foreign).toMatchObject({ status: 403, body: { error: { code: "OriginNotAllowed" } } });
});

test("an upload to an address written otherwise is refused too", async () => {
  const { address } = await startUpload();
  const answer = await send(address.replace("upload", "uplo%61d"), { body: multipart(10) });
  expect(answer).toMatchObject(REFUSAL);
});

test("an upload that is answered before its end, and one that breaks off, leave the server running", async () => {
  const { url, address } = await startUpload();
  const { hostname, port, pathname } = new URL(address);
  const socket = createConnection(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999999\r\n\r\n--x\r\n`,
  );
  const answer = await new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data))));
  expect(answer).toMatch(/^HTTP\/1\.1 415 /);
  socket.destroy();
  expect((await send(`${url}/healthz`)).status).toBe(200);
});
