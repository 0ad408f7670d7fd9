import {scaleLinear} from "d3-scale";
import {
  addMonths,
  type CalendarDate,
  daysBetween,
  monthName,
  monthOf,
  startOfMonth,
} from "../../core/calendar.ts";

/** Where days stand on a line, in per cent of its width. */
export interface DayScale {
  at: (date: CalendarDate) => number;
  /** Beginnings of months, so few that their names do not touch on a phone. */
  ticks: {at: number; label: string}[];
}

/** Months named at most below a line. */
const named = 5;

/** Days from the first to the last on a line that leaves `margin` per cent free at both ends. */
export function dayScale(from: CalendarDate, to: CalendarDate, margin: number): DayScale {
  const last = daysBetween(from, to);
  const scale = scaleLinear([0, Math.max(1, last)], [margin, 100 - margin]).clamp(true);
  const at = (date: CalendarDate): number => round(scale(daysBetween(from, date)));
  const months = monthsWithin(from, to);
  const step = Math.ceil(months.length / named);
  const kept = months.filter((_, index) => index % Math.max(1, step) === 0);
  return {at, ticks: kept.map((day, index) => ({at: at(day), label: labelOf(day, index)}))};
}

function monthsWithin(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const first = startOfMonth(monthOf(from));
  const months = monthNumber(to) - monthNumber(from);
  // A workspace with a wrong year in it must not make a page of ten thousand months.
  const step = Math.max(1, Math.floor(months / 60));
  const days: CalendarDate[] = [];
  for (let month = 0; month <= months; month += step) days.push(addMonths(first, month));
  return days.filter((day) => day >= from);
}

function monthNumber(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** The year stands where it begins, and at the first. */
function labelOf(day: CalendarDate, index: number): string {
  const month = monthName(monthOf(day), "short");
  return index === 0 || day.slice(5, 7) === "01" ? `${month} ${day.slice(0, 4)}` : month;
}

/** The number with two decimals: a hundredth of a pixel is not seen. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}
