/**
 * Checks that a provider calls itself what the setting says.
 *
 * The library lets Microsoft's addresses for all tenants pass. There, the administrator of any tenant could give its
 * people the roles of our registration.
 *
 * @param found `issuer` of the provider's metadata.
 * @param wanted The setting; a slash at the end makes no difference.
 * @throws {Error} If they differ.
 *
 * @example
 * ```ts
 * refuseOtherIssuer("https://id.example.fi/realms/park", "https://id.example.fi/realms/park"); // passes
 * ```
 */
export function refuseOtherIssuer(found: string, wanted: string): void {
  if (withoutSlash(found) === withoutSlash(wanted)) return;
  throw new Error(
    `Cannot use the provider at "${wanted}": it calls itself "${found}": set OIDC_ISSUER to the issuer of your own tenant`,
  );
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, "");
}
