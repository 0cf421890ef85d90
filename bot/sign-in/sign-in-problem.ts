import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";

/**
 * Why somebody could not sign in, as far as it changes what to do:
 * `denied` the provider or the person said no; `stale` the sign-in was not the last one begun in this browser, or took
 * too long; `unavailable` the provider does not answer; `clock` its clock and ours differ; `busy` too many tries from
 * one address; `failed` anything else.
 */
export type SignInProblem = "denied" | "stale" | "unavailable" | "clock" | "busy" | "failed";

/** Words of OAuth for a person who may not or did not want to. */
const DENIALS = ["access_denied", "consent_required", "interaction_required", "login_required"];
const OUTAGES = ["server_error", "temporarily_unavailable"];

/**
 * Tells what kind of problem an error of the library is.
 *
 * @param error Whatever `OidcProvider` threw.
 */
export function problemOfError(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError) {
    if (DENIALS.includes(error.error)) return "denied";
    return OUTAGES.includes(error.error) ? "unavailable" : "failed";
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500 || OUTAGES.includes(error.error)) return "unavailable";
    // The code was used before or is too old.
    return error.error === "invalid_grant" ? "stale" : "failed";
  }
  if (error instanceof ClientError) return problemOfClientError(error);
  // fetch throws it when there is no connection.
  return error instanceof TypeError && error.message === "fetch failed" ? "unavailable" : "failed";
}

function problemOfClientError({ code, cause }: ClientError): SignInProblem {
  if (code === "OAUTH_TIMEOUT") return "unavailable";
  if (code === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED") return "clock";
  return cause instanceof Response && cause.status >= 500 ? "unavailable" : "failed";
}

/** The short word by which OAuth or the network names an error; `undefined` when there is none, or it is no word. */
export function reasonOfError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const word = "error" in error ? error.error : codeOf(error.cause);
  return typeof word === "string" && /^[\w.-]{1,60}$/.test(word) ? word : undefined;
}

function codeOf(cause: unknown): unknown {
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
}
