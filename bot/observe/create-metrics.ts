import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Gauges, Metrics } from "./metrics.ts";

const TURN_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const STEP_BUCKETS = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10, 30];
const MODEL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 50];

/** Name and words of each figure that is read when asked for. */
const GAUGES: Record<keyof Gauges, { name: string; help: string }> = {
  queueDepth: { name: "sivuvirta_turns_waiting", help: "Turns that run or wait" },
  sockets: { name: "sivuvirta_sockets_open", help: "Open sockets of the web chat" },
  conversations: { name: "sivuvirta_conversations", help: "Conversations that are kept" },
  indexPassages: { name: "sivuvirta_index_passages", help: "Passages of the index in use" },
  indexBuilt: {
    name: "sivuvirta_index_built_timestamp_seconds",
    help: "When the index in use was built, in seconds since 1970",
  },
  noticesWaiting: { name: "sivuvirta_notices_waiting", help: "Messages of the desk that wait to be sent" },
};

/**
 * Creates metrics in a registry of their own: two bots in one process do not count into each other's.
 *
 * @param options.ofProcess Adds memory, event loop and processor time of the process. @default {true}
 */
export function createMetrics(options: { ofProcess?: boolean } = {}): Metrics {
  const register = new Registry();
  if (options.ofProcess ?? true) collectDefaultMetrics({ register });
  const { turns, turnSeconds, refusals, steps } = createTurnMetrics(register);
  const { calls, callSeconds, tokens } = createModelMetrics(register);
  const watched = watchGauges(register);
  return {
    turn({ seconds, ...labels }) {
      turns.inc(labels);
      turnSeconds.observe({ channel: labels.channel }, seconds);
    },
    refused: (reason) => refusals.inc({ reason }),
    step: (step, seconds) => steps.observe({ step }, seconds),
    modelCall({ kind, outcome, seconds, tokensIn = 0, tokensOut = 0 }) {
      calls.inc({ kind, outcome });
      callSeconds.observe({ kind }, seconds);
      if (tokensIn > 0) tokens.inc({ kind, direction: "in" }, tokensIn);
      if (tokensOut > 0) tokens.inc({ kind, direction: "out" }, tokensOut);
    },
    watch: (gauges) => void Object.assign(watched, gauges),
    expose: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}

function createTurnMetrics(register: Registry) {
  const registers = [register];
  return {
    turns: new Counter({
      name: "sivuvirta_turns_total",
      help: "Turns by how they ended",
      labelNames: ["channel", "intent", "language", "outcome"],
      registers,
    }),
    turnSeconds: new Histogram({
      name: "sivuvirta_turn_seconds",
      help: "Time until the answer was made",
      labelNames: ["channel"],
      buckets: TURN_BUCKETS,
      registers,
    }),
    refusals: new Counter({
      name: "sivuvirta_messages_refused_total",
      help: "Messages that were not taken, by reason",
      labelNames: ["reason"],
      registers,
    }),
    steps: new Histogram({
      name: "sivuvirta_step_seconds",
      help: "Time of the pieces of a turn",
      labelNames: ["step"],
      buckets: STEP_BUCKETS,
      registers,
    }),
  };
}

function createModelMetrics(register: Registry) {
  const registers = [register];
  return {
    calls: new Counter({
      name: "sivuvirta_model_calls_total",
      help: "Calls of models by how they ended",
      labelNames: ["kind", "outcome"],
      registers,
    }),
    callSeconds: new Histogram({
      name: "sivuvirta_model_call_seconds",
      help: "Time of calls of models",
      labelNames: ["kind"],
      buckets: MODEL_BUCKETS,
      registers,
    }),
    tokens: new Counter({
      name: "sivuvirta_model_tokens_total",
      help: "Tokens that went into models and came out",
      labelNames: ["kind", "direction"],
      registers,
    }),
  };
}

/** @returns Where the figures are read; those that are there when somebody asks are told. */
function watchGauges(register: Registry): Partial<Gauges> {
  const watched: Partial<Gauges> = {};
  for (const [key, { name, help }] of Object.entries(GAUGES)) {
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        this.reset();
        try {
          const value = await watched[key as keyof Gauges]?.();
          if (value === undefined) this.remove();
          else this.set(value);
        } catch {
          // A store that does not answer must not hide the other figures.
          this.remove();
        }
      },
    });
  }
  return watched;
}
