import type { Language } from "../../knowledge/languages.ts";
import type { Field } from "./field.ts";
import type { NumberTable } from "./number-table.ts";
import type { Rows } from "./rows.ts";

/** Everything a lexical index knows; mostly flat arrays, so that it is quickly written and read. */
export interface LexicalData {
  /** How many entries each language has; languages without entries are 0. */
  readonly entryCounts: Readonly<Record<Language, number>>;
  /** Number of each gram key, rising from 0; see `wordGrams`. */
  readonly gramNumbers: NumberTable;
  /** Number of each stem key, rising from 0; see `stemKey`. */
  readonly stemNumbers: ReadonlyMap<string, number>;
  /** Number of each concept id, rising from 0. */
  readonly conceptNumbers: ReadonlyMap<string, number>;
  readonly gramField: Field;
  readonly stemField: Field;
  readonly conceptField: Field;
  /** For each entry its word forms, title first, in reading order. */
  readonly words: Rows;
  /** For each word form its grams. */
  readonly wordGrams: Rows;
  /** For each word form its stem. */
  readonly wordStems: Uint32Array;
}
