/**
 * Calls of our own Direct Line, beside those that Web Chat makes.
 */

const BASE_URL = "/v3/directline";

/** The server has answered, but not as wished. */
export class RefusedError extends Error {
  /**
   * @param {number} status HTTP status, 400–599.
   * @param {string} [code] The server's word for what is wrong.
   */
  constructor(status, code) {
    super(`Cannot call the assistant: the server answered ${status}${code ? ` (${code})` : ""}`);
    this.status = status;
    this.code = code;
  }
}

/**
 * Calls the server.
 *
 * @param {string} path Below the base address of Direct Line.
 * @param {{ method?: string, token?: string, body?: object }} [options]
 * @returns {Promise<any>} The parsed answer; `undefined` for one without a body.
 * @throws {RefusedError} If the server refuses.
 * @throws {TypeError} If it cannot be reached.
 */
export async function call(path, { method = "POST", token, body } = {}) {
  const headers = {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(body ? { "Content-Type": "application/json" } : {}),
  };
  const response = await fetch(`${BASE_URL}/${path}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new RefusedError(response.status, await codeOf(response));
  return response.status === 204 ? undefined : response.json();
}

/** @param {Response} response One that is not ok. */
async function codeOf(response) {
  try {
    return (await response.json()).error?.code;
  } catch {
    // A proxy answers in words of its own.
    return undefined;
  }
}
