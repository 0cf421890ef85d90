import type { ServerResponse } from "node:http";
import type { Request, Response, Server } from "restify";
import { errorBody, HttpProblem, sendJson } from "../http.ts";
import type { OriginHeaders, OriginPolicy } from "./origins.ts";

/** Start of every path of the endpoint. */
export const BASE_PATH = "/v3/directline";

/** What a page reads that may not use the chat. */
export const ORIGIN_REFUSAL = {
  code: "OriginNotAllowed",
  message: "This page may not use the chat: add its origin to ALLOWED_ORIGINS or set PUBLIC_URL",
};

/**
 * Headers a page may send. directlinejs 0.15 names three; its HTTP library (rxjs 5) adds `X-Requested-With` to
 * every call, and without leave for it a browser on another site would send nothing.
 */
const ALLOWED_HEADERS = "Authorization, Content-Type, x-ms-bot-agent, X-Requested-With";

/**
 * Answers the browser's questions before a call of another site's page (CORS), and lets that page read answers.
 *
 * Runs before routing. It only tells browsers what they may do; the routes themselves call {@link refuseOrigin},
 * for the router also takes addresses that are written otherwise (`%64irectline`).
 */
export function answerCors(server: Server, origins: OriginPolicy): void {
  server.pre((request: Request, response: Response, next) => {
    if (!request.getPath().startsWith(`${BASE_PATH}/`)) return next();
    const isAllowed = letPageRead(response, { origins, headers: request.headers });
    if (request.method !== "OPTIONS") return next();
    if (isAllowed) sendLeave(response);
    else sendJson(response, { status: 403, body: errorBody(ORIGIN_REFUSAL.code, ORIGIN_REFUSAL.message) });
    return next(false);
  });
}

/**
 * Sets the headers by which a browser lets a page of another site read the answer.
 *
 * @returns Whether the page may use the chat at all.
 */
export function letPageRead(
  response: ServerResponse,
  { origins, headers }: { origins: OriginPolicy; headers: OriginHeaders },
): boolean {
  const isAllowed = origins.isAllowed(headers);
  response.setHeader("vary", "Origin");
  response.setHeader("cache-control", "no-store");
  if (isAllowed && headers.origin !== undefined) {
    response.setHeader("access-control-allow-origin", headers.origin);
    response.setHeader("access-control-expose-headers", "Retry-After");
  }
  return isAllowed;
}

/** @throws {HttpProblem} 403 when the request comes from a page that may not use the chat. */
export function refuseOrigin(request: Request, origins: OriginPolicy): void {
  if (!origins.isAllowed(request.headers)) throw new HttpProblem(403, ORIGIN_REFUSAL);
}

function sendLeave(response: Response): void {
  response.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  response.setHeader("access-control-allow-headers", ALLOWED_HEADERS);
  response.setHeader("access-control-max-age", "86400");
  response.sendRaw(204, "");
}
