import { request as httpRequest, type IncomingHttpHeaders } from "node:http";

/** What a browser got; redirects are not followed. */
export interface Seen {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Cookies that were set, by name; the empty text for one that was deleted. */
  cookies: Record<string, string>;
  setCookies: readonly string[];
}

/** One request. */
export interface OpenOptions {
  method?: string;
  /** Of the public address by default. */
  host?: string;
  cookie?: string;
  headers?: Record<string, string>;
  body?: string;
  form?: Record<string, string>;
}

/** Asks over plain HTTP with any `Host` and any path, which `fetch` would put right. */
export function sendRaw(port: number, path: string, options: OpenOptions): Promise<Seen> {
  const { method = "GET", host = "", cookie, headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const sent = httpRequest({
      port,
      path,
      method,
      host: "127.0.0.1",
      agent: false,
      headers: {
        host,
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const setCookies = response.headers["set-cookie"] ?? [];
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).toString(),
        setCookies,
        cookies: Object.fromEntries(setCookies.map((line) => splitCookie(line))),
      });
    });
    sent.end(body);
  });
}

function splitCookie(line: string): [string, string] {
  const [pair = ""] = line.split(";");
  const mark = pair.indexOf("=");
  return [pair.slice(0, mark), pair.slice(mark + 1)];
}
