import {describe, expect, it} from "vitest";
import {echoDate, parsePeriod, parseSpokenDate} from "../../../src/cli/flags/spoken-dates.ts";
import {PmTalkError} from "../../../src/core/errors.ts";

/** A Friday. */
const today = "2026-11-20";

describe("a day that has been", () => {
  it.each([
    ["2026-11-20", "2026-11-20"],
    ["today", "2026-11-20"],
    ["Yesterday", "2026-11-19"],
    ["tuesday", "2026-11-17"],
    ["last tuesday", "2026-11-17"],
    ["tue", "2026-11-17"],
    ["friday", "2026-11-13"],
    ["saturday", "2026-11-14"],
    ["3 days ago", "2026-11-17"],
    ["1 day ago", "2026-11-19"],
    ["a week ago", "2026-11-13"],
    ["  2   weeks ago ", "2026-11-06"],
    ["1 month ago", "2026-10-20"],
    ["next tuesday", "2026-11-24"],
    ["Fri 2026-11-13", "2026-11-13"],
    ["friday, 2026-11-13", "2026-11-13"],
  ])("%s is %s", (said, date) => {
    expect(parseSpokenDate(said, today, "back").date).toBe(date);
  });
});

describe("a day that is due", () => {
  it.each([
    ["friday", "2026-11-27"],
    ["saturday", "2026-11-21"],
    ["next tuesday", "2026-11-24"],
    ["last tuesday", "2026-11-17"],
    ["tomorrow", "2026-11-21"],
    ["in 2 weeks", "2026-12-04"],
    ["in 1 day", "2026-11-21"],
    ["in a month", "2026-12-20"],
  ])("%s is %s", (said, date) => {
    expect(parseSpokenDate(said, today, "forward").date).toBe(date);
  });
});

describe("the edge of a period", () => {
  it.each([
    ["90d", "2026-08-22", "2026-08-22"],
    ["12w", "2026-08-28", "2026-08-28"],
    ["6m", "2026-05-20", "2026-05-20"],
    ["2026-q3", "2026-07-01", "2026-09-30"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["yesterday", "2026-11-19", "2026-11-19"],
    ["tuesday", "2026-11-17", "2026-11-17"],
    ["Fri 2026-11-13", "2026-11-13", "2026-11-13"],
  ])("%s is from %s to %s", (said, since, until) => {
    expect(parsePeriod(said, today, "since").date).toBe(since);
    expect(parsePeriod(said, today, "until").date).toBe(until);
  });
});

describe("what cannot be read whole", () => {
  it.each([
    "",
    "tuesdayish",
    "tuesday afternoon",
    "2 weeks",
    "in 2 weeks ago",
    "0",
    "11/20/2026",
    "2026-W47",
    "2026",
    "next",
    "20 Nov",
    "2026-11-20T10:00",
    "constructor",
  ])("%j is refused with examples", (said) => {
    expect(() => parseSpokenDate(said, today, "back")).toThrow(PmTalkError);
    expect(() => parsePeriod(said, today, "since")).toThrow(PmTalkError);
  });

  it("offers the padded date", () => {
    expect(() => parseSpokenDate("2026-2-3", today, "back")).toThrow(
      expect.objectContaining({
        message: '"2026-2-3" is not a date.',
        hint: "Did you mean 2026-02-03?",
      }),
    );
  });

  it("offers the weekday that the date has", () => {
    expect(() => parseSpokenDate("thu 2026-11-13", today, "back", "--date")).toThrow(
      expect.objectContaining({
        message: '--date "thu 2026-11-13" is not a date.',
        hint: "Did you mean Fri 2026-11-13?",
      }),
    );
    expect(() => parseSpokenDate("some 2026-11-13", today, "forward")).toThrow(PmTalkError);
  });

  it("says that a date does not exist", () => {
    expect(() => parseSpokenDate("2026-02-31", today, "back")).toThrow(
      '"2026-02-31" is a date that does not exist.',
    );
  });
});

it("echoes a day with its weekday and distance", () => {
  expect(echoDate("2026-11-17", today)).toBe("Tue 2026-11-17 (3 days ago)");
  expect(echoDate("2026-11-24", today)).toBe("Tue 2026-11-24 (in 4 days)");
});
