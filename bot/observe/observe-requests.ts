import type { IncomingMessage, ServerResponse } from "node:http";
import type { LogContext } from "./log-context.ts";
import { type Metrics, NO_METRICS } from "./metrics.ts";
import { observeSteps } from "./observe-steps.ts";
import { requestIdOf } from "./request-id.ts";
import { type OpenSpan, parseTraceParent, type Traces } from "./traces.ts";

/** What requests are observed with. */
export interface ObserveOptions {
  /** @default counts nothing */
  metrics?: Metrics;
  /** @default makes no traces */
  traces?: Traces;
}

/** Gives each request the context of its log lines, and a span where traces are made. */
export interface RequestObserver {
  /** Names the request, tells its name in the answer, and begins its span. Called once for each. */
  begin(request: IncomingMessage, response: ServerResponse): void;
  /** The context of a request; empty before {@link begin}. */
  contextOf(request: IncomingMessage): LogContext;
}

/** Creates the observer of one server. */
export function observeRequests(options: ObserveOptions): RequestObserver {
  const { metrics = NO_METRICS, traces } = options;
  const contexts = new WeakMap<IncomingMessage, LogContext>();
  const counting = metrics === NO_METRICS ? undefined : observeSteps({ metrics });
  return {
    begin(request, response) {
      const id = requestIdOf(request.headers);
      response.setHeader("x-request-id", id);
      const span = traces && beginSpan(request, { response, traces });
      const observer = span ? observeSteps({ metrics, traces, span }) : counting;
      contexts.set(request, { request: id, ...(observer && { observer }) });
    },
    contextOf: (request) => contexts.get(request) ?? {},
  };
}

/** The path may name a conversation, so the span bears the route's pattern alone. */
function beginSpan(
  request: IncomingMessage,
  { response, traces }: { response: ServerResponse; traces: Traces },
): OpenSpan {
  const parent = parseTraceParent(request.headers.traceparent);
  const facts = { "http.request.method": request.method };
  const span = traces.begin("request", { kind: "server", facts, ...(parent && { parent }) });
  response.once("close", () => {
    span.add({ "http.route": routeOf(request), "http.response.status_code": response.statusCode });
    span.end();
  });
  return span;
}

function routeOf(request: IncomingMessage & { route?: { path?: unknown } | null }): string | undefined {
  const path = request.route?.path;
  return typeof path === "string" ? path : undefined;
}
