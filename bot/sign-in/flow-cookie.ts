import type { IncomingMessage } from "node:http";
import { CookieSeal } from "./cookie-seal.ts";
import { readCookie, writeCookie } from "./cookies.ts";

/** What must be known again when the provider sends the person back. */
export interface Flow {
  /** Comes back in the address; ties the answer to this browser. */
  state: string;
  /** Comes back in the identity token; ties the token to this sign-in. */
  nonce: string;
  /** Shown with the code; ties the code to us (PKCE). */
  verifier: string;
  /** Where the person goes afterwards, as `readReturnPath` gives it. */
  returnPath: string;
}

/** Time to sign in, in seconds. */
export const FLOW_LIFE_IN_S = 600;

const NAME = "__Host-sivuvirta-sign-in";

/** Keeps a running sign-in in the person's browser, so that the server remembers nothing of it. */
export class FlowCookie {
  readonly #seal: CookieSeal;
  readonly #now: () => number;

  /** @param secret See {@link CookieSeal}, which also says what is thrown. */
  constructor(secret: string, options: { now?: () => number } = {}) {
    this.#seal = new CookieSeal(secret, { purpose: "flow", ...options });
    this.#now = options.now ?? Date.now;
  }

  /** @returns The `Set-Cookie` header; a sign-in begun earlier in this browser is forgotten. */
  async create(flow: Flow): Promise<string> {
    const expires = Math.floor(this.#now() / 1000) + FLOW_LIFE_IN_S;
    const value = await this.#seal.seal({ ...flow }, expires);
    return writeCookie(NAME, { value, lifeInS: FLOW_LIFE_IN_S });
  }

  /** The running sign-in of a browser; `undefined` when there is none or it took too long. */
  async read(request: Pick<IncomingMessage, "headers">): Promise<Flow | undefined> {
    const value = readCookie(request.headers.cookie, NAME);
    const payload = value === undefined ? undefined : await this.#seal.open(value);
    const { state, nonce, verifier, returnPath } = payload ?? {};
    const fields = [state, nonce, verifier, returnPath];
    return fields.every((field) => typeof field === "string")
      ? ({ state, nonce, verifier, returnPath } as Flow)
      : undefined;
  }

  /** @returns The `Set-Cookie` header that deletes the cookie. */
  clear(): string {
    return writeCookie(NAME, { value: "", lifeInS: 0 });
  }
}
