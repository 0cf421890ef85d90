import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { OfferValues } from "./offer-fields.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** The amount of an offer in words, such as "3 000 t vuodessa"; empty when none was told. */
export function presentAmount({ amount, unit = "", period }: OfferValues, language: Language): string {
  if (amount === undefined) return "";
  const { need } = OFFER_TEXTS[language];
  const when = period === "year" ? ` ${need.perYear}` : period === "once" ? ` ${need.once}` : "";
  return `${amountWords(amount, language)} ${unit === "m3" ? "m³" : unit}${when}`;
}

/** A number of a form for the reader's language; what is no number stays as it was written, so that it can be put right. */
export function amountWords(amount: string, language: Language): string {
  return Number.isFinite(Number(amount)) ? presentNumber(Number(amount), language) : amount;
}
