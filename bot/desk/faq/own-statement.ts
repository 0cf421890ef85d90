import type { Language } from "../../../knowledge/languages.ts";

/** How a source is named that is no publication but the word of a coordinator. */
const OPENINGS: Record<Language, string> = {
  fi: "Koordinaattorin oma tieto",
  sv: "Koordinatorns egen uppgift",
  en: "The coordinator's own statement",
};

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

/**
 * Names the source of an answer that rests on no publication: who says it, for which park, and when.
 *
 * @param options.place Name of the park, or of the desk.
 * @param options.day Day of the answer, `2026-03-01`.
 *
 * @example
 * ```ts
 * nameOwnStatement({ language: "fi", place: "ECO3", day: "2026-03-01" }); // "Koordinaattorin oma tieto, ECO3, 1.3.2026"
 * ```
 */
export function nameOwnStatement(options: { language: Language; place: string; day: string }): string {
  const { language, place, day } = options;
  return `${OPENINGS[language]}, ${place}, ${presentDay(day, language)}`;
}

/** Tells whether a source's name was made by {@link nameOwnStatement}: such a source is made anew, not kept. */
export function isOwnStatement(title: string): boolean {
  return Object.values(OPENINGS).some((opening) => title.startsWith(`${opening}, `));
}

/** Writes a day `2026-03-01` as people of a language do. */
export function presentDay(day: string, language: Language): string {
  const style =
    language === "en"
      ? ({ day: "numeric", month: "long", year: "numeric" } as const)
      : ({ day: "numeric", month: "numeric", year: "numeric" } as const);
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...style, timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Writes a moment as people of a language do, in Finnish time. @param time Milliseconds since 1970. */
export function presentMoment(time: number, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Helsinki",
  });
  return format.format(time);
}

/** The day in Finland, `2026-03-01`. @param time Milliseconds since 1970. */
export function dayOf(time: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format(time);
}
