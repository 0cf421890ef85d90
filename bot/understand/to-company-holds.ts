import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { CompanyHold } from "../query/company-query.ts";
import { classTermsOf } from "./branch-classes.ts";
import { type RoleMention, roleAt } from "./read-company-roles.ts";

/** A thing that is asked about, before its role is known. */
export interface CompanyTopic {
  ids: readonly string[];
  start: number;
  isHeaded: boolean;
}

/**
 * Gives each thing its role: that of the verb beside it, else the line of business where some company works in it.
 *
 * @param context.hasBusiness Whether a line of business is asked for ("the metal business").
 * @param context.isBoth Whether all things must hold; otherwise those of one role are alternatives.
 */
export function toCompanyHolds(
  topics: readonly CompanyTopic[],
  context: {
    view: KnowledgeView;
    reader: Reader;
    roles: readonly RoleMention[];
    hasBusiness: boolean;
    isBoth: boolean;
  },
): CompanyHold[] {
  const { view, reader, roles, hasBusiness, isBoth } = context;
  const holds = topics.map(({ ids, start, isHeaded }): CompanyHold => {
    const role = hasBusiness || isHeaded ? undefined : roleAt(start, roles);
    if (role !== undefined) return { role, terms: [...ids] };
    const classes = [...new Set(ids.flatMap((id) => classTermsOf(id) ?? []))];
    const terms = classes.length > 0 ? classes : [...ids];
    const isBusiness = hasBusiness || isHeaded || view.companies.holds({ role: "industry", terms }, reader);
    return { role: isBusiness ? "industry" : "any", terms: isBusiness ? terms : [...ids] };
  });
  if (isBoth) return holds;
  return [...Map.groupBy(holds, ({ role }) => role)].map(([role, same]) => ({
    role,
    terms: [...new Set(same.flatMap(({ terms }) => terms))],
  }));
}
