import type { Language } from "../../../knowledge/languages.ts";
import { InputError } from "../input-error.ts";
import type { CollectionPassage } from "./read-collection.ts";

/** Gives the positions of the ten best passages for a question, best first. */
export type SearchPassages = (question: string, language: Language) => Promise<number[]> | number[];

/** Builds an index over passages and gives the way to search it. */
export type BuildRetriever = (
  passages: readonly CollectionPassage[],
) => Promise<SearchPassages> | SearchPassages;

const TOP_K = 10;

/** Orama's names of the languages. */
const ORAMA_LANGUAGES: Readonly<Record<Language, string>> = { fi: "finnish", sv: "swedish", en: "english" };

const LOADERS: Readonly<Record<string, () => Promise<BuildRetriever>>> = {
  minisearch: loadMiniSearch,
  orama: loadOrama,
};

/** Loads the assistant's own lexical leg, without vocabulary: what the libraries are, and no more. */
export async function loadLexicalLeg(): Promise<BuildRetriever> {
  const { buildLexicalIndex } = await import("../../../indexer/lexical/lexical-index.ts");
  return (passages) => {
    const index = buildLexicalIndex(passages);
    return (question, language) =>
      index.search(question, { language, topK: TOP_K }).map(({ entry }) => entry);
  };
}

/**
 * Loads a library to compare with.
 *
 * @throws {InputError} If the library is not one of the known ones.
 */
export async function loadOtherRetriever(library: string): Promise<BuildRetriever> {
  const load = LOADERS[library];
  if (load === undefined) {
    throw new InputError(
      `Cannot compare with "${library}": the known libraries are ${Object.keys(LOADERS).join(", ")}`,
    );
  }
  return load();
}

/** MiniSearch with its default options. */
async function loadMiniSearch(): Promise<BuildRetriever> {
  const { default: MiniSearch } = await import("minisearch");
  return (passages) => {
    const index = new MiniSearch({ fields: ["text"] });
    index.addAll(passages.map((passage, id) => ({ id, text: textOf(passage) })));
    return (question) =>
      index
        .search(question)
        .slice(0, TOP_K)
        .map(({ id }): number => id);
  };
}

/** Orama with its default options and the tokenizer of the first passage's language. */
async function loadOrama(): Promise<BuildRetriever> {
  const { create, insertMultiple, search } = await import("@orama/orama");
  return async (passages) => {
    const language = ORAMA_LANGUAGES[passages[0]?.language ?? "en"];
    const index = create({ schema: { text: "string" }, language });
    await insertMultiple(
      index,
      passages.map((passage, position) => ({ id: String(position), text: textOf(passage) })),
    );
    return async (question) => {
      const { hits } = await search(index, { term: question, limit: TOP_K });
      return hits.map(({ id }) => Number(id));
    };
  };
}

function textOf({ title, text }: CollectionPassage): string {
  return title === undefined ? text : `${title}\n${text}`;
}
