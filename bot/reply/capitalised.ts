/**
 * Gives a text with its first letter large, for the beginning of a line.
 *
 * @example
 * ```ts
 * capitalised("kuona · yli 100 000 t"); // "Kuona · yli 100 000 t"
 * ```
 */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
