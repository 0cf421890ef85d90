import type { Reader } from "../../knowledge/languages.ts";
import type { ClaimRule } from "../config-fields.ts";

/** Which claims make whom; one rule that fits is enough. */
export interface ReaderRules {
  members: readonly ClaimRule[];
  coordinators: readonly ClaimRule[];
}

/** The claim that anybody could fill in who may choose an address; it counts only when the provider checked it. */
const EMAIL_CLAIM = "email";

/**
 * The rank of a person by the claims of a verified identity token.
 *
 * A rule fits when its claim is the value, or is a list that holds it; numbers and truth values are compared as they
 * are written. A name with dots reaches into nested claims, unless a claim of that whole name exists. `email` counts
 * only beside `email_verified: true`.
 *
 * @param claims Claims whose signature was checked.
 * @param rules Those of coordinators are looked at first.
 * @returns `public` when no rule fits.
 *
 * @example Keycloak
 * ```ts
 * const rules = { members: [{ claim: "realm_access.roles", value: "park-member" }], coordinators: [] };
 * readerOfClaims({ realm_access: { roles: ["park-member"] } }, rules); // "member"
 * ```
 */
export function readerOfClaims(claims: Readonly<Record<string, unknown>>, rules: ReaderRules): Reader {
  const fits = ({ claim, value }: ClaimRule): boolean => {
    if (claim === EMAIL_CLAIM && claims.email_verified !== true) return false;
    const found = findClaim(claims, claim);
    return (Array.isArray(found) ? found : [found]).some((entry) => isWrittenAs(entry, value));
  };
  if (rules.coordinators.some(fits)) return "coordinator";
  return rules.members.some(fits) ? "member" : "public";
}

/**
 * What is asked of the provider: the name where there are coordinators, whose name the log of the desk tells, and the
 * address where a rule looks at it.
 *
 * @example
 * ```ts
 * wantedScope({ members: [{ claim: "roles", value: "park-member" }], coordinators: [] }); // "openid"
 * ```
 */
export function wantedScope({ members, coordinators }: ReaderRules): string {
  const looksAtEmail = [...members, ...coordinators].some(({ claim }) => claim === EMAIL_CLAIM);
  return ["openid", ...(coordinators.length > 0 ? ["profile"] : []), ...(looksAtEmail ? ["email"] : [])].join(
    " ",
  );
}

/** The claim of a name; each dot may part a level or belong to a name, as in `resource_access.chat.example.roles`. */
function findClaim(claims: unknown, name: string): unknown {
  if (typeof claims !== "object" || claims === null || Array.isArray(claims)) return undefined;
  const own = claims as Record<string, unknown>;
  if (Object.hasOwn(own, name)) return own[name];
  for (let dot = name.indexOf("."); dot > 0; dot = name.indexOf(".", dot + 1)) {
    const head = name.slice(0, dot);
    const found = Object.hasOwn(own, head) ? findClaim(own[head], name.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWrittenAs(entry: unknown, value: string): boolean {
  return ["string", "number", "boolean"].includes(typeof entry) && String(entry) === value;
}
