import { recordName, renderCompany } from "../../../indexer/index.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { CompanyRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { CompanyRole } from "../../query/company-query.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { Download } from "../../reply/reply.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { placeName } from "../place-name.ts";
import { rowSources } from "../row-sources.ts";
import { withheldLines } from "../withheld-lines.ts";
import { COMPANY_TEXTS } from "./texts.ts";

export interface CompanyListContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
  /** What was asked for, in words. */
  where: string;
  /** What was asked of the companies; the cells that tell it are shown. */
  roles?: readonly CompanyRole[];
}

/** Rows that are asked for, and rows beside them. */
export interface CompanyList {
  rows: readonly CompanyRecord[];
  /** Rows that have what is asked for as a side stream only. */
  besides?: readonly CompanyRecord[];
  groups?: readonly { park: string; rows: readonly CompanyRecord[] }[];
}

const MOST_ROWS = 20;
const MOST_BESIDES = 5;
const MOST_ITEMS = 6;

type Cell = "inputs" | "products" | "outputs" | "services";

const ROLE_CELLS: Record<CompanyRole, readonly Cell[]> = {
  takes: ["inputs"],
  makes: ["products"],
  gives: ["outputs"],
  offers: ["products", "services"],
  handles: ["inputs", "services"],
  industry: [],
  any: ["products", "inputs", "outputs"],
};

/**
 * Presents companies that the reader may see: a sentence, a list with the cells that answer the question, a card and
 * files of the whole result.
 */
export function presentCompanies(list: CompanyList, context: CompanyListContext): ReplyDraft {
  const { language, where } = context;
  const { rows, besides = [], groups } = list;
  const texts = COMPANY_TEXTS[language];
  const lines: AnswerLine[] = [{ frame: texts.found(rows.length, where) }];
  if (groups === undefined) lines.push(...rowLines(rows.slice(0, MOST_ROWS), context));
  else lines.push(...groupLines(groups, context));
  if (groups === undefined && rows.length > MOST_ROWS)
    lines.push({ frame: texts.more(rows.length - MOST_ROWS) });
  if (besides.length > 0) {
    lines.push({ frame: texts.besides(besides.length) });
    lines.push(...rowLines(besides.slice(0, MOST_BESIDES), { ...context, roles: ["gives"] }));
    if (besides.length > MOST_BESIDES) lines.push({ frame: texts.more(besides.length - MOST_BESIDES) });
  }
  lines.push(...withheldLines(["companies"], context));
  return {
    ...composeReply({ language, intent: "answer", lines }),
    companies: rows.map((company) => ({ id: company.id, name: recordName(company, language) })),
    cards: [companyCard(rows, context)],
    downloads: downloadsOf(rows, context),
  };
}

function rowLines(rows: readonly CompanyRecord[], context: CompanyListContext): AnswerLine[] {
  return rows.map((company) => ({ prefix: "- ", claim: companyClaim(company, context) }));
}

/** A company with its line of business, the cells asked for, place, state and year. */
function companyClaim(company: CompanyRecord, context: CompanyListContext): Claim {
  const { language, view, roles = [] } = context;
  const texts = COMPANY_TEXTS[language];
  const cells = [...new Set(roles.flatMap((role) => ROLE_CELLS[role]))].flatMap((cell) => {
    const value = company[`${cell}_${language}`];
    return value === undefined ? [] : [`${texts.cells[cell]}: ${value}`];
  });
  const state = company.status === "running" ? "" : texts.statuses[company.status];
  const facts = [placeOf(company, context), state, company.year].filter(
    (fact) => fact !== undefined && fact !== "",
  );
  const told = [company[`industry_${language}`], ...cells].join("; ");
  const text = `**${recordName(company, language)}**: ${told}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`;
  const parks = company.parks.map((id) => parkName(id, context));
  const passage = [...renderCompany(company, { language, parks }), placeOf(company, context)]
    .filter((part) => part !== "")
    .join(" ");
  // One source a row keeps a long list readable; the row's note names the others.
  const sources = rowSources(company, { view, language, passage, file: "companies.csv" }).slice(0, 1);
  return { text, sources };
}

/** Municipality in the reader's language; empty where the row has none. */
function placeOf(company: CompanyRecord, context: { language: Language; view: KnowledgeView }): string {
  return company.municipality === undefined ? "" : placeName(company.municipality, context);
}

function parkName(id: string, context: { language: Language; view: KnowledgeView }): string {
  const park = context.view.index.tables.parks?.find((row) => row.id === id);
  return park === undefined ? id : recordName(park, context.language);
}

/** Each park with how many there are and their names, every company with its source. */
function groupLines(
  groups: readonly { park: string; rows: readonly CompanyRecord[] }[],
  context: CompanyListContext,
): AnswerLine[] {
  const { language } = context;
  const texts = COMPANY_TEXTS[language];
  return groups.flatMap(({ park, rows }): AnswerLine[] => {
    const sources = rows.flatMap((company) => companyClaim(company, context).sources);
    const names = rows.map((company) => recordName(company, language)).join(", ");
    return [
      { frame: `**${parkName(park, context)}** – ${texts.inPark(rows.length)}:` },
      { prefix: "- ", claim: { text: names, sources } },
    ];
  });
}

/** The first rows as a card of two lines each, readable on a phone. */
function companyCard(rows: readonly CompanyRecord[], context: CompanyListContext): AdaptiveCard {
  const { language, where } = context;
  const texts = COMPANY_TEXTS[language];
  const shown = rows.slice(0, MOST_ITEMS);
  const items = shown.map((company) => ({
    type: "Container" as const,
    spacing: "Small",
    separator: true,
    items: [
      textBlock(recordName(company, language), { weight: "Bolder" }),
      textBlock(
        [
          company[`industry_${language}`],
          placeOf(company, context),
          company.status === "running" ? "" : texts.statuses[company.status],
          company.year === undefined ? "" : String(company.year),
        ]
          .filter((part) => part !== "")
          .join(" · "),
        { isSubtle: true, spacing: "None" },
      ),
    ],
  }));
  const left = rows.length - shown.length;
  return buildCard({
    title: where,
    ...(left > 0 ? { subtitle: texts.more(left) } : {}),
    body: items,
  });
}

function downloadsOf(rows: readonly CompanyRecord[], context: CompanyListContext): Download[] {
  const { language, reader } = context;
  const texts = COMPANY_TEXTS[language];
  const request = {
    table: "companies",
    query: { ids: rows.map(({ id }) => id) },
    language,
    reader,
  } as const;
  return [
    { title: texts.csv, request: { ...request, format: "csv" } },
    { title: texts.xlsx, request: { ...request, format: "xlsx" } },
  ];
}
