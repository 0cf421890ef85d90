import type { Request, Response, Server } from "restify";
import { errorBody, HttpProblem, sendJson } from "../http.ts";
import type { OriginPolicy } from "./origins.ts";

/** Start of every path of the endpoint. */
export const BASE_PATH = "/v3/directline";

const REFUSAL = {
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
    const { origin } = request.headers;
    const isAllowed = origins.isAllowed(request.headers);
    response.setHeader("vary", "Origin");
    response.setHeader("cache-control", "no-store");
    if (isAllowed && origin !== undefined) {
      response.setHeader("access-control-allow-origin", origin);
      response.setHeader("access-control-expose-headers", "Retry-After");
    }
    if (request.method !== "OPTIONS") return next();
    if (isAllowed) sendLeave(response);
    else sendJson(response, { status: 403, body: errorBody(REFUSAL.code, REFUSAL.message) });
    return next(false);
  });
}

/** @throws {HttpProblem} 403 when the request comes from a page that may not use the chat. */
export function refuseOrigin(request: Request, origins: OriginPolicy): void {
  if (!origins.isAllowed(request.headers)) throw new HttpProblem(403, REFUSAL);
}

function sendLeave(response: Response): void {
  response.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  response.setHeader("access-control-allow-headers", ALLOWED_HEADERS);
  response.setHeader("access-control-max-age", "86400");
  response.sendRaw(204, "");
}
