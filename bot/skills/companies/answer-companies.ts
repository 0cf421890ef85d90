import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { CompanyHold, CompanyQuery } from "../../query/company-query.ts";
import { asksCompanies } from "../../understand/asks-companies.ts";
import type { Question } from "../../understand/question.ts";
import { readCompanyQuery } from "../../understand/read-company-query.ts";
import { composeReply, type ReplyDraft } from "../compose-reply.ts";
import { understandStreams } from "../streams/answer-streams.ts";
import { withheldLines } from "../withheld-lines.ts";
import { describeCompanyQuery } from "./describe-company-query.ts";
import { presentCompanies } from "./present-companies.ts";
import { COMPANY_TEXTS } from "./texts.ts";

interface CompanyContext {
  view: KnowledgeView;
  reader: Reader;
}

/**
 * Reads a question as one to the table of companies.
 *
 * @returns Nothing when it is none, or not understood to the last word.
 */
export function understandCompanies(question: Question, context: CompanyContext): CompanyQuery | undefined {
  const { view } = context;
  if (view.index.tables.companies === undefined) return undefined;
  const read = readCompanyQuery(question, context);
  if (!asksCompanies(question, read)) return undefined;
  // "Lime kilns in Tornio" may be meant for side streams; who says "companies" means none.
  return read.namesCompanies || understandStreams(question, context) === undefined ? read.query : undefined;
}

/**
 * Answers a question to the table of companies with exact rows: "Mitkä yritykset ottavat vastaan tuhkaa?".
 *
 * @returns Nothing when the question is none; an empty result is told as such where a thing or a state was asked for.
 */
export function answerCompanies(question: Question, context: CompanyContext): ReplyDraft | undefined {
  const query = understandCompanies(question, context);
  if (query === undefined) return undefined;
  const options = { ...context, language: question.replyLanguage };
  const draft = answerCompanyQuery(query, options);
  const isNarrow = query.holds?.every(isOfTrade) ?? query.statuses !== undefined;
  return draft ?? (isNarrow ? composeNoCompanies(query, options) : undefined);
}

/** That no company "takes permits" says nothing of permits: a general word is no thing that changes hands. */
function isOfTrade({ terms }: CompanyHold): boolean {
  return terms.some((id) => !id.startsWith("word:"));
}

/**
 * Answers a query with its rows.
 *
 * @returns Nothing when no row meets the query.
 */
export function answerCompanyQuery(
  query: CompanyQuery,
  context: CompanyContext & { language: Language },
): ReplyDraft | undefined {
  const { view, reader, language } = context;
  const result = view.companies.run(query, reader);
  if (result.rows.length === 0) return undefined;
  const where = describeCompanyQuery(query, context).join(" · ") || COMPANY_TEXTS[language].all;
  return presentCompanies(result, { ...context, where, roles: result.roles });
}

/** The words of an empty result; rows that the reader may not see are no rows. */
function composeNoCompanies(
  query: CompanyQuery,
  context: CompanyContext & { language: Language },
): ReplyDraft | undefined {
  const { view, reader, language } = context;
  if (view.companies.run({}, reader).rows.length === 0) return undefined;
  const texts = COMPANY_TEXTS[language];
  const where = describeCompanyQuery(query, context).join(" · ") || texts.all;
  const lines = [{ frame: texts.none(where) }, ...withheldLines(["companies"], context)];
  const draft = composeReply({ language, intent: "answer", lines });
  return { ...draft, companies: [] };
}
