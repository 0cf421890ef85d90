import { parseAmount } from "./parse-amount.ts";
import type { FieldValues } from "./read-fields.ts";
import { type RowDraft, setCell } from "./row-draft.ts";
import { listChoices, matchChoice } from "./value-words.ts";

/**
 * Fills quantity, unit and kind: a one-off amount is a stock, so that nobody adds it to yearly ones.
 *
 * @returns The words of the amount for the note, when the number alone does not say them.
 *
 * @example
 * ```ts
 * fillAmount(draft, values); // "500 kg/kk"; the cells then hold 6000 and kg
 * ```
 */
export function fillAmount(draft: RowDraft, values: FieldValues): string | undefined {
  const quantity = values.get("quantity");
  const amount =
    quantity === undefined
      ? undefined
      : parseAmount({
          text: quantity.text,
          ...(quantity.number === undefined ? {} : { number: quantity.number }),
          unit: values.get("unit")?.text ?? "",
          period: values.get("period")?.text ?? "",
          headingUnit: quantity.unit ?? "",
        });
  if (amount !== undefined && "code" in amount) {
    draft.problems.push(amount);
    return undefined;
  }
  const isOneOff = matchChoice("regularity", values.get("regularity")?.text ?? "") === "one-off";
  fillKind(draft, { values, period: amount?.period ?? (isOneOff ? "once" : undefined) });
  if (amount === undefined || quantity === undefined) return undefined;
  setCell(draft, { column: "quantity", value: amount.quantity });
  setCell(draft, { column: "unit", value: amount.unit });
  if (amount.period === undefined && draft.cells.kind === "flow")
    draft.remarks.push({ code: "period-assumed", field: "period", found: quantity.text });
  if (amount.asGiven !== undefined) {
    const code = amount.isRange === true ? "amount-range" : "amount-noted";
    draft.remarks.push({ code, field: "quantity", found: amount.asGiven, detail: amount.quantity });
  }
  return amount.asGiven;
}

function fillKind(
  draft: RowDraft,
  { values, period }: { values: FieldValues; period: string | undefined },
): void {
  const text = values.get("kind")?.text;
  const kind = text === undefined ? undefined : matchChoice("kind", text);
  if (text !== undefined && kind === undefined) {
    const detail = listChoices("kind").join(", ");
    draft.problems.push({ code: "choice-unknown", field: "kind", found: text, detail });
  }
  const byPeriod: Record<string, string> = { once: "stock", planned: "planned" };
  const told = kind ?? byPeriod[period ?? ""];
  if (told === undefined) draft.cells.kind = "flow";
  else setCell(draft, { column: "kind", value: told });
}
