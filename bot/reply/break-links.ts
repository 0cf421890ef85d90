/** An invisible sign that parts nothing for the eye and ends an address for every program. */
const WORD_JOINER = "\u2060";

const ADDRESS_BEGIN = /(?:[a-z][a-z0-9+.-]{1,30}:(?=\/\/)|(?<![\p{L}\d])www(?=\.))/giu;

/**
 * Makes addresses of the web plain text: no channel turns them into links any more, and they look as they did.
 *
 * For words of people that come back to them or go to others.
 *
 * @example
 * ```ts
 * breakLinks("see https://a.example"); // "see https:\u2060//a.example"
 * ```
 */
export function breakLinks(text: string): string {
  return text.replace(ADDRESS_BEGIN, `$&${WORD_JOINER}`);
}
