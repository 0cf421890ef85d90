/**
 * The key of the running conversation: fetched from the server, kept for as long as the tab is open.
 * In: nothing. Out: `{ token, conversationId, isResumed }` for Web Chat.
 *
 * @typedef {{ token: string, conversationId: string }} Key
 * @typedef {Key & { isResumed: boolean }} Conversation
 */

const STORAGE_NAME = "sivuvirta.conversation";
const TOKENS_URL = "/v3/directline/tokens";

/** A token lives 30 minutes; a reload must find a living one, so it is renewed well before. */
const REFRESH_AFTER_IN_MS = 10 * 60_000;

/**
 * Goes on with the conversation of this tab, or begins one when there is none or its time is over.
 *
 * @returns {Promise<Conversation>}
 * @throws {Error} If the server cannot be reached or refuses.
 */
export async function openConversation() {
  const recalled = recall();
  if (recalled) {
    const refreshed = await refresh(recalled);
    if (refreshed) return { ...refreshed, isResumed: true };
  }
  return { ...remember(await post("generate")), isResumed: false };
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
 * @param {Key} key
 * @returns {Promise<Key | undefined>} `undefined` when the token is no longer good.
 */
async function refresh(key) {
  try {
    const { token } = await post("refresh", key.token);
    return remember({ token, conversationId: key.conversationId });
  } catch (error) {
    if (error instanceof RefusedError && error.status < 500) return undefined;
    throw error;
  }
}

class RefusedError extends Error {
  /** @param {number} status HTTP status, 400–599. */
  constructor(status) {
    super(`Cannot get a token: the server answered ${status}`);
    this.status = status;
  }
}

/**
 * @param {"generate" | "refresh"} action
 * @param {string} [token]
 * @returns {Promise<Key>}
 */
async function post(action, token) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${TOKENS_URL}/${action}`, { method: "POST", headers });
  if (!response.ok) throw new RefusedError(response.status);
  return response.json();
}

/**
 * @param {Key} key
 * @returns {Key}
 */
function remember({ token, conversationId }) {
  const key = { token, conversationId };
  withStorage((storage) => storage.setItem(STORAGE_NAME, JSON.stringify(key)));
  return key;
}

/** @returns {Key | undefined} */
function recall() {
  const stored = withStorage((storage) => storage.getItem(STORAGE_NAME));
  if (!stored) return undefined;
  try {
    const { token, conversationId } = JSON.parse(stored);
    return typeof token === "string" && typeof conversationId === "string"
      ? { token, conversationId }
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
