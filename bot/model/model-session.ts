import { setTimeout as sleep } from "node:timers/promises";
import type { ChatAnswer, ChatCall, ChatClient, ChatUsage } from "./chat-client.ts";
import { ModelFailure, toModelFailure } from "./model-failure.ts";
import { estimateUsage } from "./token-budget.ts";

/** Pause before the one retry, where the endpoint asks for none, in milliseconds. */
const RETRY_PAUSE_IN_MS = 200;
/** A pause may take this share of the time that is left. */
const MOST_OF_TIME = 0.3;

/**
 * Share of the time in which all must be there that comes before the writing: where half of it went by, nothing would be
 * written in the rest, and the person should not wait for that.
 */
const MOST_FOR_ASKING = 0.5;
/** Share of the time by which the first words of an answer must have come. */
const MOST_FOR_FIRST_WORDS = 0.75;

/** An answer that goes on beyond this is none; few servers end it by themselves. */
const MOST_CHARS = 20_000;

/** What a session is made with. */
export interface ModelSessionOptions {
  client: () => Promise<ChatClient>;
  /** For everything the model does for one answer, in milliseconds. */
  timeoutInMs: number;
  /** Ends the session before its time. */
  stop: AbortSignal;
}

type Work<Result> = (client: ChatClient) => Promise<Result>;
/** What is asked, and what ends the waiting for it. */
interface Request {
  call: ChatCall;
  signal: AbortSignal;
}

/** All that the model does for one answer: its calls share one deadline, and are counted together. */
export class ModelSession {
  readonly #options: ModelSessionOptions;
  readonly #signal: AbortSignal;
  readonly #askSignal: AbortSignal;
  readonly #ends: number;
  readonly #started = performance.now();
  #calls = 0;
  #spent: ChatUsage = { input: 0, output: 0 };

  constructor(options: ModelSessionOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([AbortSignal.timeout(options.timeoutInMs), options.stop]);
    this.#askSignal = AbortSignal.any([
      AbortSignal.timeout(Math.ceil(options.timeoutInMs * MOST_FOR_ASKING)),
      options.stop,
    ]);
    this.#ends = this.#started + options.timeoutInMs;
  }

  /** What it has taken so far: time in milliseconds, requests, tokens read and written. */
  get figures(): { ms: number; calls: number; input: number; output: number } {
    return { ms: Math.round(performance.now() - this.#started), calls: this.#calls, ...this.#spent };
  }

  /**
   * Asks for a whole answer.
   *
   * @throws {ModelFailure} When there is none in time; a refusal that may pass is tried once more.
   */
  async ask(call: ChatCall): Promise<ChatAnswer> {
    const signal = this.#askSignal;
    const answer = await this.#twice(async (client) => client.ask(call, signal), { call, signal });
    this.#count(call, { text: answer.text, usage: answer.usage });
    return answer;
  }

  /**
   * Gives an answer piece by piece.
   *
   * @throws {ModelFailure} Also in the middle of it, and when it ends without saying so.
   */
  async *stream(call: ChatCall): AsyncGenerator<string> {
    const pieces = await this.#openStream(call);
    let text = "";
    let usage: ChatUsage | undefined;
    let isWhole = false;
    try {
      for (let next = pieces.first; next.done !== true; next = await pieces.iterator.next()) {
        usage = next.value.usage ?? usage;
        isWhole ||= next.value.isLast === true;
        text += next.value.text;
        if (text.length > MOST_CHARS) throw new ModelFailure("nonsense");
        if (next.value.text !== "") yield next.value.text;
      }
    } catch (error) {
      throw toModelFailure(error, { isOver: this.#signal.aborted, hasBegun: true });
    } finally {
      await pieces.iterator.return?.(undefined).catch(() => undefined);
      this.#count(call, { text, usage });
    }
    if (!isWhole) throw new ModelFailure("cut");
  }

  /** Waits for the first words, not as long as for all of them. */
  async #openStream(call: ChatCall) {
    const tooLate = new AbortController();
    const left = this.#ends - performance.now() - this.#options.timeoutInMs * (1 - MOST_FOR_FIRST_WORDS);
    const timer = setTimeout(() => tooLate.abort(), Math.max(0, left));
    const signal = AbortSignal.any([this.#signal, tooLate.signal]);
    const open = async (client: ChatClient) => {
      const iterator = client.stream(call, signal)[Symbol.asyncIterator]();
      return { first: await iterator.next(), iterator };
    };
    return this.#twice(open, { call, signal }).finally(() => clearTimeout(timer));
  }

  /** Tries a second time what may go better then, while there is time. */
  async #twice<Result>(work: Work<Result>, request: Request): Promise<Result> {
    try {
      return await this.#once(work, request);
    } catch (error) {
      const failure = error as ModelFailure;
      const pause = failure.retryAfterInMs ?? RETRY_PAUSE_IN_MS;
      const left = this.#ends - performance.now();
      if (!MAY_PASS.has(failure.reason) || pause > left * MOST_OF_TIME) throw failure;
      await sleep(pause);
      return this.#once(work, request);
    }
  }

  async #once<Result>(work: Work<Result>, { call, signal }: Request): Promise<Result> {
    this.#calls += 1;
    try {
      return await work(await this.#options.client());
    } catch (error) {
      const failure = toModelFailure(error, { isOver: signal.aborted });
      // An endpoint that took the request and was too slow has read it all the same, and is paid for that.
      if (failure.reason === "timeout") this.#count(call, { text: "", usage: undefined });
      throw failure;
    }
  }

  #count(call: ChatCall, answer: { text: string; usage: ChatUsage | undefined }): void {
    const asked = call.system + call.user + JSON.stringify(call.tools ?? "");
    const usage = answer.usage ?? estimateUsage(asked, answer.text);
    this.#spent = { input: this.#spent.input + usage.input, output: this.#spent.output + usage.output };
  }
}

const MAY_PASS: ReadonlySet<string> = new Set(["busy", "broken", "unreachable"]);
