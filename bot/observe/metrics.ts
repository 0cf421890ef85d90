import type { Language } from "../../knowledge/languages.ts";
import type { Intent } from "../reply/reply.ts";
import type { Step } from "./step.ts";

/** How a turn ended. */
export type TurnOutcome = "answered" | "refused" | "failed";

/** One turn, as it is counted. */
export interface CountedTurn {
  channel: "teams" | "web-chat" | "command-line";
  /** `none` for a turn that failed. */
  intent: Intent;
  language: Language;
  outcome: TurnOutcome;
  /** Time from the message until its answer was made. */
  seconds: number;
}

/**
 * Why something was not taken: over a limit of a person or address, too large, too many of a conversation wait, not a
 * known sender.
 */
export type RefusalReason = "rate" | "size" | "queue" | "stranger";

/** One call of a model. */
export interface CountedModelCall {
  kind: "chat" | "embedding";
  /** `limited`: the day's tokens are used up, or the model asked for patience. */
  outcome: "ok" | "failed" | "timeout" | "limited";
  seconds: number;
  /** Tokens that went in and came out. @default {0} */
  tokensIn?: number;
  tokensOut?: number;
}

/** Figures that are read when somebody asks for them; one that throws or is missing is left out. */
export interface Gauges {
  /** Turns that run or wait. */
  queueDepth: () => number;
  /** Open sockets of the web chat. */
  sockets: () => number;
  /** Conversations that are kept. */
  conversations: () => number | Promise<number>;
  /** Passages of the index in use. */
  indexPassages: () => number;
  /** When the index in use was built, in seconds since 1970. */
  indexBuilt: () => number;
  /** Messages that nobody asked for just now and that wait to be sent. */
  noticesWaiting: () => number | Promise<number>;
}

/** Takes what happens, to be read by whoever watches the process. Every label has a fixed set of values. */
export interface Metrics {
  turn(turn: CountedTurn): void;
  refused(reason: RefusalReason): void;
  modelCall(call: CountedModelCall): void;
  /** Time of one piece of work, whether it went well or not. */
  step(step: Step, seconds: number): void;
  /** Names where figures are read; later ones take the place of earlier ones. */
  watch(gauges: Partial<Gauges>): void;
  /** All of it as text for Prometheus; `undefined` where nothing is counted. */
  expose(): Promise<{ contentType: string; text: string } | undefined>;
}

const nothing = () => undefined;

/** Counts nothing. */
export const NO_METRICS: Metrics = {
  turn: nothing,
  refused: nothing,
  modelCall: nothing,
  step: nothing,
  watch: nothing,
  expose: async () => undefined,
};
