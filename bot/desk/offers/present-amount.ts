import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { OfferValues } from "./offer-fields.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** The amount of an offer in words, such as "3 000 t vuodessa"; empty when none was told. */
export function presentAmount({ amount, unit = "", period }: OfferValues, language: Language): string {
  if (amount === undefined) return "";
  const { need } = OFFER_TEXTS[language];
  const when = period === "year" ? ` ${need.perYear}` : period === "once" ? ` ${need.once}` : "";
  return `${presentNumber(Number(amount), language)} ${unit === "m3" ? "m³" : unit}${when}`;
}
