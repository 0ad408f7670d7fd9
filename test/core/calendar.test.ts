import {describe, expect, it} from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  formatAge,
  formatDay,
  isCalendarDate,
  isoWeekday,
  monthName,
} from "../../src/core/calendar.ts";

describe("isCalendarDate", () => {
  it.each(["2026-02-28", "2024-02-29", "0999-12-31", "2026-12-30", "2011-12-30"])(
    "%s exists",
    (text) => {
      expect(isCalendarDate(text)).toBe(true);
    },
  );
  it.each([
    "2026-02-29",
    "2026-02-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "2026",
    "2026-W01",
    "26-01-01",
    "2026-01-01 ",
    "２０２６-01-01",
  ])("%j does not", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

it("counts days over the change of clocks and the day Apia skipped", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2011-12-29", "2011-12-31")).toBe(2);
  expect(daysBetween("2026-11-20", "2025-11-20")).toBe(-365);
  expect(addDays("2011-12-29", 1)).toBe("2011-12-30");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});

it("knows months and weekdays", () => {
  expect(addMonths("2026-08-31", -6)).toBe("2026-02-28");
  expect(endOfMonth("2024-02")).toBe("2024-02-29");
  expect(isoWeekday("2026-11-20")).toBe(5);
  expect(monthName("2026-09")).toBe("September 2026");
  expect(monthName("2026-09", "short")).toBe("Sep");
});

it("says a day with its weekday, and an age in words", () => {
  expect(formatDay("2026-11-19")).toBe("Thu 2026-11-19");
  expect([0, 1, 14, -1, -4].map(formatAge)).toEqual([
    "today",
    "yesterday",
    "14 days ago",
    "tomorrow",
    "in 4 days",
  ]);
});
