import type { Language } from "../../../knowledge/languages.ts";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/** A day in the words of a language: "1.3.2026", "1 March 2026". */
export function presentDay(day: string, language: Language): string {
  const style = language === "en" ? "long" : "numeric";
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: style,
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day.length === 4 ? `${day}-12-31` : day}T00:00:00Z`));
}
