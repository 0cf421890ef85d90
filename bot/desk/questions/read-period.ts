import { dayOf } from "../../calendar.ts";
import { addDays, countDays, isDay } from "./desk-day.ts";
import type { Period } from "./figure-store.ts";

/** Periods that end today, in days. */
export const PERIOD_DAYS = [7, 30, 90, 365] as const;
const DEFAULT_DAYS = 30;
/** A longer period has no figures: they are dropped after three years. */
const MOST_DAYS = 1100;

/** The period a page shows, and how it was chosen. */
export interface PeriodChoice {
  period: Period;
  /** Days up to today, where it was chosen so. */
  days?: number;
  /** The address named a period that is none; the usual one is shown. */
  isWrong: boolean;
}

/**
 * Reads the period from an address: `days` up to today, or the days `from` and `to`.
 *
 * @param now Milliseconds since 1970.
 */
export function readPeriod(query: URLSearchParams, now: number): PeriodChoice {
  const today = dayOf(now);
  const upToToday = (days: number): PeriodChoice => ({
    period: { from: addDays(today, 1 - days), to: today },
    days,
    isWrong: false,
  });
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  if (from === "" && to === "") {
    const days = PERIOD_DAYS.find((one) => String(one) === query.get("days"));
    return upToToday(days ?? DEFAULT_DAYS);
  }
  const isPeriod = isDay(from) && isDay(to) && from <= to && countDays(from, to) <= MOST_DAYS;
  return isPeriod ? { period: { from, to }, isWrong: false } : { ...upToToday(DEFAULT_DAYS), isWrong: true };
}

/** The part of an address that names the period. */
export function periodQuery({ period, days }: Pick<PeriodChoice, "period" | "days">): string {
  return days === undefined ? `from=${period.from}&to=${period.to}` : `days=${days}`;
}
