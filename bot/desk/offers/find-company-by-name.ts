import type { CompanyRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";

/** The company of the table that bears a name, whatever its legal form and letters. */
export function findCompanyByName(name: string, view: KnowledgeView): CompanyRecord | undefined {
  const wanted = bareName(name);
  if (wanted === "") return undefined;
  return (view.index.tables.companies ?? []).find((row) =>
    [row.name_fi, row.name_sv, row.name_en].some((own) => bareName(own) === wanted),
  );
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<!\p{L})(?:oyj|oy|abp|ab|ltd|plc|ky|tmi|osk)(?!\p{L})\.?/giu, "")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
