const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Makes a text safe as content or quoted attribute of an HTML element.
 *
 * @param text Any text.
 * @returns The text with the five special characters as entities.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Writes a value as JSON that cannot end the script element it stands in.
 *
 * @param value Anything `JSON.stringify` takes.
 * @returns JSON without `<`.
 */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
