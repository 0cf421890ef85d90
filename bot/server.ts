import type { Server as HttpServer } from "node:http";
import restify, { type Request, type Response, type Server } from "restify";
import { errorBody, respond, sendJson } from "./channels/http.ts";
import { describeError, type Log } from "./log.ts";
import { runInLogContext } from "./observe/log-context.ts";
import { type Metrics, NO_METRICS } from "./observe/metrics.ts";
import type { MetricsAccess } from "./observe/metrics-access.ts";
import { type ObserveOptions, observeRequests, type RequestObserver } from "./observe/observe-requests.ts";
import type { Readiness } from "./observe/readiness.ts";
import { mountMetrics } from "./web/mount-metrics.ts";

/** What {@link createBotServer} serves. */
export interface BotServerOptions extends ObserveOptions {
  /** Adds the routes of one part, such as a channel or the web page; called once each, in order. */
  mounts: readonly ((server: Server) => void)[];
  /** Asked on each `GET /readyz`. The reason is shown to whoever asks: no secrets, no paths. */
  isReady: () => Readiness | Promise<Readiness>;
  /** The server is about to end: it serves what is asked for, and takes no new work. @default {() => false} */
  isStopping?: () => boolean;
  /** Who may read `/metrics`. @default this machine alone */
  metricsAccess?: MetricsAccess;
  log: Log;
}

/** Largest body that is read, in bytes; a larger one gets 413. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Messages of restify that name nothing but the caller's own mistake. */
const PROBLEMS: Record<number, string> = {
  400: "The request cannot be read: send valid JSON",
  404: "There is nothing at this address",
  405: "This address does not take this method",
  413: `The body is too large: send at most ${MAX_BODY_BYTES} bytes`,
  415: "The body has a type this server does not read: send plain JSON",
};

const STOPPING: Readiness = { ready: false, reason: "stopping" };

/**
 * Creates the HTTP server of the bot, not yet listening.
 *
 * Serves `/healthz` (200 while the process lives), `/readyz` (200 when it can answer, else 503) and `/metrics` beside
 * what the mounts add. Every error answer is `{"error":{"code","message"}}` and tells nothing of the inside. Every
 * answer bears the id under which the log tells of its request, as `x-request-id`.
 */
export function createBotServer(options: BotServerOptions): Server {
  const { log, metrics = NO_METRICS, isStopping = () => false } = options;
  const server = restify.createServer({ name: "", log: quietLog(log) });
  limitTime(httpServerOf(server));
  const observer = observeRequests(options);
  server.pre((request: Request, response: Response, next: restify.Next) => {
    observer.begin(request, response);
    next();
  });
  server.pre(addSecurityHeaders);
  server.pre(refuseEncodedBodies);
  server.pre(refuseWhile(isStopping));
  server.on("restifyError", (request: Request, response: Response, error: unknown, done: () => void) => {
    const path = request.getPath();
    runInLogContext(observer.contextOf(request), () => answerError(response, { error, path, log, metrics }));
    done();
  });
  server.use(restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES }));
  server.use(restify.plugins.jsonBodyParser());
  server.use(enterContext(observer));
  server.get(
    "/healthz",
    respond(log, () => ({ status: 200, body: { status: "ok" } })),
  );
  const ready = async () => {
    const readiness = isStopping() ? STOPPING : await options.isReady();
    return { status: readiness.ready ? 200 : 503, body: readiness };
  };
  server.get("/readyz", respond(log, ready));
  mountMetrics(server, { metrics, access: options.metricsAccess ?? {}, log });
  for (const mount of options.mounts) mount(server);
  return server;
}

/** All that a request starts runs in its context. After the body: what its events start would run outside. */
function enterContext(observer: RequestObserver): restify.RequestHandler {
  return (request, _response, next) => runInLogContext(observer.contextOf(request), () => next());
}

/** New work would not be ended; what is only read, such as the last answers, still is served. */
function refuseWhile(isStopping: () => boolean): restify.RequestHandler {
  return (request, response, next) => {
    if (!isStopping() || request.method === "GET" || request.method === "HEAD") return next();
    sendJson(response, {
      status: 503,
      body: errorBody("Stopping", "The server is about to stop: try again in a moment"),
      headers: { "retry-after": "1", connection: "close" },
    });
    return next(false);
  };
}

/** The Node server inside; `upgrade` requests appear only there. */
export function httpServerOf(server: Server): HttpServer {
  return server.server as HttpServer;
}

/**
 * A logger for restify itself. Its own prints whole requests, with their tokens; this one passes the words of
 * warnings on and drops everything else.
 */
function quietLog(log: Log): never {
  const drop = () => false;
  const pass = (...parts: unknown[]) => {
    const words = parts.filter((part) => typeof part === "string");
    if (words.length > 0) log.warn("restify", { message: words.join(" ") });
  };
  const quiet = { trace: drop, debug: drop, info: drop, warn: pass, error: pass, fatal: pass };
  // restify's type names a logger library it no longer uses.
  return { ...quiet, child: () => quiet } as never;
}

/** A client that sends slowly on purpose must not hold a connection for long. */
function limitTime(server: HttpServer): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
}

function addSecurityHeaders(_request: Request, response: Response, next: restify.Next): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  next();
}

/** restify's body reader lets one broken gzip body end the process (restify issues 1785, 1975). */
function refuseEncodedBodies(request: Request, response: Response, next: restify.Next): void {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    const message = "The body is compressed: send it plain";
    sendJson(response, { status: 415, body: errorBody("UnsupportedEncoding", message) });
  }
  next(encoding === "identity" ? undefined : false);
}

function answerError(
  response: Response,
  options: { error: unknown; path: string; log: Log; metrics: Metrics },
): void {
  const { error, path, log, metrics } = options;
  if (response.headersSent || response.destroyed) return;
  const status = statusOf(error);
  if (status === 413) metrics.refused("size");
  if (status >= 500) log.error("request.failed", { path, ...describeError(error) });
  const known = PROBLEMS[status] ?? "The server failed";
  sendJson(response, { status, body: errorBody(codeOf(error, status), known) });
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error && "statusCode" in error ? Number(error.statusCode) : 500;
  return status in PROBLEMS ? status : 500;
}

function codeOf(error: unknown, status: number): string {
  if (status >= 500 || !(error instanceof Error)) return "InternalError";
  return error.name.replace(/Error$/, "");
}
