import type { Tables } from "../knowledge/read-table.ts";
import type { SourceReference } from "./passage.ts";

/** Finds a source by its id; unknown ids give nothing. */
export type FindSource = (id: string) => SourceReference | undefined;

/**
 * Makes a look-up of sources by id from the table of sources; a source without a web address keeps an empty
 * one, which the caller replaces by the file that cites it.
 */
export function createFindSource(tables: Partial<Tables>): FindSource {
  const byId = new Map(tables.sources?.map((source) => [source.id, source]));
  return (id) => {
    const source = byId.get(id);
    if (source === undefined) return undefined;
    const { title, publisher, url, year } = source;
    return { title: `${publisher}: ${title}`, source: url ?? "", ...(year === undefined ? {} : { year }) };
  };
}
