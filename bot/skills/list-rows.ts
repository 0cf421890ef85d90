import { recordName } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { presentCompanies } from "./companies/present-companies.ts";
import { type AnswerLine, type ClaimSource, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { placeName } from "./place-name.ts";
import { rowSources } from "./row-sources.ts";
import { withheldLines } from "./withheld-lines.ts";

export interface ListContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
}

const PARKS_FOUND: Record<Language, (count: number, where: string) => string> = {
  fi: (count, where) =>
    `${where === "" ? "" : `**${where}** – `}taulukossa on ${count === 1 ? "yksi puisto" : `${count} puistoa`}:`,
  sv: (count, where) =>
    `${where === "" ? "" : `**${where}** – `}i tabellen finns ${count === 1 ? "en park" : `${count} parker`}:`,
  en: (count, where) =>
    `${where === "" ? "" : `**${where}** – `}the table holds ${count === 1 ? "one park" : `${count} parks`}:`,
};

/** Companies that the reader may see as a list with their line of business. */
export function listCompanies(
  companies: readonly CompanyRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const rows = companies.filter((company) => mayRead(context.reader, company.visibility));
  return rows.length === 0 ? undefined : presentCompanies({ rows }, context);
}

/** Parks as a list with their place and line of business. */
export function listParks(
  parks: readonly ParkRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const visible = parks.filter((park) => mayRead(reader, park.visibility));
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: PARKS_FOUND[language](visible.length, where) }];
  for (const park of visible) {
    const where = park.municipalities.map((name) => placeName(name, context)).join(", ");
    const text = `**${recordName(park, language)}** (${where}): ${park[`industries_${language}`]}`;
    const passage = text.replaceAll("**", "");
    lines.push({
      prefix: "- ",
      claim: { text, sources: oneSource(park, { ...context, passage, file: "parks.csv" }) },
    });
  }
  lines.push(...withheldLines(["parks"], context));
  const draft = composeReply({ language, intent: "parks", lines });
  return {
    ...draft,
    parks: visible.map((park) => ({
      id: park.id,
      name: recordName(park, language),
      reasons: [],
      missing: [],
    })),
  };
}

/** One source a row keeps a long list readable; the row's note names the others. */
function oneSource(
  row: Parameters<typeof rowSources>[0],
  context: Parameters<typeof rowSources>[1],
): ClaimSource[] {
  return rowSources(row, context).slice(0, 1);
}
