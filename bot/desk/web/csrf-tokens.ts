import { createDeskKey, type DeskKey } from "./desk-keys.ts";
import { type Html, html } from "./html.ts";

/** Name of the hidden field. */
export const CSRF_FIELD = "csrf";

/** Tokens by which a form shows that it was written for the session that sends it. */
export class CsrfTokens {
  readonly #key: DeskKey;

  /** @param secret See `createDeskKey`, which also says what is thrown. */
  constructor(secret: string) {
    this.#key = createDeskKey(secret, "csrf");
  }

  /** The hidden field for forms of a session. */
  field(sessionId: string): Html {
    return html`<input type="hidden" name="${CSRF_FIELD}" value="${this.#key.sign(sessionId)}">`;
  }

  /** Whether a form holds the token of a session, once. */
  isRight(sessionId: string, form: URLSearchParams): boolean {
    const [token, ...more] = form.getAll(CSRF_FIELD);
    return token !== undefined && more.length === 0 && this.#key.isSigned(sessionId, token);
  }
}
