/**
 * Reads a revision as a form held it.
 *
 * @returns One that fits nothing for what is no revision: then the form has to be looked at again.
 *
 * @example
 * ```ts
 * parseRevision("3"); // 3
 * parseRevision("three"); // -1
 * ```
 */
export function parseRevision(text = ""): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
