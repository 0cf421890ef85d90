/**
 * The indexer's only door. In: a folder of documents and tables, and the words of a question. Out: an opened
 * index whose retriever finds passages. Importing it does nothing.
 */
export { type AnalysedPassage, type AnalysedText, analysePassage, analyseText } from "./analyse-text.ts";
export { type BuildIndexOptions, type BuildIndexResult, buildIndex } from "./build-index.ts";
export { parseEmbeddingSettings } from "./embedding-settings.ts";
export { EmbeddingError } from "./embeddings/embedding-error.ts";
export type { EmbeddingModelSettings } from "./embeddings/model-settings.ts";
export { codeOfFailure, type EmbeddingTrouble, type EmbeddingWatch } from "./embeddings/question-embedder.ts";
export { IndexError } from "./errors.ts";
export { extendIndex, type IndexExtension, NO_EXTENSION } from "./extend-index.ts";
export { findCategory, formOfCategory } from "./import/find-category.ts";
export { findPlace } from "./import/find-park.ts";
export { parseWasteCode } from "./import/parse-waste-code.ts";
export { composeStreamFile, parseStreamFile } from "./import/stream-file.ts";
export { writeStreams } from "./import/write-streams.ts";
export type { KnowledgeIndex } from "./knowledge-index.ts";
export { strongGrades } from "./lexicon/finnish-grades.ts";
export type { Concept, ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
export { readCurrentVersion } from "./manifest.ts";
export { openIndex } from "./open-index.ts";
export {
  createRest,
  doAtOnce,
  doInSteps,
  mapByInSteps,
  mapInSteps,
  type Rest,
  type Steps,
  sortInSteps,
} from "./pace.ts";
export { isForReader, type Passage, passageText, type Sentence, type SourceReference } from "./passage.ts";
export { loadPostgresIndex } from "./postgres/load-postgres-index.ts";
export { conceptWeights } from "./question-concepts.ts";
export {
  FORMS,
  isQuantityWithheld,
  KINDS,
  presentQuantity,
  recordName,
  renderCompany,
  renderExchange,
  renderStream,
  STATUSES,
} from "./render-records.ts";
export { ranksInUse, restrictIndex, restrictIndexInSteps } from "./restrict-index.ts";
export type { PassageRetriever, RetrievedPassage, Retriever } from "./retriever.ts";
export { detectLanguage, weighLanguages } from "./text/detect-language.ts";
export { isFunctionWord } from "./text/function-words.ts";
export { splitSentences } from "./text/split-sentences.ts";
export { stemWord } from "./text/stem.ts";
export { splitWords, type Word } from "./text/words.ts";
