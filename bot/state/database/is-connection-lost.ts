/** Codes of the system and of Postgres for a server that is not there, stops, starts, takes nobody in or takes too long. */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|57P0[1-5]|57014|08...|53300|25006|25P03)$/;

/** What the client says without a code. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout/;

/**
 * Tells whether something failed since the database was out of reach, so that it may succeed later.
 *
 * @example
 * ```ts
 * isConnectionLost(Object.assign(new Error("terminating connection"), { code: "57P01" })); // true
 * ```
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && CODES.test(String(error.code))) return true;
  return WORDS.test(error.message) || isConnectionLost(error.cause);
}
