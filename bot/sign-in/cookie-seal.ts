import { hkdfSync } from "node:crypto";
import type { JWTPayload } from "jose";
import { JOSEError } from "jose/errors";
import { jwtDecrypt } from "jose/jwt/decrypt";
import { EncryptJWT } from "jose/jwt/encrypt";

const ALGORITHM = "dir";
const ENCRYPTION = "A256GCM";
const MIN_SECRET_CHARS = 32;

/** Encrypts and signs what a browser keeps for us (JWE, AES-256-GCM): nobody else can read or change it. */
export class CookieSeal {
  readonly #key: Uint8Array;
  readonly #now: () => number;

  /**
   * @param secret At least 32 characters; a key of its own is derived from it.
   * @param options.purpose Parts the keys: what was sealed for one purpose opens for no other.
   * @param options.now Clock, in milliseconds since 1970. @default {Date.now}
   * @throws {RangeError} If the secret is too short.
   */
  constructor(secret: string, options: { purpose: string; now?: () => number }) {
    if (secret.length < MIN_SECRET_CHARS) {
      throw new RangeError(`Cannot seal cookies: the secret has under ${MIN_SECRET_CHARS} characters`);
    }
    const label = `sivuvirta sign-in ${options.purpose} v1`;
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", label, 32));
    this.#now = options.now ?? Date.now;
  }

  /**
   * @param payload What the browser keeps.
   * @param expires End of its life, in seconds since 1970.
   */
  async seal(payload: JWTPayload, expires: number): Promise<string> {
    return await new EncryptJWT(payload)
      .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION })
      .setExpirationTime(expires)
      .encrypt(this.#key);
  }

  /** What was sealed, its form not checked; `undefined` when it is not ours, changed or too old. */
  async open(sealed: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, {
        keyManagementAlgorithms: [ALGORITHM],
        contentEncryptionAlgorithms: [ENCRYPTION],
        requiredClaims: ["exp"],
        currentDate: new Date(this.#now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof JOSEError) return undefined;
      throw error;
    }
  }
}
