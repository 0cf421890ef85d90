import { LANGUAGES } from "../../knowledge/languages.ts";
import type { FieldValues } from "./read-fields.ts";
import { copyMissing, type RowDraft, setCell } from "./row-draft.ts";

/**
 * Fills the name, the producer and the uses, each in three languages; a text in one language is copied to the others,
 * and the row says so.
 *
 * @example
 * ```ts
 * fillTexts(draft, values);
 * draft.cells.name_sv; // "Lentotuhka", when the sheet has no Swedish name
 * ```
 */
export function fillTexts(draft: RowDraft, values: FieldValues): void {
  for (const field of ["name", "producer", "uses"] as const) {
    const own = Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const text = values.get(`${field}_${language}`)?.text;
        return text === undefined ? [] : [[language, text]];
      }),
    );
    const filled = copyMissing(own, values.get(field)?.text);
    if (filled === undefined) {
      if (field === "name") draft.problems.push({ code: "missing", field, found: "" });
      continue;
    }
    const { texts, copied } = filled;
    for (const language of LANGUAGES) {
      const column = `${field}_${language}`;
      if (copied.includes(language) && field !== "uses") draft.cells[column] = texts[language];
      else setCell(draft, { column, value: texts[language] });
    }
    // A company is called the same everywhere.
    if (copied.length > 0 && field !== "producer")
      draft.remarks.push({ code: "copied", field, found: texts.fi, detail: copied.join(", ") });
  }
}
