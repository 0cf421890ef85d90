import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError, type Log, type LogFields } from "../log.ts";
import { sendSignInPage } from "./sign-in-page.ts";
import { reasonOfError, type SignInProblem } from "./sign-in-problem.ts";

/** What a problem page tells, and what the log is told. */
export interface ToldProblem {
  problem: SignInProblem;
  /** Where the person wanted to go, as `readReturnPath` gives it. @default {"/"} */
  returnPath?: string;
  /** More headers of the answer. */
  headers?: Record<string, string>;
  /** Told to the log alone. */
  error?: unknown;
  /** Absent: nothing is logged, and the page names no id. */
  log?: Log;
}

const STATUS: Record<SignInProblem, number> = {
  denied: 403,
  stale: 400,
  unavailable: 503,
  clock: 502,
  busy: 429,
  failed: 502,
};

/**
 * Sends the page that tells why somebody could not sign in and what to do; the details go to the log under an id that
 * the page shows.
 *
 * @param request Decides the language.
 * @param response Not begun yet.
 * @param told See {@link ToldProblem}.
 */
export function sendProblem(request: IncomingMessage, response: ServerResponse, told: ToldProblem): void {
  const { problem, returnPath = "/", headers, error, log } = told;
  const id = log && randomUUID().slice(0, 8);
  log?.warn("sign-in.failed", { id, problem, ...detailsOf(error) });
  sendSignInPage(request, response, {
    status: STATUS[problem],
    headers: { ...(problem === "unavailable" ? { "Retry-After": "60" } : {}), ...headers },
    write: ({ problems, reference, again }) => ({
      words: problems[problem],
      reference: id === undefined ? undefined : { label: reference, id },
      links: [{ href: `/sign-in?return=${encodeURIComponent(returnPath)}`, text: again }],
    }),
  });
}

/** What the log is told; of the cause only its sentence, for deeper down the library keeps tokens. */
function detailsOf(error: unknown): LogFields {
  if (error === undefined) return {};
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  return { ...describeError(error), cause, reason: reasonOfError(error) };
}
