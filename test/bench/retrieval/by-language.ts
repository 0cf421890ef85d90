import type { Language } from "../../../knowledge/languages.ts";
import type { BuildRetriever, SearchPassages } from "../../quality/retrieval/retrievers.ts";

/**
 * Parts a collection by language: an index for each, and a question is put to that of its own.
 *
 * @returns A way to build that finds passages by their position in the whole collection; nothing where there are none in
 * the question's language.
 */
export function byLanguage(build: BuildRetriever): BuildRetriever {
  return async (passages) => {
    const parts = new Map<Language, { positions: readonly number[]; search: SearchPassages }>();
    const positionsOf = Map.groupBy(passages.keys(), (at) => passages[at]?.language ?? "en");
    for (const [language, positions] of positionsOf) {
      const own = positions.flatMap((at) => passages[at] ?? []);
      parts.set(language, { positions, search: await build(own) });
    }
    return async (question, language) => {
      const part = parts.get(language);
      if (part === undefined) return [];
      const found = await part.search(question, language);
      return found.map((at) => part.positions[at] ?? -1);
    };
  };
}
