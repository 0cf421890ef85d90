/** One cell; `undefined` stays empty. */
export type ExportCell = string | number | undefined;

/** A table that somebody takes home, as data; the writers in this folder turn it into a file. */
export interface ExportSheet {
  /** Name of the sheet and, made safe, of the file. */
  name: string;
  columns: readonly { title: string; isNumber?: boolean }[];
  /** Each as long as `columns`. A number is written as a number, whatever its column says. */
  rows: readonly (readonly ExportCell[])[];
}
