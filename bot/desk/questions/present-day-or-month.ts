import type { Language } from "../../../knowledge/languages.ts";
import { presentDay } from "../../calendar.ts";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/** Writes a day ("2026-03-01") or a month ("2026-03") as people of a language do; any other name stays as it is. */
export function presentDayOrMonth(name: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return presentDay(name, language);
  if (!/^\d{4}-\d{2}$/.test(name)) return name;
  const format = { timeZone: "UTC", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(Date.parse(name));
}
