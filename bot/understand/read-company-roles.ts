import type { CompanyRole } from "../query/company-query.ts";
import { ROLE_NOUNS, ROLE_WORDS } from "./company-words.ts";
import type { UnreadText } from "./unread-text.ts";

/** A verb or noun with the place where it stands. */
export interface RoleMention {
  role: CompanyRole;
  start: number;
}

/** Reads the verbs and nouns that tell what companies have to do with things, in the order of the question. */
export function readCompanyRoles(text: UnreadText): RoleMention[] {
  const found: RoleMention[] = [];
  for (const [pattern, role] of [...ROLE_WORDS, ...ROLE_NOUNS]) {
    for (let match = pattern.exec(text.rest); match !== null; match = pattern.exec(text.rest)) {
      found.push({ role, start: match.index });
      text.take([match.index, match.index + match[0].length]);
    }
  }
  const isByProduct = found.some(({ role }) => role === "gives");
  // "Produce ash as a by-product" asks for a by-product.
  return found
    .map((mention) =>
      isByProduct && mention.role === "makes" ? { ...mention, role: "gives" as const } : mention,
    )
    .sort((a, b) => a.start - b.start);
}

/** The verb before a thing tells its role; in "tuhkaa käyttävät yritykset" the one behind it. */
export function roleAt(start: number, roles: readonly RoleMention[]): CompanyRole | undefined {
  return (roles.findLast((mention) => mention.start < start) ?? roles[0])?.role;
}
