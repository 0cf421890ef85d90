import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { CompanyHold, CompanyQuery } from "../../query/company-query.ts";
import { COMPANY_TEXTS } from "./texts.ts";

/**
 * Puts the filters of a query into words, so that the asker sees what was understood.
 *
 * @returns Parts such as "Harjavalta", "takes or uses: sulphuric acid"; none for a query without filters.
 */
export function describeCompanyQuery(
  query: CompanyQuery,
  context: { language: Language; view: KnowledgeView },
): string[] {
  const { language, view } = context;
  const texts = COMPANY_TEXTS[language];
  const { parks = [], places = [] } = view.index.tables;
  const parkNames = (query.parks ?? []).map(
    (id) => parks.find((park) => park.id === id)?.[`name_${language}`] ?? id,
  );
  const placeNames = (query.places ?? []).map(
    (id) => places.find((place) => place.id === id)?.[language] ?? id,
  );
  const where = [...new Set([...parkNames, ...placeNames])].join(", ");
  const holds = (query.holds ?? []).map((hold) => texts.roles[hold.role](thingsOf(hold, context)));
  const statuses = (query.statuses ?? []).map((status) => texts.statuses[status]).join(", ");
  return [where, ...holds, statuses].filter((part) => part !== "");
}

function thingsOf({ terms }: CompanyHold, context: { language: Language; view: KnowledgeView }): string {
  return [...new Set(terms.map((term) => labelOf(term, context)))].join(", ");
}

function labelOf(term: string, context: { language: Language; view: KnowledgeView }): string {
  const { language, view } = context;
  const [kind, ...rest] = term.split(":");
  if (kind === "stem") return (rest[1] ?? "").replaceAll("+", " ");
  if (kind !== "class") return view.conceptLabel(term, language);
  const row = (view.index.tables.receiverClasses ?? []).find((one) => one.receiver_class === rest.join(":"));
  return row?.[language] ?? rest.join(":");
}
