import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { STREAM_TEXTS } from "./texts.ts";

/**
 * What a question on hazard leaves open: most rows do not say whether they are hazardous, so a list of the hazardous
 * ones, or none, must not pass for the whole truth.
 *
 * @returns One line; none when nothing is open or hazard is not asked for.
 */
export function hazardLines(
  query: StreamQuery,
  context: { language: Language; view: KnowledgeView; reader: Reader },
): AnswerLine[] {
  const { language, view, reader } = context;
  if (query.hazardous === undefined || query.hazardous === "unknown") return [];
  const { limit: _limit, sort: _sort, groupBy: _groupBy, ...filters } = query;
  const open = view.streams.run({ ...filters, hazardous: "unknown" }, reader).found;
  return open === 0 ? [] : [{ frame: STREAM_TEXTS[language].hazardOpen(open) }];
}
