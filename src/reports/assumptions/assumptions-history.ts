import {monthName, monthOf, type CalendarDate} from "../../core/calendar.ts";
import type {AssumptionData} from "./assumptions-data.ts";

interface Run {
  from: CalendarDate;
  to: CalendarDate;
  label: string;
}

/** "Sep to Oct 2026 unclear · Nov contested": months with one label are told once; null for one day. */
export function historyText({history, historyLabels}: AssumptionData): string | null {
  if (history.length < 2) return null;
  let year = "";
  const parts = runsOf(history, historyLabels).map(({from, to, label}) => {
    const months = monthsOf(from, to, year);
    year = to.slice(0, 4);
    return `${months} ${label}`;
  });
  return parts.join(" · ");
}

/** "Oct", "Sep to Oct 2026", "Dec 2025 to Jan 2026"; a year that stood just before is not said again. */
function monthsOf(from: CalendarDate, to: CalendarDate, said: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const year = (one: string): string => (one === said ? "" : ` ${one}`);
  if (monthOf(from) === monthOf(to)) return `${shortMonth(from)}${year(first)}`;
  const since = first === last ? "" : year(first);
  return `${shortMonth(from)}${since} to ${shortMonth(to)}${year(last)}`;
}

function shortMonth(date: CalendarDate): string {
  return monthName(monthOf(date), "short");
}

function runsOf(history: AssumptionData["history"], labels: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const [index, {date}] of history.entries()) {
    const label = labels[index] ?? "";
    const last = runs.at(-1);
    if (last?.label === label) last.to = date;
    else runs.push({from: date, to: date, label});
  }
  return runs;
}
