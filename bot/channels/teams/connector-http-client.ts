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

/**
 * Creates the HTTP client that carries the bot's messages to the Bot Framework service.
 *
 * The SDK's own has no time limit and tries a dead address four times, up to a minute for one message. This one
 * gives up after `timeoutInMs`, and its error bears the one name the SDK does not retry on.
 *
 * @param options.timeoutInMs Longest time for one message. @default {5000}
 */
export function createConnectorHttpClient(options: { timeoutInMs?: number } = {}): ConnectorHttpClient {
  const timeoutInMs = options.timeoutInMs ?? 5000;
  return {
    async sendRequest(request) {
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
        return { request, status: response.status, headers: { toJson: () => headers }, bodyAsText };
      } catch (error) {
        throw new SendFailedError(new URL(request.url).host, { cause: error });
      }
    },
  };
}

/** A message that did not reach the service. */
class SendFailedError extends Error {
  // The SDK compares this name; see createConnectorHttpClient.
  override readonly name = "AbortError";
  readonly code = "SendFailed";

  constructor(host: string, options: { cause: unknown }) {
    super(`Cannot send to the Bot Framework service at "${host}": it does not answer`, options);
  }
}
