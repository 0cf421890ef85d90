/** The channel that a thread of it belongs to, by key or id; a conversation that is no thread is its own. */
export function rootOf(key: string): string {
  return key.replace(/;messageid=.*$/s, "");
}
