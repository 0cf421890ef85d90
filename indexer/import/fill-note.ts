import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { type Field, isNotedField, isPrivateField, NOTED_FIELDS, PRIVATE_FIELDS } from "./fields.ts";
import { composeNote, type NoteEntry } from "./note-labels.ts";
import type { FieldValues } from "./read-fields.ts";
import { copyMissing, type RowDraft, type RowSource, setCell } from "./row-draft.ts";
import { matchChoice, presentChoice } from "./value-words.ts";

/** Words of a state of matter that say more than the table's five do. */
const FINER_FORM =
  /jauhe|pöly|rae|rake|murske|pasta|tahna|pulver|damm|granul|pastös|powder|dust|paste|slurry|lump/i;
const CHOICES = ["legal_status", "hazard_class", "regularity"] as const;

/**
 * Fills the note with the sheet's own remarks and with everything the table has no column for, labelled in each
 * language. Contacts, prices and business IDs come along only where the row is not public.
 *
 * @param draft Its visibility must be filled already.
 *
 * @example
 * ```ts
 * fillNote(draft, { values, asGiven: "500 kg/kk", context });
 * draft.cells.note_fi; // "Määrä ilmoitettuna: 500 kg/kk. Oikeudellinen asema: sivutuote."
 * ```
 */
export function fillNote(draft: RowDraft, source: RowSource & { asGiven: string | undefined }): void {
  const { values, asGiven, context } = source;
  const entries: NoteEntry[] = [];
  const add = (field: NoteEntry["field"], text: string | undefined): void => {
    if (text !== undefined && text !== "")
      entries.push({ field, value: (language) => present(field, { text, language }) });
  };
  add("amount", asGiven);
  for (const field of NOTED_FIELDS)
    add(field, values.get(field)?.text ?? findElsewhere(field, { draft, values }));
  const isPrivate = context.keepsPrivate && draft.cells.visibility !== "public";
  for (const field of PRIVATE_FIELDS) {
    if (!values.has(field)) continue;
    if (isPrivate) add(field, values.get(field)?.text);
    else draft.leftOut.push(field);
  }
  const own = ownNote(draft, values);
  if (own === undefined && entries.length === 0) return;
  for (const language of LANGUAGES) {
    const value = composeNote(entries, { own: own?.[language] ?? "", language });
    setCell(draft, { column: `note_${language}`, value });
  }
}

/** Remarks in one language stand in all three. */
function ownNote(draft: RowDraft, values: FieldValues): Record<Language, string> | undefined {
  const own = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = values.get(`note_${language}`)?.text;
      return text === undefined ? [] : [[language, text]];
    }),
  );
  const filled = copyMissing(own, values.get("note")?.text);
  if (filled === undefined) return undefined;
  if (filled.copied.length > 0) {
    const detail = filled.copied.join(", ");
    draft.remarks.push({ code: "copied", field: "note", found: filled.texts.fi, detail });
  }
  return filled.texts;
}

/** What a column of the table cannot hold: a finer state of matter, a source that has no id. */
function findElsewhere(
  field: Field,
  { draft, values }: { draft: RowDraft; values: FieldValues },
): string | undefined {
  if (field === "physical_state") {
    const form = values.get("form")?.text ?? "";
    return FINER_FORM.test(form) ? form : undefined;
  }
  if (field === "source_document") return draft.remarks.find(({ code }) => code === "source-noted")?.found;
  return undefined;
}

function present(
  field: NoteEntry["field"],
  { text, language }: { text: string; language: Language },
): string {
  const choice = CHOICES.find((candidate) => candidate === field);
  if (choice !== undefined && matchChoice(choice, text) !== undefined)
    return presentChoice(choice, text, language);
  return text;
}

/** Tells whether a field of the sheet ends up in the note. */
export function goesIntoNote(field: Field): boolean {
  return isNotedField(field) || isPrivateField(field) || field.startsWith("note");
}
