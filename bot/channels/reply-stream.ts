import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Log } from "../log.ts";
import { deliverForms, isContentRefused, type ReplyForm } from "./reply-form.ts";
import { readSendError, type SendError } from "./send-error.ts";

/** How a channel takes a stream. */
export interface StreamPace {
  /** Shortest pause between two sends, in milliseconds. Teams takes one a second; more is refused with 429. */
  intervalInMs: number;
  /** How long a stream may last, in milliseconds. Teams ends one after two minutes. @default {110_000} */
  maxLifeInMs?: number;
  /**
   * How long a search may take before it is told, in milliseconds. A quick answer then comes as one message, without the
   * pause that a stream needs before its end. @default {0}
   */
  informAfterInMs?: number;
}

/** The parts of {@link ReplyStream} beside the turn. */
export interface ReplyStreamOptions {
  pace: StreamPace;
  log: Log;
}

/** Longest informative line, in bytes; Teams refuses more than 1 KB. */
const MAX_INFORMATIVE_BYTES = 1000;

/**
 * `idle`: nothing was sent yet. `open`: the stream has an id. `plain`: streaming does not work here, so the answer goes
 * out as one message. `stopped`: the person has stopped it, nothing more is sent. `ended`: the answer was sent; what an
 * abandoned turn still tells is not.
 */
type State = "idle" | "open" | "plain" | "stopped" | "ended";

/** What waits to be sent; a later one takes the place of an earlier one. */
interface Chunk {
  type: "informative" | "streaming";
  text: string;
}

/**
 * One streamed answer: lines that tell what is done, the growing text, and the message that ends it.
 *
 * Follows Teams' sequence (an informative or first chunk opens the stream, its id names it, numbers grow by one, the
 * final message has none) and tells Web Chat the same through `channelData`. Chunks are sent one at a time, never faster
 * than the channel takes them; what came meanwhile is sent together. Whatever the channel refuses, the person gets the
 * whole answer: in the stream, in its place, or as a message of its own. Only a stream the person has stopped stays so.
 *
 * @example
 * ```ts
 * const stream = new ReplyStream(context, { pace: { intervalInMs: 1000 }, log });
 * stream.inform("Searching the sources…");
 * await stream.finish([() => ({ type: "message", text: "Fly ash: 22 000 t [1]." })]);
 * ```
 */
export class ReplyStream {
  readonly #context: TurnContext;
  readonly #options: ReplyStreamOptions;
  #state: State = "idle";
  #streamId = "";
  #sequence = 0;
  #opened = 0;
  #lastSend = 0;
  #sentText = "";
  #waiting: Chunk | undefined;
  #pump: Promise<void> | undefined;

  constructor(context: TurnContext, options: ReplyStreamOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Shows what is done just now; no use once the text has begun. */
  inform(text: string): void {
    if (this.#sentText === "" && this.#waiting?.type !== "streaming")
      this.#put({ type: "informative", text });
  }

  /** Shows the beginning of the answer. Text that does not begin with all of the earlier one is not shown. */
  update(text: string): void {
    if (text !== "" && text.startsWith(this.#latestText())) this.#put({ type: "streaming", text });
  }

  /**
   * Ends the stream with the whole answer.
   *
   * @param forms Forms of the complete message, fullest first, at least one; where the channel refuses one as wrong or
   * too large (400, 413), the next is tried.
   * @throws {unknown} What the channel threw if the answer could not be delivered in any form.
   */
  async finish(forms: readonly ReplyForm[]): Promise<void> {
    this.#waiting = undefined;
    await this.#pump;
    try {
      await this.#deliverOnce(forms);
    } finally {
      if (this.#state !== "stopped") this.#state = "ended";
    }
  }

  async #deliverOnce(forms: readonly ReplyForm[]): Promise<void> {
    try {
      await deliverForms(forms, (activity) => this.#deliver(activity));
    } catch (error) {
      // Perhaps not the content was wrong but the stream: once more without it.
      if (this.#state !== "open" || !isContentRefused(error)) throw error;
      this.#state = "plain";
      this.#note(readSendError(error));
      await deliverForms(forms, (activity) => this.#deliver(activity));
    }
  }

  async #deliver(activity: Partial<Activity>): Promise<void> {
    if (this.#state === "stopped") return;
    if (this.#state !== "open") return void (await this.#context.sendActivity(activity));
    if (this.#isTooOld()) return this.#replace(activity);
    await this.#pause();
    this.#lastSend = Date.now();
    try {
      await this.#context.sendActivity(withStreamInfo(activity, { type: "final", id: this.#streamId }));
    } catch (error) {
      await this.#recover(activity, error);
    }
  }

  #latestText(): string {
    return this.#waiting?.type === "streaming" ? this.#waiting.text : this.#sentText;
  }

  #put(chunk: Chunk): void {
    if (this.#state !== "idle" && this.#state !== "open") return;
    this.#waiting = chunk;
    this.#pump ??= this.#run().finally(() => {
      this.#pump = undefined;
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting !== undefined && (this.#state === "idle" || this.#state === "open")) {
      if (this.#state === "open") await this.#pause();
      const chunk = this.#waiting;
      if (chunk === undefined || this.#isTooOld()) return;
      this.#waiting = undefined;
      await this.#sendChunk(chunk);
    }
  }

  async #sendChunk(chunk: Chunk): Promise<void> {
    const text = chunk.type === "informative" ? cutBytes(chunk.text) : chunk.text;
    this.#lastSend = Date.now();
    this.#sequence++;
    const info = { type: chunk.type, id: this.#streamId, sequence: this.#sequence };
    try {
      const sent = await this.#context.sendActivity(
        withStreamInfo({ type: ActivityTypes.Typing, text }, info),
      );
      if (chunk.type === "streaming") this.#sentText = text;
      if (this.#state === "idle") this.#open(sent?.id ?? "");
    } catch (error) {
      this.#chunkFailed(readSendError(error));
    }
  }

  #open(id: string): void {
    // Without an id nothing can be added to the stream; the answer comes as one message.
    this.#state = id === "" ? "plain" : "open";
    this.#streamId = id;
    this.#opened = Date.now();
  }

  #chunkFailed(problem: SendError): void {
    this.#note(problem);
    if (isStop(problem)) this.#state = "stopped";
    else if (this.#state === "idle") this.#state = "plain";
    // Too many: the next chunk holds this one's text. A refusal of any other kind: the final message tells more.
    else if (problem.status !== 429) this.#waiting = undefined;
  }

  /** The answer in place of what was streamed, else as a message of its own. */
  async #recover(activity: Partial<Activity>, error: unknown): Promise<void> {
    const problem = readSendError(error);
    if (isStop(problem)) this.#state = "stopped";
    else if (problem.status === 403) await this.#replace(activity);
    // Neither a form that is refused nor a message nobody has answered to, which may have arrived, is sent again.
    else if (isContentRefused(error) || !isRefused(problem)) throw error;
    else await this.#context.sendActivity(activity);
    this.#note(problem);
  }

  async #replace(activity: Partial<Activity>): Promise<void> {
    try {
      await this.#context.updateActivity({ ...activity, id: this.#streamId });
    } catch (error) {
      this.#note(readSendError(error));
      await this.#context.sendActivity(activity);
    }
  }

  #isTooOld(): boolean {
    const { maxLifeInMs = 110_000 } = this.#options.pace;
    return this.#state === "open" && Date.now() - this.#opened > maxLifeInMs;
  }

  async #pause(): Promise<void> {
    const rest = this.#lastSend + this.#options.pace.intervalInMs - Date.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }

  #note({ status, code }: SendError): void {
    this.#options.log.info("stream.refused", { status, code });
  }
}

/** The channel said no, rather than nothing or "later". */
function isRefused({ status }: SendError): boolean {
  return status !== undefined && status !== 429 && status < 500;
}

/** Tells a stop by the person from the other reasons of a 403; Microsoft's page names it in words only. */
function isStop({ status, code, message }: SendError): boolean {
  if (status !== 403) return false;
  return /cancel|stopped by (?:the )?user/.test(message) || /cancel/i.test(code ?? "");
}

/** Marks an activity as part of a stream: as an entity for Teams, in `channelData` for Web Chat before 4.19. */
function withStreamInfo(
  activity: Partial<Activity>,
  info: { type: "informative" | "streaming" | "final"; id: string; sequence?: number },
): Partial<Activity> {
  const fields = {
    ...(info.id === "" ? {} : { streamId: info.id }),
    streamType: info.type,
    ...(info.sequence === undefined ? {} : { streamSequence: info.sequence }),
  };
  return {
    ...activity,
    channelData: { ...activity.channelData, ...fields },
    entities: [{ type: "streaminfo", ...fields }, ...(activity.entities ?? [])],
  };
}

function cutBytes(text: string): string {
  let cut = text;
  while (Buffer.byteLength(cut) > MAX_INFORMATIVE_BYTES) cut = cut.slice(0, -10).toWellFormed();
  return cut;
}
