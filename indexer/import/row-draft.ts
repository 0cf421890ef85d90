import { LANGUAGES, type Language, type Reader } from "../../knowledge/languages.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { PrivateField } from "./fields.ts";
import type { MappedSheet } from "./find-header.ts";
import type { PlaceNames } from "./find-park.ts";
import type { Problem, Remark } from "./problem.ts";
import type { FieldValues } from "./read-fields.ts";

/** What rows are judged by: the lists they refer to, and the options of the command. */
export interface RowContext {
  sheet: MappedSheet;
  names: PlaceNames;
  /** Sources of `sources.csv`. */
  sources: readonly { id: string; title: string }[];
  /** Source of rows that name none; empty without `--source`. */
  source: string;
  /** Park of rows that name none; empty without `--park`. */
  park: string;
  visibility: Reader;
  /** Contacts, prices and business IDs may stand in the note. */
  keepsPrivate: boolean;
  lexicon: Pick<Lexicon, "match">;
}

/** A row on its way from the sheet to `side-streams.csv`; with problems it is not stored. */
export interface RowDraft {
  /** Number of the row in the sheet. */
  line: number;
  /** Cells as the table will hold them, by column; an absent one is empty. */
  cells: Record<string, string>;
  /** Columns whose value the sheet itself gives: an update changes these alone. */
  given: Set<string>;
  problems: Problem[];
  remarks: Remark[];
  /** Private values of the row that are not stored. */
  leftOut: PrivateField[];
}

/** What the steps that fill a row work with. */
export interface RowSource {
  values: FieldValues;
  context: RowContext;
}

/** Fills a column with what the sheet gives. */
export function setCell(draft: RowDraft, { column, value }: { column: string; value: string }): void {
  draft.cells[column] = value;
  draft.given.add(column);
}

/**
 * Texts by language, each missing one filled with one that is there: `knowledge:check` wants all three or none.
 *
 * @returns The texts, which of them are the sheet's own, and which one the others are copies of.
 */
export function copyMissing(own: Partial<Record<Language, string>>, plain: string | undefined) {
  const source = plain ?? own.fi ?? own.sv ?? own.en;
  if (source === undefined) return undefined;
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, own[language] ?? source]));
  const copied = LANGUAGES.filter((language) => own[language] === undefined);
  return { texts: texts as Record<Language, string>, copied };
}
