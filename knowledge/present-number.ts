import type { Language } from "./languages.ts";

/**
 * Writes a number as the language groups it: "650 000" and "1,7" in Finnish and Swedish, "650,000" and "1.7"
 * in English. Plain spaces, so that the figure can be searched for.
 *
 * @example
 * ```ts
 * presentNumber(650000, "fi"); // "650 000"
 * ```
 */
export function presentNumber(value: number, language: Language): string {
  const [whole = "", fraction] = String(value).split(".");
  const separator = language === "en" ? "," : " ";
  const grouped =
    whole.length > 4 || language === "en" ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator) : whole;
  if (fraction === undefined) return grouped;
  return `${grouped}${language === "en" ? "." : ","}${fraction}`;
}
