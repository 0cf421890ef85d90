import type { SheetRow } from "../read/read-sheets.ts";
import { fillAmount } from "./fill-amount.ts";
import { fillChoices } from "./fill-choices.ts";
import { fillNote } from "./fill-note.ts";
import { fillOrigin } from "./fill-origin.ts";
import { fillTexts } from "./fill-texts.ts";
import { findPrivateDetail } from "./private-details.ts";
import { readFields } from "./read-fields.ts";
import type { RowContext, RowDraft } from "./row-draft.ts";

/**
 * Makes a row of `side-streams.csv` of a row of the sheet; it has no id yet.
 *
 * @returns The row with everything that is wrong with it and everything worth knowing.
 *
 * @example
 * ```ts
 * buildRow(row, context).cells.quantity; // "22000", of "22 000 t/v"
 * ```
 */
export function buildRow(row: SheetRow, context: RowContext): RowDraft {
  const { values, problems } = readFields(row, context.sheet);
  const draft: RowDraft = {
    line: row.line,
    cells: {},
    given: new Set(),
    problems,
    remarks: [],
    leftOut: [],
  };
  fillTexts(draft, values);
  const asGiven = fillAmount(draft, values);
  fillOrigin(draft, { values, context });
  fillChoices(draft, { values, context });
  fillNote(draft, { values, asGiven, context });
  checkPublicWords(draft);
  return draft;
}

function checkPublicWords(draft: RowDraft): void {
  if (draft.cells.visibility !== "public") return;
  for (const [column, text] of Object.entries(draft.cells)) {
    const found = findPrivateDetail(text);
    if (found === undefined) continue;
    draft.problems.push({ code: "contact-in-public", field: column.replace(/_(?:fi|sv|en)$/, ""), found });
    return;
  }
}
