import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One span as the collector got it. */
export interface CollectedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}

/** A collector of traces: takes OTLP over HTTP as JSON, and nothing else. */
export interface TraceCollector {
  url: string;
  spans: CollectedSpan[];
  /** Everything it was sent, as it came. */
  bodies: string[];
  close(): void;
}

/** Starts a collector on a free port. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const [spans, bodies]: [CollectedSpan[], string[]] = [[], []];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const isTrace = request.method === "POST" && request.url === "/v1/traces";
    if (!isTrace || request.headers["content-type"] !== "application/json") {
      response.writeHead(404);
      response.end();
      return;
    }
    bodies.push(text);
    for (const { scopeSpans } of JSON.parse(text).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    // restify, where it is loaded too, changes what this call returns.
    response.writeHead(200, { "content-type": "application/json" });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
