import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const MIN_SECRET_CHARS = 32;

/** Signs short texts, each purpose with a key of its own. */
export interface DeskKey {
  /** Signature of a text: 43 letters, digits, `-` and `_`. */
  sign(text: string): string;
  /** Whether a signature is that of the text; takes the same time wherever they differ. */
  isSigned(text: string, signature: string): boolean;
}

/**
 * Derives a key for one purpose from a secret (HKDF, HMAC with SHA-256).
 *
 * @throws {RangeError} If the secret has under 32 characters.
 */
export function createDeskKey(secret: string, purpose: string): DeskKey {
  if (secret.length < MIN_SECRET_CHARS) {
    throw new RangeError(`Cannot sign for the desk: the secret has under ${MIN_SECRET_CHARS} characters`);
  }
  const key = new Uint8Array(hkdfSync("sha256", secret, "", `sivuvirta desk ${purpose} v1`, 32));
  const sign = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return { sign, isSigned: (text, signature) => isSameText(sign(text), signature) };
}

/** Compares two texts of any length in the same time, wherever they differ. */
export function isSameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
