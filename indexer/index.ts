/**
 * The indexer's only door. In: a folder of documents and tables, and the words of a question. Out: an opened
 * index whose retriever finds passages. Importing it does nothing.
 */
export { type AnalysedPassage, type AnalysedText, analysePassage, analyseText } from "./analyse-text.ts";
export { type BuildIndexOptions, type BuildIndexResult, buildIndex } from "./build-index.ts";
export { IndexError } from "./errors.ts";
export { extendIndex, type IndexExtension, NO_EXTENSION } from "./extend-index.ts";
export { findCategory, formOfCategory } from "./import/find-category.ts";
export { findPlace } from "./import/find-park.ts";
export { parseWasteCode } from "./import/parse-waste-code.ts";
export { composeStreamFile, parseStreamFile } from "./import/stream-file.ts";
export { writeStreams } from "./import/write-streams.ts";
export { strongGrades } from "./lexicon/finnish-grades.ts";
export type { Concept, ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
export { readCurrentVersion } from "./manifest.ts";
export { type KnowledgeIndex, openIndex } from "./open-index.ts";
export { isForReader, type Passage, passageText, type Sentence, type SourceReference } from "./passage.ts";
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
export { ranksInUse, restrictIndex } from "./restrict-index.ts";
export { conceptWeights, type PassageRetriever, type RetrievedPassage, type Retriever } from "./retriever.ts";
export { detectLanguage, weighLanguages } from "./text/detect-language.ts";
export { isFunctionWord } from "./text/function-words.ts";
export { splitSentences } from "./text/split-sentences.ts";
export { stemWord } from "./text/stem.ts";
export { splitWords, type Word } from "./text/words.ts";
