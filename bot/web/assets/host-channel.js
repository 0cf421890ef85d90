/**
 * Messages between the chat in the panel and the site around it, as `frame-channel.js` of the button sends them.
 * Only the page around us is heard, and only when the server lists its origin.
 */

import { isInPanel, settings } from "./page-settings.js";
import { readPayload } from "./read-payload.js";

/** A site that shows the page without the button says nothing; it gets the chat all the same. */
const PATIENCE_IN_MS = 3000;

/** Origin of the site around us, once it has said hello. */
let hostOrigin = "";

/**
 * Listens to the site and answers its hello.
 *
 * @param {Record<string, (data: any) => void>} handlers What to do with each message, by its name: `identify`,
 * `shown`, `hidden`; `hello` on top of the answer.
 * @returns {Promise<{ identity?: unknown }>} What the first hello brought; nothing from a site that stays silent.
 */
export function listenToHost(handlers) {
  if (!isInPanel) return Promise.resolve({});
  return new Promise((resolve) => {
    setTimeout(() => resolve({}), PATIENCE_IN_MS);
    window.addEventListener("message", ({ source, origin, data }) => {
      if (source !== window.parent || !settings.hosts.includes(origin)) return;
      const name = data?.sivuvirta;
      if (typeof name !== "string" || !Object.hasOwn(handlers, name)) return;
      if (name === "hello") hostOrigin = origin;
      handlers[name](data);
      if (name !== "hello") return;
      tellHost("ready");
      resolve(data);
    });
  });
}

/** @param {"ready" | "close" | "answer"} name Told to the site that said hello, to nobody before. */
export function tellHost(name) {
  if (hostOrigin) window.parent.postMessage({ sivuvirta: name }, hostOrigin);
}

/**
 * The visitor for whom a site vouches. Nothing is believed here; the server checks the token.
 *
 * @param {unknown} identity Signed token of the site, if it gave one.
 * @returns {{ visitor: string, identity?: string }} `visitor` tells one visitor from another, empty for the nameless.
 */
export function visitorFrom(identity) {
  if (typeof identity !== "string" || !identity) return { visitor: "" };
  return { visitor: lastingPart(identity), identity };
}

/** Role and person of a token; its times and its number differ each time a site writes one for the same visitor. */
function lastingPart(identity) {
  const { role, sub } = readPayload(identity) ?? {};
  // Of another form: then each token is a visitor of its own.
  return role === undefined && sub === undefined ? identity : JSON.stringify({ role, sub });
}
