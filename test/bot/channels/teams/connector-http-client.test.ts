import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import {
  type ConnectorHttpOptions,
  createConnectorHttpClient,
  SendFailedError,
} from "../../../../bot/channels/teams/connector-http-client.ts";
import { retryPauseInMs } from "../../../../bot/channels/teams/retry-pause.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Sends one message to a service that answers as told. (Where restify is loaded, `writeHead` returns nothing.) */
async function sendTo(listener: RequestListener, options: ConnectorHttpOptions = {}) {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/v3/conversations/a/activities`;
  const headers = { toJson: () => ({ "content-type": "application/json" }) };
  const client = createConnectorHttpClient({ random: () => 0, ...options });
  return client.sendRequest({ url, method: "POST", headers, body: '{"type":"message"}' });
}

describe("createConnectorHttpClient()", () => {
  test.each([200, 202, 400, 401, 403, 404, 413])("hands %i on at the first try", async (status) => {
    let tries = 0;
    const response = await sendTo((_, answer) => {
      tries++;
      answer.writeHead(status);
      answer.end('{"id":"1"}');
    });
    expect([tries, response.status, response.bodyAsText]).toEqual([1, status, '{"id":"1"}']);
  });

  test.each([429, 412, 502, 504])("tries %i again and hands the success on", async (status) => {
    let tries = 0;
    const response = await sendTo((_, answer) => {
      answer.writeHead(++tries < 3 ? status : 201, { "retry-after": "0" });
      answer.end("{}");
    });
    expect([tries, response.status]).toEqual([3, 201]);
  });

  test.each([408, 500, 503])("gives %i up at once, under the name the SDK does not retry", async (status) => {
    let tries = 0;
    const sent = sendTo((_, answer) => {
      tries++;
      answer.writeHead(status);
      answer.end("busy");
    });
    await expect(sent).rejects.toMatchObject({ name: "AbortError", code: "SendFailed", statusCode: status });
    expect(tries).toBe(1);
  });

  test("does not wait longer than its patience, whatever the service asks for", async () => {
    const before = Date.now();
    const refuse: RequestListener = (_, answer) => {
      answer.writeHead(429, { "retry-after": "3600" });
      answer.end();
    };
    const sent = sendTo(refuse, { patienceInMs: 500 });
    await expect(sent).rejects.toBeInstanceOf(SendFailedError);
    expect(Date.now() - before).toBeLessThan(400);
  });

  test("gives up a service that never answers", async () => {
    const sent = sendTo(() => undefined, { timeoutInMs: 100 });
    await expect(sent).rejects.toMatchObject({
      code: "SendFailed",
      message: expect.stringContaining("127.0.0.1"),
    });
  });

  test("does not carry the token to where a redirect points", async () => {
    const sent = sendTo((_, answer) => {
      answer.writeHead(307, { location: "http://127.0.0.1:9/" });
      answer.end();
    });
    await expect(sent).rejects.toBeInstanceOf(SendFailedError);
  });
});

const none = () => 0;
const all = () => 1;

describe("retryPauseInMs()", () => {
  test.each([
    [{ tries: 1, retryAfter: "2", random: none }, 2000],
    [{ tries: 1, retryAfter: "2", random: all }, 2400],
    [{ tries: 9, retryAfter: "3600", random: none }, 20_000],
    [{ tries: 1, retryAfter: undefined, random: none }, 250],
    [{ tries: 1, retryAfter: undefined, random: all }, 500],
    [{ tries: 3, retryAfter: undefined, random: all }, 2000],
    [{ tries: 20, retryAfter: undefined, random: all }, 20_000],
    [{ tries: 1, retryAfter: "soon", random: all }, 500],
    [
      {
        tries: 1,
        retryAfter: "Sun, 22 Nov 2026 10:00:03 GMT",
        random: none,
        now: Date.UTC(2026, 10, 22, 10),
      },
      3000,
    ],
  ])("%j is %i", (options, wanted) => {
    expect(retryPauseInMs(options)).toBe(wanted);
  });
});
