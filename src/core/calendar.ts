import {UTCDateMini} from "@date-fns/utc/date/mini";
import {addDays as addDaysToDate} from "date-fns/addDays";
import {addMonths as addMonthsToDate} from "date-fns/addMonths";
import {differenceInCalendarDays} from "date-fns/differenceInCalendarDays";
import {endOfMonth as endOfMonthDate} from "date-fns/endOfMonth";
import {getISODay} from "date-fns/getISODay";

/** A day as `YYYY-MM-DD`, without a time or a zone. Two of them compare as text. */
export type CalendarDate = string;

/** A calendar month as `YYYY-MM`. */
export type Month = string;

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const epoch = new UTCDateMini(1970, 0, 1);
const numbers = new Map<CalendarDate, number>();

/** Whether the text is a day that exists, padded: `2026-02-31` and `2026-2-3` are not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return day > 0 && day <= daysIn(Number(text.slice(0, 4)), month);
}

/** The day `days` after (or, negative, before) the given one. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toText(addDaysToDate(toDate(date), days));
}

/** The same day `months` later; the last day of that month where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return toText(addMonthsToDate(toDate(date), months));
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(date: CalendarDate): number {
  return getISODay(toDate(date));
}

/** The month in which the day lies. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** The first day of the month. */
export function startOfMonth(month: Month): CalendarDate {
  return `${month}-01`;
}

/** The last day of the month. */
export function endOfMonth(month: Month): CalendarDate {
  return toText(endOfMonthDate(toDate(startOfMonth(month))));
}

/** `November 2026`, or `Nov` when short. */
export function monthName(month: Month, form: "long" | "short" = "long"): string {
  const name = monthNames[Number(month.slice(5, 7)) - 1] ?? month;
  return form === "short" ? name.slice(0, 3) : `${name} ${month.slice(0, 4)}`;
}

/** `Thu 2026-11-19`: weekday and day, as every screen prints it. */
export function formatDay(date: CalendarDate): string {
  return `${dayNames[isoWeekday(date) - 1] ?? ""} ${date}`;
}

/** How long ago in words: `today`, `yesterday`, `14 days ago`; for the future `tomorrow`, `in 4 days`. */
export function formatAge(daysAgo: number): string {
  if (daysAgo === 0) return "today";
  if (daysAgo === 1) return "yesterday";
  if (daysAgo === -1) return "tomorrow";
  return daysAgo > 0 ? `${String(daysAgo)} days ago` : `in ${String(-daysAgo)} days`;
}

/** Days of a month of the Gregorian calendar; 0 for what is no month. */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap
    ? 29
    : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** Days since 1970-01-01; remembered, because rules compare the same few hundred days again and again. */
function dayNumber(date: CalendarDate): number {
  let number = numbers.get(date);
  if (number === undefined) {
    number = differenceInCalendarDays(toDate(date), epoch);
    numbers.set(date, number);
  }
  return number;
}

function toDate(date: CalendarDate): Date {
  const day = new UTCDateMini(0);
  day.setUTCFullYear(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  return day;
}

function toText(date: Date): CalendarDate {
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  const month = String(date.getUTCMonth() + 1).padStart(2, "0");
  return `${year}-${month}-${String(date.getUTCDate()).padStart(2, "0")}`;
}
