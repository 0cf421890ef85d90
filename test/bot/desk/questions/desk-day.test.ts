import { expect, test } from "vitest";
import { dayOf } from "../../../../bot/calendar.ts";
import { addDays, countDays, isDay } from "../../../../bot/desk/questions/desk-day.ts";

test("dayOf() is the day in Finland, in winter and in summer, in any order", () => {
  expect(dayOf(Date.UTC(2026, 2, 1, 23))).toBe("2026-03-02");
  expect(dayOf(Date.UTC(2026, 2, 1, 21, 59))).toBe("2026-03-01");
  expect(dayOf(Date.UTC(2026, 6, 1, 21))).toBe("2026-07-02");
  expect(dayOf(Date.UTC(2026, 2, 1, 22))).toBe("2026-03-02");
});

test("addDays() and countDays() go over months and summer time", () => {
  expect(addDays("2026-03-28", 3)).toBe("2026-03-31");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  expect(countDays("2026-03-28", "2026-03-31")).toBe(4);
  expect(countDays("2026-03-01", "2026-03-01")).toBe(1);
});

test.each([
  ["2026-02-28", true],
  ["2026-02-30", false],
  ["2026-2-3", false],
  ["", false],
  ["yesterday", false],
])("isDay(%j) is %s", (text, isOne) => {
  expect(isDay(text)).toBe(isOne);
});
