import type { Request, Response, Server } from "restify";
import { errorBody, sendJson } from "../channels/http.ts";
import { describeError, type Log } from "../log.ts";
import type { Metrics } from "../observe/metrics.ts";
import { type MetricsAccess, refuseMetrics } from "../observe/metrics-access.ts";

/** What {@link mountMetrics} works with. */
export interface MetricsRouteOptions {
  metrics: Metrics;
  access: MetricsAccess;
  log: Log;
}

const REFUSALS = {
  401: errorBody("Unauthorized", "The metrics need a key: send METRICS_TOKEN as Authorization: Bearer"),
  404: errorBody("ResourceNotFound", "There is nothing at this address"),
};

/** Adds `GET /metrics` in the text format of Prometheus, closed to everybody but this machine and the key's owner. */
export function mountMetrics(server: Server, options: MetricsRouteOptions): void {
  server.get("/metrics", async (request: Request, response: Response) => {
    const refusal = refuseMetrics(request, options.access);
    const exposed = refusal === undefined ? await expose(options) : undefined;
    if (exposed === undefined) {
      const status = refusal ?? 404;
      const headers: Record<string, string> = status === 401 ? { "www-authenticate": "Bearer" } : {};
      return sendJson(response, { status, body: REFUSALS[status], headers });
    }
    response.sendRaw(200, exposed.text, { "content-type": exposed.contentType, "cache-control": "no-store" });
  });
}

async function expose({ metrics, log }: MetricsRouteOptions): ReturnType<Metrics["expose"]> {
  try {
    return await metrics.expose();
  } catch (error) {
    log.error("metrics.failed", describeError(error));
    return undefined;
  }
}
