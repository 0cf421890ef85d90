/** What the desk keeps in a browser: the session of the first-run link, a sentence for the next page, the language. */
export type DeskCookie = "session" | "done" | "language";

/** Where a cookie goes. */
interface CookiePlace {
  /** Whether the page came over TLS: then browsers keep the cookie from other hosts and from plain HTTP. */
  isSecure: boolean;
}

/** The way back from the provider counts as that of another site: the language must come along there. */
const SAME_SITE: Record<DeskCookie, "Strict" | "Lax"> = {
  session: "Strict",
  done: "Strict",
  language: "Lax",
};

/** Name of a cookie; the prefix makes browsers refuse it without TLS or from another host. */
export function deskCookieName(cookie: DeskCookie, { isSecure }: CookiePlace): string {
  return `${isSecure ? "__Host-" : ""}sivuvirta-desk-${cookie}`;
}

/**
 * Writes a `Set-Cookie` header for the desk alone: no script reads it, and no form of another site's page sends it along.
 *
 * @param cookie Which one.
 * @param options.value Letters, digits, `-`, `_` and `.`.
 * @param options.lifeInS Life in seconds; 0 deletes the cookie.
 * @param options.isSecure See {@link CookiePlace}; without TLS the path is narrowed to the desk instead.
 *
 * @example
 * ```ts
 * writeDeskCookie("done", { value: "x", lifeInS: 60, isSecure: true });
 * // "__Host-sivuvirta-desk-done=x; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Strict"
 * ```
 */
export function writeDeskCookie(
  cookie: DeskCookie,
  { value, lifeInS, isSecure }: { value: string; lifeInS: number } & CookiePlace,
): string {
  const place = isSecure ? "Path=/; " : "Path=/desk; ";
  const secure = isSecure ? "Secure; " : "";
  const name = deskCookieName(cookie, { isSecure });
  return `${name}=${value}; ${place}Max-Age=${lifeInS}; HttpOnly; ${secure}SameSite=${SAME_SITE[cookie]}`;
}
