/** Days are those of Finland, where the parks are. */
const DAY = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Helsinki",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const DAY_IN_MS = 86_400_000;
let lastDay = { from: 0, to: 0, day: "" };

/**
 * The day in Finland of a time.
 *
 * @example
 * ```ts
 * dayOf(Date.UTC(2026, 2, 1, 23)); // "2026-03-02"
 * ```
 */
export function dayOf(time: number): string {
  // The clock moves in hours against UTC: within one hour of it the day is the same.
  if (time < lastDay.from || time >= lastDay.to) {
    const from = Math.floor(time / 3_600_000) * 3_600_000;
    lastDay = { from, to: from + 3_600_000, day: DAY.format(time) };
  }
  return lastDay.day;
}

/** The day some days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

/** Number of days from one to another, both counted. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS) + 1;
}

/** Tells whether a text is a day of the calendar, such as "2026-03-01". */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
