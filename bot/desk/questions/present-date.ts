import type { Language } from "../../../knowledge/languages.ts";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

const MONTHS = Object.fromEntries(
  Object.entries(LOCALES).map(([language, locale]) => [
    language,
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

const FORMATS = Object.fromEntries(
  Object.entries(LOCALES).map(([language, locale]) => [
    language,
    new Intl.DateTimeFormat(locale, { timeZone: "Europe/Helsinki", dateStyle: "medium" }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

/** Writes the day in Finland of a time as people of a language do. @param time Milliseconds since 1970. */
export function presentDate(time: number, language: Language): string {
  return FORMATS[language].format(time);
}

/** Writes a day ("2026-03-01") or a month ("2026-03") as people of a language do; any other name stays as it is. */
export function presentDay(name: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return presentDate(Date.parse(`${name}T12:00:00Z`), language);
  return /^\d{4}-\d{2}$/.test(name) ? MONTHS[language].format(Date.parse(name)) : name;
}
