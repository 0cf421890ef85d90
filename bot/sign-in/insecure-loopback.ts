import { type Configuration, type CustomFetch, customFetch } from "openid-client";
import { isLoopbackHost } from "../channels/direct-line/origins.ts";

/**
 * Checks that an issuer which may be used without TLS is on this machine.
 *
 * @throws {RangeError} If it is not.
 */
export function readInsecureIssuer(issuer: string): void {
  if (isLoopbackHost(new URL(issuer).hostname)) return;
  throw new RangeError(`Cannot reach the provider without TLS: "${issuer}" is not on this machine`);
}

/** Keeps all calls of a configuration without TLS on this machine, whatever addresses its provider names. */
export function refuseOtherHosts(configuration: Configuration): void {
  const guarded: CustomFetch = async (url, options) => {
    readInsecureIssuer(url);
    return await fetch(url, { ...options, body: options.body as string | undefined });
  };
  configuration[customFetch] = guarded;
}
