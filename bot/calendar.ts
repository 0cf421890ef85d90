import type { Language } from "../knowledge/languages.ts";

/* Days and times as people in Finland see them: there the parks are, whatever clock the server has. */

const TIME_ZONE = "Europe/Helsinki";

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

const HOUR_IN_MS = 3_600_000;

const DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
/** Making a text of a time is slow, and most who ask ask of the present. */
let lastHour = { from: 0, to: 0, day: "" };

/**
 * The day in Finland of a time.
 *
 * @param time Milliseconds since 1970.
 *
 * @example
 * ```ts
 * dayOf(Date.UTC(2026, 2, 1, 23)); // "2026-03-02"
 * ```
 */
export function dayOf(time: number): string {
  // The clock moves in hours against UTC: within one hour of it the day is the same.
  if (time < lastHour.from || time >= lastHour.to) {
    const from = Math.floor(time / HOUR_IN_MS) * HOUR_IN_MS;
    lastHour = { from, to: from + HOUR_IN_MS, day: DAY.format(time) };
  }
  return lastHour.day;
}

/** The year in Finland of a time, in milliseconds since 1970. */
export function yearOf(time: number): number {
  return Number(dayOf(time).slice(0, 4));
}

/**
 * Writes a day as people of a language do.
 *
 * @param day Such as `2026-03-01`.
 *
 * @example
 * ```ts
 * presentDay("2026-03-01", "sv"); // "1.3.2026"
 * presentDay("2026-03-01", "en"); // "1 March 2026"
 * ```
 */
export function presentDay(day: string, language: Language): string {
  const month = language === "en" ? "long" : "numeric";
  const form = { timeZone: "UTC", day: "numeric", month, year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], form).format(new Date(`${day}T00:00:00Z`));
}

/** Writes the day in Finland of a time, in milliseconds since 1970; see {@link presentDay}. */
export function presentDate(time: number, language: Language): string {
  return presentDay(dayOf(time), language);
}

/** Writes day and time of day in Finland of a time, in milliseconds since 1970: "1.3.2026 12.05". */
export function presentTime(time: number, language: Language): string {
  const clock = new Intl.DateTimeFormat(LOCALES[language], { timeZone: TIME_ZONE, timeStyle: "short" });
  return `${presentDate(time, language)} ${clock.format(time)}`;
}
