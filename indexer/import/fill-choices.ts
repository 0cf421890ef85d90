import type { Language } from "../../knowledge/languages.ts";
import { findCategory, formOfCategory } from "./find-category.ts";
import { parseWasteCode } from "./parse-waste-code.ts";
import type { FieldValues } from "./read-fields.ts";
import { type RowDraft, type RowSource, setCell } from "./row-draft.ts";
import { listChoices, matchChoice } from "./value-words.ts";

/**
 * Fills the columns that take one of a few words, and the waste code, which tells hazards too.
 *
 * @example
 * ```ts
 * fillChoices(draft, { values, context });
 * draft.cells.form; // "solid", of "jauhe"
 * ```
 */
export function fillChoices(draft: RowDraft, { values, context }: RowSource): void {
  fillCategory(draft, { values, context });
  fillForm(draft, values);
  fillHazard(draft, values);
  if (!fillChoice(draft, { field: "status", values })) draft.cells.status ??= "unknown";
}

/** The column's own word, else what the name says, else `other`, which is told. */
function fillCategory(draft: RowDraft, { values, context }: RowSource): void {
  const text = values.get("category")?.text;
  const own = text === undefined ? undefined : findCategory({ fi: text }, context.lexicon);
  if (own !== undefined) {
    setCell(draft, { column: "category", value: own });
    return;
  }
  const found = findCategory(ownNames(values), context.lexicon);
  draft.cells.category = found ?? "other";
  if (found === undefined)
    draft.remarks.push({
      code: "category-unsure",
      field: "category",
      found: text ?? draft.cells.name_fi ?? "",
    });
}

/** Names as the sheet gives them: a copied name is not read in a language it is not in. */
function ownNames(values: FieldValues): Partial<Record<Language, string>> {
  const { fi, sv, en } = {
    fi: values.get("name_fi")?.text ?? values.get("name")?.text,
    sv: values.get("name_sv")?.text,
    en: values.get("name_en")?.text,
  };
  return { ...(fi && { fi }), ...(sv && { sv }), ...(en && { en }) };
}

/** Without a column of its own the form follows from the category or from a unit of energy, which is told. */
function fillForm(draft: RowDraft, values: FieldValues): void {
  if (fillChoice(draft, { field: "form", values }) || values.has("form")) return;
  const isEnergy = /Wh$/.test(draft.cells.unit ?? "");
  const form = formOfCategory(draft.cells.category ?? "") ?? (isEnergy ? "heat" : undefined);
  if (form === undefined) {
    const detail = listChoices("form").join(", ");
    draft.problems.push({ code: "form-missing", field: "form", found: "", detail });
    return;
  }
  draft.cells.form = form;
  draft.remarks.push({ code: "form-from-category", field: "form", found: "", detail: form });
}

/** Column, class, HP codes and the asterisk of the code must not contradict each other. */
function fillHazard(draft: RowDraft, values: FieldValues): void {
  const said = new Map<string, string>();
  const text = values.get("hazardous")?.text;
  if (text !== undefined && fillChoice(draft, { field: "hazardous", values }))
    said.set(draft.cells.hazardous ?? "", text);
  const hazardClass = values.get("hazard_class")?.text ?? "";
  const ofClass = matchChoice("hazardous", hazardClass);
  if (ofClass !== undefined) said.set(ofClass, hazardClass);
  const properties = values.get("hazard_properties")?.text ?? "";
  if (/\bHP\s?\d/i.test(properties)) said.set("yes", properties);
  const code = fillWasteCode(draft, values);
  if (code?.isHazardous === true) said.set("yes", values.get("waste_code")?.text ?? "");
  if (said.size > 1) {
    const [found = "", other = ""] = [said.get("yes"), said.get("no")];
    draft.problems.push({ code: "hazard-conflict", field: "hazardous", found, detail: other });
  }
  const [hazardous] = said.keys();
  if (hazardous === undefined) draft.cells.hazardous ??= "unknown";
  else setCell(draft, { column: "hazardous", value: hazardous });
}

function fillWasteCode(draft: RowDraft, values: FieldValues) {
  const text = values.get("waste_code")?.text;
  if (text === undefined) return undefined;
  const code = parseWasteCode(text);
  if (code === undefined) {
    draft.problems.push({ code: "waste-code-wrong", field: "waste_code", found: text });
    return undefined;
  }
  setCell(draft, { column: "waste_code", value: code.code });
  if (code.isPadded)
    draft.remarks.push({ code: "waste-code-padded", field: "waste_code", found: text, detail: code.code });
  return code;
}

/** True when the cell holds one of the choices; a cell that holds something else is a fault. */
function fillChoice(
  draft: RowDraft,
  { field, values }: { field: "form" | "status" | "hazardous"; values: FieldValues },
): boolean {
  const text = values.get(field)?.text;
  if (text === undefined) return false;
  const choice = matchChoice(field, text);
  if (choice === undefined) {
    const detail = listChoices(field).join(", ");
    draft.problems.push({ code: "choice-unknown", field, found: text, detail });
    return false;
  }
  setCell(draft, { column: field, value: choice });
  return true;
}
