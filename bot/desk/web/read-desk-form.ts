import type { DeskRequest } from "./desk-visit.ts";

/** Largest form that is read, in bytes. */
export const MOST_FORM_BYTES = 64 * 1024;

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Reads the form that a request brings.
 *
 * @param request Its body has been read as text or bytes by the server.
 * @returns The fields, or why there are none.
 */
export function readDeskForm({ headers, body }: DeskRequest): URLSearchParams | "unreadable" | "large" {
  if (!FORM_TYPE.test(headers["content-type"] ?? "")) return "unreadable";
  const text = Buffer.isBuffer(body) ? body.toString("utf8") : (body ?? "");
  if (typeof text !== "string") return "unreadable";
  return Buffer.byteLength(text) > MOST_FORM_BYTES ? "large" : new URLSearchParams(text);
}
