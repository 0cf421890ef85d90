import { describe, expect, test } from "vitest";
import { dayOf, presentDate, presentDay, presentTime, yearOf } from "../../bot/calendar.ts";

describe("days", () => {
  test.each([
    ["fi", "1.3.2026"],
    ["sv", "1.3.2026"],
    ["en", "1 March 2026"],
  ] as const)("are written as people of %s do", (language, words) => {
    expect(presentDay("2026-03-01", language)).toBe(words);
    expect(presentDate(Date.UTC(2026, 2, 1, 12), language)).toBe(words);
  });

  test.each([
    ["2026-11-22T21:59:00Z", "2026-11-22"],
    ["2026-11-22T22:00:00Z", "2026-11-23"],
    ["2026-06-30T20:59:59Z", "2026-06-30"],
    ["2026-06-30T21:00:00Z", "2026-07-01"],
    ["2026-12-31T22:00:00Z", "2027-01-01"],
  ])("begin at midnight in Finland: %s is of %s", (time, day) => {
    expect(dayOf(Date.parse(time))).toBe(day);
    expect(yearOf(Date.parse(time))).toBe(Number(day.slice(0, 4)));
  });

  test("times are those of Finland", () => {
    expect(presentTime(Date.UTC(2026, 2, 1, 10, 5), "fi")).toBe("1.3.2026 12.05");
    expect(presentTime(Date.UTC(2026, 6, 1, 10, 5), "en")).toBe("1 July 2026 13:05");
  });
});
