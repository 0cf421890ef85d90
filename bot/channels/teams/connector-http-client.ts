import { setTimeout as wait } from "node:timers/promises";
import { retryPauseInMs } from "./retry-pause.ts";
import type { ServiceHosts } from "./service-hosts.ts";

/** Request of the SDK's HTTP layer, as far as this file reads it. */
interface SdkRequest {
  url: string;
  method: string;
  headers: { toJson(options: { preserveCase: boolean }): Record<string, string> };
  body?: unknown;
}

/** What the SDK's HTTP layer wants back. */
interface SdkResponse {
  request: SdkRequest;
  status: number;
  headers: SdkRequest["headers"];
  bodyAsText: string;
}

/** HTTP client of the SDK's connector. */
export interface ConnectorHttpClient {
  sendRequest(request: SdkRequest): Promise<SdkResponse>;
}

/** Choices of {@link createConnectorHttpClient}. */
export interface ConnectorHttpOptions {
  /** Longest time for one try, in milliseconds. @default {5000} */
  timeoutInMs?: number;
  /** Longest time for a message with all its tries and the pauses between them, in milliseconds. @default {25_000} */
  patienceInMs?: number;
  /** Random number from 0 to 1, for the jitter of pauses. @default {Math.random} */
  random?: () => number;
  /** Tells where messages may go; asked for each, also for those to addresses that were kept. @default anywhere */
  isServiceHost?: ServiceHosts;
  /** Told of every outcome: `undefined` for a message that was taken. */
  onOutcome?: (failure: SendFailedError | undefined) => void;
}

const NOT_KNOWN =
  "it is none of the service's known hosts; name it in BOT_SERVICE_HOSTS if messages are to go there";

/** Statuses after which Microsoft's rate-limit page asks to try again. */
const RETRIED = new Set([412, 429, 502, 504]);

/** Statuses the SDK would try again by itself, for up to a minute, had it the chance. */
const RETRIED_BY_SDK = (status: number) => RETRIED.has(status) || status === 408 || status >= 500;

/**
 * Creates the HTTP client that carries the bot's messages to the Bot Framework service.
 *
 * The SDK's own has no time limit and tries a dead address four times, up to a minute for one message. This one limits
 * each try, and tries again only where the service asks for it (429, 412, 502, 504): after `Retry-After`, else after
 * growing pauses with jitter, until `patienceInMs` is used up. What it gives up on bears the one error name the SDK does
 * not retry on.
 *
 * @param options See {@link ConnectorHttpOptions}.
 */
export function createConnectorHttpClient(options: ConnectorHttpOptions = {}): ConnectorHttpClient {
  const { patienceInMs = 25_000, random = Math.random, onOutcome, isServiceHost = () => true } = options;
  return {
    async sendRequest(request) {
      if (!isServiceHost(request.url)) throw new SendFailedError(NOT_KNOWN, { host: hostOf(request) });
      const end = Date.now() + patienceInMs;
      for (let tries = 1; ; tries++) {
        const outcome = await tryOnce(request, options);
        if ("failure" in outcome) {
          onOutcome?.(outcome.failure);
          throw outcome.failure;
        }
        const { response, retryAfter } = outcome;
        if (!RETRIED_BY_SDK(response.status)) {
          onOutcome?.(response.status === 401 ? failureOf(request, response) : undefined);
          return response;
        }
        const pause = retryPauseInMs({ tries, retryAfter, random });
        if (!RETRIED.has(response.status) || Date.now() + pause >= end) {
          const failure = failureOf(request, response);
          onOutcome?.(failure);
          throw failure;
        }
        await wait(pause);
      }
    },
  };
}

type Outcome = { response: SdkResponse; retryAfter: string | undefined } | { failure: SendFailedError };

async function tryOnce(request: SdkRequest, { timeoutInMs = 5000 }: ConnectorHttpOptions): Promise<Outcome> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJson({ preserveCase: true }),
      body: typeof request.body === "string" ? request.body : undefined,
      signal: AbortSignal.timeout(timeoutInMs),
      // A redirect would carry the access token to an address nobody checked.
      redirect: "error",
    });
    const headers = Object.fromEntries(response.headers);
    const bodyAsText = await response.text();
    return {
      response: { request, status: response.status, headers: { toJson: () => headers }, bodyAsText },
      retryAfter: headers["retry-after"],
    };
  } catch (error) {
    const problem = "it does not answer";
    return { failure: new SendFailedError(problem, { host: hostOf(request), cause: error }) };
  }
}

function failureOf(request: SdkRequest, { status, bodyAsText }: SdkResponse): SendFailedError {
  return new SendFailedError(`it answers ${status}`, { host: hostOf(request), status, body: bodyAsText });
}

function hostOf(request: SdkRequest): string {
  return new URL(request.url).host;
}

/** A message that did not reach the service. */
export class SendFailedError extends Error {
  // The SDK compares this name; see createConnectorHttpClient.
  override readonly name = "AbortError";
  readonly code = "SendFailed";
  /** HTTP status of the last try; absent when there was no answer. */
  readonly statusCode?: number;
  /** Body of the last answer. */
  readonly body?: string;

  constructor(problem: string, options: { host: string; status?: number; body?: string; cause?: unknown }) {
    super(`Cannot send to the Bot Framework service at "${options.host}": ${problem}`, options);
    this.statusCode = options.status;
    this.body = options.body;
  }
}
