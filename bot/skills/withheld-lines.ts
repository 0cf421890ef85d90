import type { Language } from "../../knowledge/languages.ts";
import type { TableName } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { AnswerLine } from "./compose-reply.ts";

const FRAME: Record<Language, string> = {
  fi: "Lukumääristä ja summista puuttuvat luottamukselliset tiedot.",
  sv: "Konfidentiella uppgifter ingår inte i antal och summor.",
  en: "Counts and totals leave out what is confidential.",
};

/**
 * Says that a count or total is not of all there is.
 *
 * It stands under every count of a table that holds anything hidden from the reader, whatever was asked: were it there only
 * where the filter meets something hidden, it would tell where to look.
 *
 * @param context.view The knowledge as the reader may see it.
 * @returns One frame; none where nothing of the tables is hidden.
 */
export function withheldLines(
  tables: readonly TableName[],
  context: { view: KnowledgeView; language: Language },
): AnswerLine[] {
  const { view, language } = context;
  return tables.some((table) => view.withholds(table)) ? [{ frame: FRAME[language] }] : [];
}
