import type { SourceReference } from "./passage.ts";
import type { SourceDocument } from "./read/source-document.ts";

/** The sources of one passage, each once, and the look-up of their positions by the ids of marks. */
export interface SourceList {
  sources: SourceReference[];
  /** Positions of the sources of some ids, added where new; of the document itself where no id is known. */
  toSources: (ids: readonly string[]) => number[];
}

/** Starts an empty list; a source without an address of its own gets the file that cites it. */
export function createSourceList(
  document: Pick<SourceDocument, "title" | "file" | "year">,
  findSource: (id: string) => SourceReference | undefined = () => undefined,
): SourceList {
  const { title, file, year } = document;
  const own: SourceReference = { title, source: file, ...(year === undefined ? {} : { year }) };
  const sources: SourceReference[] = [];
  const positionOf = (source: SourceReference): number => {
    const known = sources.findIndex(
      (other) => other.title === source.title && other.source === source.source,
    );
    return known >= 0 ? known : sources.push(source) - 1;
  };
  const toSources = (ids: readonly string[]): number[] => {
    const found = ids.map(findSource).filter((source) => source !== undefined);
    const addressed = found.map((source) => (source.source === "" ? { ...source, source: file } : source));
    return (addressed.length > 0 ? addressed : [own]).map(positionOf);
  };
  return { sources, toSources };
}
