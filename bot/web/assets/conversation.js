/**
 * The key of the running conversation: fetched from the server, kept for as long as the tab is open.
 * In: who the visitor is, if anybody knows. Out: `{ token, conversationId, isResumed }` for Web Chat.
 *
 * @typedef {{ token: string, conversationId: string, visitor: string }} Key
 * @typedef {Key & { isResumed: boolean, isRefused?: boolean }} Conversation `isRefused`: the server did not believe the
 * identity, so the visitor is one of the public.
 */

import { call, RefusedError } from "./direct-line-calls.js";
import { readPayload } from "./read-payload.js";

const STORAGE_NAME = "sivuvirta.conversation";

/** A token lives 30 minutes; a reload must find a living one, so it is renewed well before. */
const REFRESH_AFTER_IN_MS = 10 * 60_000;

/** Most answers of the server that are put together to one download. */
const MAX_SETS = 200;

/**
 * Goes on with the conversation of this tab, or begins one when there is none, its time is over, or another visitor
 * began it.
 *
 * @param {{ visitor?: string, identity?: string }} [options] `visitor`: tells one visitor from another, empty for the
 * nameless; `identity`: signed token of the hosting site.
 * @returns {Promise<Conversation>}
 * @throws {Error} If the server cannot be reached or refuses.
 */
export async function openConversation({ visitor = "", identity } = {}) {
  const recalled = recall();
  if (recalled?.visitor === visitor && !isRankOver(recalled.token)) {
    const refreshed = await refresh(recalled);
    if (refreshed) return { ...refreshed, isResumed: true };
  }
  return { isResumed: false, ...(await generate({ visitor, identity })) };
}

/** A conversation keeps the rank it began with until that ends; a known visitor then needs a new one. */
function isRankOver(token) {
  const { readerUntil } = readPayload(token) ?? {};
  return typeof readerUntil === "number" && readerUntil * 1000 <= Date.now();
}

/** Forgets the conversation; the next one opened is new. */
export function forgetConversation() {
  withStorage((storage) => storage.removeItem(STORAGE_NAME));
}

/**
 * Asks the server whether the conversation of this tab goes on, and renews its token.
 *
 * @returns {Promise<boolean>} `true` also when the server cannot be asked: then it may well go on.
 */
export async function isConversationAlive() {
  const recalled = recall();
  try {
    return recalled !== undefined && (await refresh(recalled)) !== undefined;
  } catch {
    // No network: Web Chat itself tells the visitor about the connection.
    return true;
  }
}

/**
 * Asks the server whether another tab has taken the conversation over: a tab that is duplicated takes its key along.
 *
 * @param {Key} key With the token of the connection that was lost.
 * @returns {Promise<boolean>} `false` also when the server cannot be asked.
 */
export async function isOpenElsewhere({ token, conversationId }) {
  try {
    await call(`conversations/${conversationId}?watermark=`, { method: "GET", token });
    return false;
  } catch (error) {
    return error instanceof RefusedError && error.code === "ConnectionReplaced";
  }
}

/**
 * Renews the remembered token from time to time, so that a reload finds a living one.
 *
 * @param {() => void} onEnded Called when the server no longer knows the conversation.
 */
export function keepTokenFresh(onEnded) {
  setInterval(async () => {
    if (recall() && !(await isConversationAlive())) onEnded();
  }, REFRESH_AFTER_IN_MS);
}

/**
 * Reads the whole conversation from the server.
 *
 * @param {Key} key
 * @returns {Promise<any[]>} Activities of Direct Line, oldest first.
 * @throws {Error} If the conversation is over or the server cannot be reached.
 */
export async function readActivities(key) {
  const { token, conversationId } = (await refresh(key)) ?? key;
  const all = [];
  let after = "";
  for (let sets = 0; sets < MAX_SETS; sets++) {
    const { activities, watermark } = await call(
      `conversations/${conversationId}/activities?watermark=${after}`,
      {
        method: "GET",
        token,
      },
    );
    all.push(...activities);
    if (activities.length === 0 || watermark === undefined || watermark === after) break;
    after = watermark;
  }
  return all;
}

/**
 * Deletes everything the server keeps of the conversation.
 *
 * @param {Key} key
 * @throws {Error} If the server cannot be reached or refuses; a conversation that is gone already is no error.
 */
export async function eraseConversation({ token: oldToken, conversationId }) {
  try {
    const { token } = await call("tokens/refresh", { token: oldToken });
    await call(`conversations/${conversationId}/erase`, { token });
  } catch (error) {
    if (!(error instanceof RefusedError && error.code === "ConversationNotFound")) throw error;
  }
}

/** A visitor whose identity the server does not believe is a visitor without a name. */
async function generate({ visitor, identity }) {
  try {
    const key = await call("tokens/generate", { body: identity && { identity } });
    return remember({ ...key, visitor });
  } catch (error) {
    if (!identity || !(error instanceof RefusedError) || error.status >= 500 || error.status === 429)
      throw error;
    console.warn(error);
    return { ...remember({ ...(await call("tokens/generate")), visitor: "" }), isRefused: true };
  }
}

/**
 * @param {Key} key
 * @returns {Promise<Key | undefined>} `undefined` when the token is no longer good.
 */
async function refresh(key) {
  try {
    const { token } = await call("tokens/refresh", { token: key.token });
    return remember({ ...key, token });
  } catch (error) {
    if (error instanceof RefusedError && error.status < 500) return undefined;
    throw error;
  }
}

/**
 * @param {Key} key
 * @returns {Key}
 */
function remember({ token, conversationId, visitor }) {
  const key = { token, conversationId, visitor };
  withStorage((storage) => storage.setItem(STORAGE_NAME, JSON.stringify(key)));
  return key;
}

/** @returns {Key | undefined} */
function recall() {
  const stored = withStorage((storage) => storage.getItem(STORAGE_NAME));
  if (!stored) return undefined;
  try {
    const { token, conversationId, visitor = "" } = JSON.parse(stored);
    return typeof token === "string" && typeof conversationId === "string"
      ? { token, conversationId, visitor }
      : undefined;
  } catch {
    // Not ours, or cut off: as good as nothing.
    return undefined;
  }
}

/**
 * @template Result
 * @param {(storage: Storage) => Result} use
 * @returns {Result | undefined}
 */
function withStorage(use) {
  try {
    return use(sessionStorage);
  } catch {
    // Storage is blocked in this browser: the chat works, only a reload begins anew.
    return undefined;
  }
}
