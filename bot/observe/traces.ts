/** Facts of a span: names, counts and codes, never words of people. */
export type SpanFacts = Record<string, string | number | boolean | undefined>;

/** A piece of work that runs. */
export interface OpenSpan {
  /** Ids by which a later span names it as its parent. */
  readonly ids: SpanIds;
  /** Adds facts that were not known when it began. */
  add(facts: SpanFacts): void;
  /** @param outcome.error What was thrown; only its class is told. */
  end(outcome?: { error?: unknown }): void;
}

/** Ids of a span in the form of W3C Trace Context. */
export interface SpanIds {
  /** 32 hexadecimal digits. */
  trace: string;
  /** 16 hexadecimal digits. */
  span: string;
  /** Whether whoever began the trace keeps it. */
  isSampled: boolean;
}

/** Makes spans and hands them to a collector. */
export interface Traces {
  /**
   * Begins a span.
   *
   * @param options.parent The span, here or at the caller, that it is part of. @default it begins a trace
   * @param options.kind `server` for a request from outside. @default {"internal"}
   */
  begin(
    name: string,
    options?: { parent?: OpenSpan | SpanIds; kind?: "server" | "internal"; facts?: SpanFacts },
  ): OpenSpan;
  /** Sends what is left; never throws. */
  close(): Promise<void>;
}

const TRACE_PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Reads the `traceparent` header of a request.
 *
 * @returns `undefined` for none, for one of another version, and for ids of zeros alone, which mean nothing.
 */
export function parseTraceParent(header: unknown): SpanIds | undefined {
  const [, trace = "", span = "", flags = ""] = TRACE_PARENT.exec(String(header)) ?? [];
  if (trace === "" || /^0+$/.test(trace) || /^0+$/.test(span)) return undefined;
  return { trace, span, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
