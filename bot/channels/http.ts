import { randomUUID } from "node:crypto";
import type { Request, RequestHandlerType, Response } from "restify";
import { describeError, type Log } from "../log.ts";
import { readStateTrouble } from "../state/state-trouble.ts";

/** What a route answers: a status, a JSON body and more headers. */
export interface HttpAnswer {
  status: number;
  /** Absent: an empty body. */
  body?: unknown;
  /** The body when it is JSON text already; goes before `body`. */
  json?: string;
  headers?: Record<string, string>;
}

/** A request that cannot be served; status, code and message are meant for the client. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly status: number;
  /** Short word for programs, such as `TokenExpired`. */
  readonly code: string;
  readonly headers: Record<string, string>;

  /**
   * @param status HTTP status, 400–599.
   * @param options.code Short word for programs.
   * @param options.message Sentence for people; must not repeat anything of the inside.
   * @param options.headers More response headers, such as `Retry-After`.
   */
  constructor(status: number, options: { code: string; message: string; headers?: Record<string, string> }) {
    super(options.message);
    this.status = status;
    this.code = options.code;
    this.headers = options.headers ?? {};
  }
}

/** Body of every error answer of this server. */
export function errorBody(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

/** Sends JSON as it is, past restify's formatters, which choose by the client's `Accept`. */
export function sendJson(response: Response, answer: HttpAnswer): void {
  const headers = { "content-type": "application/json; charset=utf-8", ...answer.headers };
  const text = answer.json ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
  response.sendRaw(answer.status, text, headers);
}

/**
 * Makes a restify handler of a function that returns an answer.
 *
 * A thrown {@link HttpProblem} becomes its answer; a disk or file of the state that fails becomes a 503. Anything else is logged under a random id, and the client
 * sees a 500 with that id alone. (restify itself would send the message of the error.)
 */
export function respond(
  log: Log,
  work: (request: Request) => HttpAnswer | Promise<HttpAnswer>,
): RequestHandlerType {
  return async (request: Request, response: Response) => {
    let answer: HttpAnswer;
    try {
      answer = await work(request);
    } catch (error) {
      answer = answerForError(error, { log, path: request.getPath() });
    }
    if (!response.headersSent && !response.destroyed) sendJson(response, answer);
  };
}

function answerForError(error: unknown, options: { log: Log; path: string }): HttpAnswer {
  if (error instanceof HttpProblem) {
    const { status, code, message, headers } = error;
    return { status, body: errorBody(code, message), headers };
  }
  const trouble = readStateTrouble(error);
  if (trouble !== undefined) {
    options.log.error("state.trouble", { path: options.path, message: `Cannot use the state: ${trouble}` });
    return {
      status: 503,
      body: errorBody("NotKept", "The server cannot keep anything just now, so nothing was: try again later"),
      headers: { "retry-after": "10" },
    };
  }
  const id = randomUUID().slice(0, 8);
  options.log.error("request.failed", { id, path: options.path, ...describeError(error) });
  return {
    status: 500,
    body: errorBody("InternalError", `The server failed: quote "${id}" when you report it`),
  };
}

/**
 * The body of a request that must be JSON.
 *
 * @returns The parsed body, `undefined` when there is none.
 * @throws {HttpProblem} 415 when the body is of another type.
 */
export function readJsonBody(request: Request): unknown {
  const length = Number(request.headers["content-length"] ?? 0);
  if (length === 0 && request.headers["transfer-encoding"] === undefined) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new HttpProblem(415, {
      code: "UnsupportedMediaType",
      message: "The body must be JSON: send it with the header Content-Type: application/json",
    });
  }
  return request.body;
}
