import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { describeError, type Log } from "../log.ts";
import type { OpenSpan, SpanFacts, SpanIds, Traces } from "./traces.ts";

/** What {@link openTraces} is told. */
export interface TracesOptions {
  /** Address of the collector without a path, such as `http://127.0.0.1:4318`. */
  endpoint: string;
  log: Log;
  /** Pause between two sends, in milliseconds. @default {5000} */
  intervalInMs?: number;
}

/** Longest wait for the collector, in milliseconds. */
const SEND_LIMIT_IN_MS = 3000;
/** Spans that wait to be sent at most; more are dropped. */
const MOST_WAITING = 2048;

/**
 * Opens traces that go to an OpenTelemetry collector as OTLP over HTTP. Import this file only where the setting asks for
 * it: the libraries are large.
 *
 * A collector that does not answer costs nothing but the spans: they are dropped.
 */
export function openTraces(options: TracesOptions): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint}/v1/traces`,
    timeoutMillis: SEND_LIMIT_IN_MS,
  });
  const processor = new BatchSpanProcessor(exporter, {
    maxQueueSize: MOST_WAITING,
    scheduledDelayMillis: options.intervalInMs ?? 5000,
    exportTimeoutMillis: SEND_LIMIT_IN_MS,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "sivuvirta" }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer("sivuvirta");
  return {
    begin(name, { parent, kind = "internal", facts = {} } = {}) {
      const ids = parent !== undefined && "ids" in parent ? parent.ids : parent;
      const context = ids === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, toContext(ids));
      const spanKind = kind === "server" ? SpanKind.SERVER : SpanKind.INTERNAL;
      return toOpenSpan(tracer.startSpan(name, { kind: spanKind, attributes: known(facts) }, context));
    },
    async close() {
      try {
        await provider.shutdown();
      } catch (error) {
        options.log.warn("traces.not-sent", describeError(error));
      }
    },
  };
}

function toOpenSpan(span: Span): OpenSpan {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    ids: { trace: traceId, span: spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
    add: (facts) => void span.setAttributes(known(facts)),
    end({ error } = {}) {
      if (error !== undefined) {
        // The message may hold what somebody said.
        span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}

function toContext({ trace: traceId, span: spanId, isSampled }: SpanIds) {
  return {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  };
}

function known(facts: SpanFacts): Record<string, string | number | boolean> {
  const set = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Record<string, string | number | boolean>;
}
