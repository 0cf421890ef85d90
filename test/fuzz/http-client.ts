import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { expect } from "vitest";

/** A request as a stranger may write it. */
export interface OddRequest {
  method: string;
  /** As it goes over the wire. */
  path: string;
  headers: Record<string, string>;
  /** One character for each byte. */
  body?: string | undefined;
}

/** What came back. */
export interface OddAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends requests over a few connections that stay open. */
export interface OddClient {
  /** @throws {Error} When there is no whole answer in time. */
  send(request: OddRequest): Promise<OddAnswer>;
  close(): void;
}

const PATIENCE_IN_MS = 30_000;
/** Words of the inside: lines of a stack, paths of the machine, errors of the runtime. */
const INSIDE =
  /\n\s+at |\.ts:\d|node_modules|(?:Type|Range|Syntax|Reference|Sqlite|Zod)Error|SQLITE|\/work\/|\/tmp\//;

/** Creates a client of the server at `url`. */
export function createOddClient(url: string): OddClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const { hostname, port } = new URL(url);
  return {
    send: ({ method, path, headers, body: written }) =>
      new Promise((resolve, reject) => {
        const body = written === undefined ? undefined : Buffer.from(written, "latin1");
        const length = body === undefined ? {} : { "content-length": String(body.length) };
        const sent = request(
          {
            agent,
            hostname,
            port,
            method,
            path,
            headers: { ...headers, ...length },
            timeout: PATIENCE_IN_MS,
          },
          (response) => {
            let text = "";
            response.setEncoding("utf8");
            response.on("data", (chunk: string) => {
              text += chunk;
            });
            response.on("error", reject);
            response.on("end", () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
            );
          },
        );
        sent.on("timeout", () => sent.destroy(new Error(`No answer in ${PATIENCE_IN_MS} ms`)));
        sent.on("error", reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/**
 * Checks an answer to whatever was sent: no failure of the server, JSON where it says so, an error in the one form of
 * this server, nothing of the inside.
 *
 * @param isKnownError Tells of errors in another form that callers of this address expect.
 */
export function expectDecent(
  answer: OddAnswer,
  isKnownError: (body: unknown) => boolean = () => false,
): void {
  const { status, headers, text } = answer;
  expect(status, text.slice(0, 300)).toBeLessThan(500);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(INSIDE.exec(text)?.[0], text.slice(0, 300)).toBeUndefined();
  if (headers["content-type"]?.startsWith("application/json") !== true || text === "") return;
  const body: unknown = JSON.parse(text);
  if (status >= 400 && !isKnownError(body)) {
    expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } });
  }
}
