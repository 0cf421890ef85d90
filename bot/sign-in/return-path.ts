/** Longest path that is kept, in characters; it travels in a cookie. */
const MAX_PATH_CHARS = 512;

/** Only where a path is taken apart; its host can be nobody's. */
const BASE = "https://return.invalid";

/**
 * Chooses the page to which a person goes after signing in.
 *
 * Only a path of our own pages counts, for anything else would let a link to us lead to a stranger's page. The path
 * is judged after it was taken apart as a browser does it, since `/./` and `%2e` can hide a second slash.
 *
 * @param wanted Value of `?return=`, if any.
 * @returns The path with its query and fragment; `/` for whatever is not one of ours, and for the sign-in itself.
 *
 * @example
 * ```ts
 * readReturnPath("/privacy?lang=sv"); // "/privacy?lang=sv"
 * readReturnPath("//evil.example"); // "/"
 * ```
 */
export function readReturnPath(wanted: string | null | undefined): string {
  // Printable ASCII without the backslash, which browsers read as a slash.
  if (!wanted || wanted.length > MAX_PATH_CHARS || !/^\/[!-[\]-~]*$/.test(wanted)) return "/";
  if (!URL.canParse(wanted, BASE)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, BASE);
  const isOurs =
    origin === BASE && !pathname.startsWith("//") && !/^\/sign-(?:in|out)(?:\/|$)/.test(pathname);
  return isOurs ? pathname + search + hash : "/";
}
