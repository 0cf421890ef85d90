/**
 * The indexer's only door. In: a folder of documents and tables, and the words of a question. Out: an opened
 * index whose retriever finds passages. Importing it does nothing.
 */
export { type AnalysedPassage, type AnalysedText, analysePassage, analyseText } from "./analyse-text.ts";
export { type BuildIndexOptions, type BuildIndexResult, buildIndex } from "./build-index.ts";
export { IndexError } from "./errors.ts";
export { strongGrades } from "./lexicon/finnish-grades.ts";
export type { Concept, ConceptMatch, Lexicon } from "./lexicon/lexicon.ts";
export { readCurrentVersion } from "./manifest.ts";
export { type KnowledgeIndex, openIndex } from "./open-index.ts";
export { type Passage, passageText, type Sentence, type SourceReference } from "./passage.ts";
export {
  FORMS,
  KINDS,
  presentQuantity,
  recordName,
  renderCompany,
  renderExchange,
  renderStream,
  STATUSES,
} from "./render-records.ts";
export { conceptWeights, type RetrievedPassage, type Retriever } from "./retriever.ts";
export { detectLanguage, weighLanguages } from "./text/detect-language.ts";
export { isFunctionWord } from "./text/function-words.ts";
export { splitSentences } from "./text/split-sentences.ts";
export { stemWord } from "./text/stem.ts";
export { splitWords, type Word } from "./text/words.ts";
