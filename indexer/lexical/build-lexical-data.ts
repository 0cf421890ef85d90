import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { buildField, type Field } from "./field.ts";
import type { LexicalData } from "./lexical-data.ts";
import { type Rows, RowsBuilder } from "./rows.ts";
import { tokenize } from "./tokenize.ts";
import { intern, WordTable } from "./word-table.ts";

/** One passage to be found. */
export interface LexicalEntry {
  /** The passage; may be empty, and then only its title or its concepts find it. */
  readonly text: string;
  /** Language of the passage; decides by whose rules its words are stemmed. */
  readonly language: Language;
  /** Heading the passage stands under; counts as its first words. */
  readonly title?: string;
}

/** What can be given beside the entries. */
export interface BuildLexicalOptions {
  /** Gives the ids of the vocabulary's concepts an entry names, by its position. @default {no concepts} */
  readonly concepts?: (entry: number) => readonly string[];
}

/** Analyses entries into the arrays a `LexicalIndex` searches. */
export function buildLexicalData(
  entries: readonly LexicalEntry[],
  options: BuildLexicalOptions = {},
): LexicalData {
  const table = new WordTable();
  const wordRows = new RowsBuilder();
  const entryCounts: Record<Language, number> = { fi: 0, sv: 0, en: 0 };
  for (const { text, language, title } of entries) {
    entryCounts[language]++;
    if (title !== undefined)
      for (const word of tokenize(title)) wordRows.push(table.numberOf(word, language));
    for (const word of tokenize(text)) wordRows.push(table.numberOf(word, language));
    wordRows.endRow();
  }
  const words = wordRows.finish();
  const wordGrams = table.grams.finish();
  const wordStems = table.stems.finish();
  const languages = Uint8Array.from(entries, ({ language }) => LANGUAGES.indexOf(language));
  const concepts = buildConcepts(languages, options.concepts);
  return {
    entryCounts,
    gramNumbers: table.gramNumbers,
    stemNumbers: table.stemNumbers,
    conceptNumbers: concepts.numbers,
    gramField: buildField({ words, languages, terms: wordGrams, termCount: table.gramNumbers.size }),
    stemField: buildField({ words, languages, terms: wordStems, termCount: table.stemNumbers.size }),
    conceptField: concepts.field,
    words,
    wordGrams,
    wordStems: wordStems.values,
  };
}

function buildConcepts(
  languages: Uint8Array,
  conceptsOf: (entry: number) => readonly string[] = () => [],
): { numbers: Map<string, number>; field: Field } {
  const numbers = new Map<string, number>();
  const rows = new RowsBuilder();
  for (let entry = 0; entry < languages.length; entry++) {
    for (const concept of new Set(conceptsOf(entry))) rows.push(intern(numbers, concept));
    rows.endRow();
  }
  const termCount = numbers.size;
  const words = rows.finish();
  return {
    numbers,
    field: buildField({ words, languages, terms: identityRows(termCount), termCount, isText: false }),
  };
}

/** Rows in which each number stands for itself. */
function identityRows(count: number): Rows {
  return {
    offsets: Uint32Array.from({ length: count + 1 }, (_, row) => row),
    values: Uint32Array.from({ length: count }, (_, row) => row),
  };
}
