import { escapeHtml } from "../../web/escape-html.ts";

/** A piece of HTML that is safe to send: every text in it has been escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | undefined | false | Html | readonly Html[];

/**
 * Writes HTML: what is put in is escaped unless it is HTML itself; `undefined` and `false` leave nothing.
 *
 * @example
 * ```ts
 * html`<p>${"a < b"}</p>`.html; // "<p>a &lt; b</p>"
 * html`<ul>${["a", "b"].map((item) => html`<li>${item}</li>`)}</ul>`;
 * ```
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = strings.map((text, at) => text + (at < parts.length ? write(parts[at]) : ""));
  return { html: written.join("") };
}

function write(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}
