/** Longest cookie value that is looked at, in characters; browsers keep no longer ones. */
const MAX_COOKIE_CHARS = 4096;

/**
 * Finds one cookie in a `Cookie` header.
 *
 * @param header The header, if any.
 * @param name Name of the cookie.
 * @returns Its value; `undefined` when it is absent, too long, or there twice, so that none can be slipped in.
 *
 * @example
 * ```ts
 * readCookie("a=1; b=2", "b"); // "2"
 * readCookie("a=1; a=2", "a"); // undefined
 * ```
 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value && value.length <= MAX_COOKIE_CHARS ? value : undefined;
}

/**
 * Writes a `Set-Cookie` header for this host alone: no script reads it, no other site's page sends it along, except
 * when a person follows a link, as the way back from the provider needs it.
 *
 * @param name Must begin with `__Host-`, by which browsers refuse it from other hosts and without TLS.
 * @param options.value Letters, digits, `-`, `_` and `.`.
 * @param options.lifeInS Life in seconds; 0 deletes the cookie.
 */
export function writeCookie(
  name: `__Host-${string}`,
  { value, lifeInS }: { value: string; lifeInS: number },
): string {
  return `${name}=${value}; Path=/; Max-Age=${lifeInS}; HttpOnly; Secure; SameSite=Lax`;
}
