import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  formatAge,
  formatDay,
  isCalendarDate,
  isoWeekday,
  startOfMonth,
} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {weekdays} from "../../notes/vocabulary.ts";

/** What happened looks back, what is due looks forward: it decides what a bare weekday means. */
export type Direction = "back" | "forward";

/** A day that somebody gave, and whether in words, which are echoed back as a day. */
export interface SpokenDate {
  date: CalendarDate;
  inWords: boolean;
}

const examples = "2026-11-20, today, yesterday, tuesday, 3 days ago, 2 weeks ago";
const dueExamples = "2026-12-01, today, tomorrow, friday, next tuesday, in 2 weeks";
const periodExamples = "2026-11-20, yesterday, 90d, 12w, 6m, 2026-q3, 2026-10";

/**
 * Reads a day given as people say it: a closed grammar, so that nothing is ever guessed. A weekday is the
 * most recent one before today, or, looking forward, the first one after it.
 * Throws a usage error with examples for anything that cannot be read whole; it names the flag, where one is given.
 */
export function parseSpokenDate(
  text: string,
  today: CalendarDate,
  direction: Direction,
  flag: string | null = null,
): SpokenDate {
  const said = normalize(text);
  const day = dayAsPrinted(said);
  if (day !== null) return {date: day, inWords: false};
  const date = wordsToDate(said, today, direction);
  if (date !== null) return {date, inWords: true};
  throw notADate(text, direction === "forward" ? dueExamples : examples, flag);
}

/**
 * Reads the end of a period for a filter: a day, or `90d`, `12w`, `6m` before asOf, a quarter or a month.
 * `since` is its first day, `until` its last, both inclusive.
 */
export function parsePeriod(text: string, asOf: CalendarDate, edge: "since" | "until"): SpokenDate {
  const said = normalize(text);
  const day = dayAsPrinted(said);
  if (day !== null) return {date: day, inWords: false};
  const date = backBy(said, asOf) ?? edgeOf(said, edge) ?? wordsToDate(said, asOf, "back");
  if (date !== null) return {date, inWords: true};
  throw notADate(text, periodExamples, `--${edge}`);
}

/** `Tue 2026-11-17 (3 days ago)`: how a day given in words is echoed. */
export function echoDate(date: CalendarDate, today: CalendarDate): string {
  return `${formatDay(date)} (${formatAge(daysBetween(date, today))})`;
}

function normalize(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** `2026-11-20`, also as it is printed, with its weekday in front; null where that is another one. */
function dayAsPrinted(said: string): CalendarDate | null {
  const [, name, day = ""] = /^(?:([a-z]+),? )?(\d{4}-\d\d-\d\d)$/.exec(said) ?? [];
  if (!isCalendarDate(day)) return null;
  return name === undefined || weekdayNumber(name) === isoWeekday(day) ? day : null;
}

function wordsToDate(said: string, today: CalendarDate, direction: Direction): CalendarDate | null {
  if (said === "today") return today;
  if (said === "yesterday") return addDays(today, -1);
  if (said === "tomorrow") return addDays(today, 1);
  return weekdayToDate(said, today, direction) ?? distanceToDate(said, today);
}

function weekdayToDate(
  said: string,
  today: CalendarDate,
  direction: Direction,
): CalendarDate | null {
  const match = /^(?:(last|next) )?([a-z]+)$/.exec(said);
  const weekday = weekdayNumber(match?.[2] ?? "");
  if (match === null || weekday === null) return null;
  const forward = match[1] === "next" || (match[1] === undefined && direction === "forward");
  const distance = (weekday - isoWeekday(today) + 7) % 7;
  return addDays(today, forward ? distance || 7 : distance - 7);
}

/** 1 for Monday; full names and their first three letters (or tues, thur, thurs, weds). */
function weekdayNumber(name: string): number | null {
  const short: Record<string, number> = {tues: 2, weds: 3, thur: 4, thurs: 4};
  if (Object.hasOwn(short, name)) return short[name] ?? null;
  const index = weekdays.findIndex((weekday) => weekday === name || weekday.slice(0, 3) === name);
  return index < 0 ? null : index + 1;
}

function distanceToDate(said: string, today: CalendarDate): CalendarDate | null {
  const match = /^(?:(in) )?(\d{1,4}|an?|one) (day|week|month)s?( ago)?$/.exec(said);
  if (match === null || (match[1] === undefined) === (match[4] === undefined)) return null;
  const number = /^\d/.test(match[2] ?? "") ? Number(match[2]) : 1;
  return step(today, match[1] === undefined ? -number : number, match[3] ?? "day");
}

function step(from: CalendarDate, number: number, unit: string): CalendarDate {
  if (unit === "month") return addMonths(from, number);
  return addDays(from, unit === "week" ? number * 7 : number);
}

function backBy(said: string, asOf: CalendarDate): CalendarDate | null {
  const match = /^(\d{1,4})([dwm])$/.exec(said);
  if (match === null) return null;
  const units: Record<string, string> = {d: "day", w: "week", m: "month"};
  return step(asOf, -Number(match[1]), units[match[2] ?? "d"] ?? "day");
}

function edgeOf(said: string, edge: "since" | "until"): CalendarDate | null {
  const quarter = /^(\d{4})-?q([1-4])$/.exec(said);
  if (quarter !== null) {
    const first = (Number(quarter[2]) - 1) * 3 + 1;
    const month = edge === "since" ? first : first + 2;
    return edgeOfMonth(`${quarter[1] ?? ""}-${String(month).padStart(2, "0")}`, edge);
  }
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(said) ? edgeOfMonth(said, edge) : null;
}

function edgeOfMonth(month: string, edge: "since" | "until"): CalendarDate {
  return edge === "since" ? startOfMonth(month) : endOfMonth(month);
}

function notADate(text: string, known: string, flag: string | null): PmTalkError {
  const typed = `${flag === null ? "" : `${flag} `}"${text}"`;
  const [, day = ""] = /^[a-z]+,? (\d{4}-\d\d-\d\d)$/.exec(normalize(text)) ?? [];
  if (isCalendarDate(day))
    return new PmTalkError("usage", `${typed} is not a date.`, `Did you mean ${formatDay(day)}?`);
  const padded = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const iso =
    padded === null
      ? ""
      : [padded[1], padded[2]?.padStart(2, "0"), padded[3]?.padStart(2, "0")].join("-");
  if (isCalendarDate(iso))
    return new PmTalkError("usage", `${typed} is not a date.`, `Did you mean ${iso}?`);
  if (padded !== null)
    return new PmTalkError(
      "usage",
      `${typed} is a date that does not exist.`,
      `Dates look like ${known}.`,
    );
  return new PmTalkError("usage", `${typed} is not a date.`, `Dates look like ${known}.`);
}
