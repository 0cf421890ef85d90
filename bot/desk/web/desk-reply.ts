import type { ServerResponse } from "node:http";
import type { Language } from "../../../knowledge/languages.ts";
import type { Html } from "./html.ts";

/** What goes out: status, headers and body. */
export interface DeskReply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
  /** `Set-Cookie` headers. */
  cookies?: readonly string[];
}

/**
 * No script at all; styles, pictures and forms of our own origin only; in no frame. The referrer must stay for our own
 * origin, because without it browsers send forms with the origin `null`.
 */
const SAFE_HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "same-origin",
  Vary: "Accept-Language, Cookie",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Headers of a file: it runs nothing, also when a browser opens it. */
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A page of the desk. */
export function pageReply(
  page: Html,
  {
    status,
    language,
    headers = {},
  }: { status: number; language: Language; headers?: Record<string, string> },
): DeskReply {
  return {
    status,
    headers: {
      ...SAFE_HEADERS,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      ...headers,
    },
    body: page.html,
  };
}

/** Goes to a path of our own. The path must have been checked. */
export function redirectReply(to: string, cookies: readonly string[] = []): DeskReply {
  return { status: 303, headers: { ...SAFE_HEADERS, Location: to }, body: "", cookies };
}

/** A file that the browser keeps. */
export function fileReply(
  body: string | Uint8Array,
  { contentType, disposition }: { contentType: string; disposition: string },
): DeskReply {
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      "Content-Security-Policy": FILE_POLICY,
      "Content-Type": contentType,
      "Content-Disposition": disposition,
    },
    body,
  };
}

/** Sends a reply; of a `HEAD` request the body stays behind. */
export function sendDeskReply(response: ServerResponse, { status, headers, body, cookies }: DeskReply): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies?.length) response.setHeader("Set-Cookie", [...cookies]);
  response.setHeader("Content-Length", String(bytes.length));
  response.writeHead(status);
  response.end(bytes);
}
