import { LANGUAGES, type Language } from "../../knowledge/languages.ts";

/** Whether the text was copied to every language, since the sheet does not say in which one it is. */
export function isAll(codes: string): boolean {
  return LANGUAGES.every((language) => codes.includes(language));
}

/**
 * Names languages given by their codes.
 *
 * @example
 * ```ts
 * namesOf("sv, en", { fi: "Finnish", sv: "Swedish", en: "English" }); // "Swedish, English"
 * ```
 */
export function namesOf(codes: string, names: Record<Language, string>): string {
  return LANGUAGES.filter((language) => codes.includes(language))
    .map((language) => names[language])
    .join(", ");
}
