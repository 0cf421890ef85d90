import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { ClaimSource } from "./compose-reply.ts";

/**
 * Sources of a table row as citations show them; a source without a web address is named by the table's file.
 *
 * @param row Ids of `sources.csv` and the row's own year, used where the source is undated.
 * @param context.passage The row in words: everything that is claimed of it stands in there.
 */
export function rowSources(
  row: { sources: readonly string[]; year?: number | undefined },
  context: { view: KnowledgeView; language: Language; passage: string; file: string },
): ClaimSource[] {
  const { passage, file, language, view } = context;
  const known = row.sources.map((id) => view.index.findSource(id)).filter((source) => source !== undefined);
  // A source that would tell what is hidden is left out of the row: then its table speaks.
  const found = known.length === 0 ? [{ title: file, source: file, year: undefined }] : known;
  return found.map((source) => {
    const year = source.year ?? row.year;
    return {
      title: source.title,
      source: source.source === "" ? file : source.source,
      passage,
      language,
      ...(year === undefined ? {} : { year }),
    };
  });
}
