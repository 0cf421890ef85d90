import { readLexicon } from "../../../indexer/default-lexicon.ts";
import { ConceptEmbeddings } from "../../../indexer/embeddings/concept-embeddings.ts";
import { Lexicon } from "../../../indexer/lexicon/lexicon.ts";
import type { Passage } from "../../../indexer/passage.ts";
import { buildPassageLexicalIndex } from "../../../indexer/passage-lexical-index.ts";
import { Retriever } from "../../../indexer/retriever.ts";
import { VectorIndex } from "../../../indexer/vector-index.ts";
import type { CollectionPassage } from "./read-collection.ts";
import type { BuildRetriever } from "./retrievers.ts";

const TOP_K = 10;

/**
 * Loads the assistant's retriever as the bot uses it: both legs, with the vocabulary of the product. The vocabulary
 * is no part of the index and is made once, as a bot makes it when it starts.
 */
export async function loadOwnRetriever(): Promise<BuildRetriever> {
  const lexicon = new Lexicon(await readLexicon({}));
  return (collection) => {
    const retriever = buildRetriever(collection, lexicon);
    return async (question, language) =>
      (await retriever.retrieve(question, { language, topK: TOP_K })).map(({ entry }) => entry);
  };
}

/** Builds what an index version holds, in memory. */
export function buildRetriever(collection: readonly CollectionPassage[], lexicon: Lexicon): Retriever {
  const passages = collection.map(toPassage);
  const lexical = buildPassageLexicalIndex(passages, lexicon);
  const embeddings = new ConceptEmbeddings({ lexicon, detectLanguage: () => "en" });
  const { dimensions } = embeddings;
  const rows = new Float32Array(passages.length * dimensions);
  collection.forEach(({ title = "", text, language }, row) => {
    rows.set(embeddings.embed(`${title}. ${text}`, language), row * dimensions);
  });
  const vectors = new VectorIndex(embeddings, { dimensions });
  vectors.addRows(rows);
  vectors.linkGraph();
  return new Retriever({ passages, lexical, vectors, lexicon, embeddings });
}

function toPassage({ id, title = "", text, language }: CollectionPassage): Passage {
  return {
    id,
    file: id,
    title,
    headings: [],
    language,
    visibility: "public",
    kind: "text",
    sentences: [{ text, sources: [0], kind: "sentence" }],
    sources: [{ title, source: id }],
    hidden: [],
  };
}
