import { recordName, renderCompany } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerLine, type ClaimSource, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { placeName } from "./place-name.ts";
import { rowSources } from "./row-sources.ts";

export interface ListContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
}

const MOST_ROWS = 12;

interface ListTexts {
  companies: (count: number, where: string) => string;
  parks: (count: number, where: string) => string;
  more: (count: number) => string;
}

const LIST_TEXTS: Record<Language, ListTexts> = {
  fi: {
    companies: (count, where) =>
      `**${where}** – taulukossa on ${count === 1 ? "yksi yritys tai muu toimija" : `${count} yritystä tai muuta toimijaa`}:`,
    parks: (count, where) =>
      `${where === "" ? "" : `**${where}** – `}taulukossa on ${count === 1 ? "yksi puisto" : `${count} puistoa`}:`,
    more: (count) => `Muita rivejä: ${count}.`,
  },
  sv: {
    companies: (count, where) => `**${where}** – i tabellen finns ${count} företag eller andra aktörer:`,
    parks: (count, where) => `${where === "" ? "" : `**${where}** – `}i tabellen finns ${count} parker:`,
    more: (count) => `Ytterligare rader: ${count}.`,
  },
  en: {
    companies: (count, where) => `**${where}** – the table holds ${count} companies or other organisations:`,
    parks: (count, where) => `${where === "" ? "" : `**${where}** – `}the table holds ${count} parks:`,
    more: (count) => `More rows: ${count}.`,
  },
};

/** Companies as a list with their line of business. */
export function listCompanies(
  companies: readonly CompanyRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const texts = LIST_TEXTS[language];
  const visible = companies.filter((company) => mayRead(reader, company.visibility));
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: texts.companies(visible.length, where) }];
  for (const company of visible.slice(0, MOST_ROWS + 8)) {
    const year = company.year === undefined ? "" : ` (${company.year})`;
    const text = `**${recordName(company, language)}**: ${company[`industry_${language}`]}${year}`;
    const parks = company.parks.map((id) => parkName(id, context));
    const passage = renderCompany(company, { language, parks }).join(" ");
    lines.push({
      prefix: "- ",
      claim: { text, sources: oneSource(company, { ...context, passage, file: "companies.csv" }) },
    });
  }
  const left = visible.length - MOST_ROWS - 8;
  if (left > 0) lines.push({ frame: texts.more(left) });
  const draft = composeReply({ language, intent: "answer", lines });
  return {
    ...draft,
    companies: visible.map((company) => ({ id: company.id, name: recordName(company, language) })),
  };
}

/** Parks as a list with their place and line of business. */
export function listParks(
  parks: readonly ParkRecord[],
  context: ListContext & { where: string },
): ReplyDraft | undefined {
  const { language, reader, where } = context;
  const visible = parks.filter((park) => mayRead(reader, park.visibility));
  if (visible.length === 0) return undefined;
  const lines: AnswerLine[] = [{ frame: LIST_TEXTS[language].parks(visible.length, where) }];
  for (const park of visible) {
    const where = park.municipalities.map((name) => placeName(name, context)).join(", ");
    const text = `**${recordName(park, language)}** (${where}): ${park[`industries_${language}`]}`;
    const passage = text.replaceAll("**", "");
    lines.push({
      prefix: "- ",
      claim: { text, sources: oneSource(park, { ...context, passage, file: "parks.csv" }) },
    });
  }
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

function parkName(id: string, context: ListContext): string {
  const park = context.view.index.tables.parks?.find((row) => row.id === id);
  return park === undefined ? id : recordName(park, context.language);
}

/** One source a row keeps a long list readable; the row's note names the others. */
function oneSource(
  row: Parameters<typeof rowSources>[0],
  context: Parameters<typeof rowSources>[1],
): ClaimSource[] {
  return rowSources(row, context).slice(0, 1);
}
