import {monthName, monthOf, type CalendarDate} from "../../core/calendar.ts";
import type {AssumptionStatus} from "../../notes/vocabulary.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import {statusWord} from "../wording.ts";

interface Run {
  from: CalendarDate;
  to: CalendarDate;
  status: AssumptionStatus;
}

/** "Sep to Oct 2026 unclear · Nov contested": months with one status are told once; null for one day. */
export function historyText({history}: AssumptionData): string | null {
  if (history.length < 2) return null;
  let year = "";
  const parts = runsOf(history).map(({from, to, status}) => {
    const months = monthsOf(from, to, year);
    year = to.slice(0, 4);
    return `${months} ${statusWord(status)}`;
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

function runsOf(history: AssumptionData["history"]): Run[] {
  const runs: Run[] = [];
  for (const {date, status} of history) {
    const last = runs.at(-1);
    if (last?.status === status) last.to = date;
    else runs.push({from: date, to: date, status});
  }
  return runs;
}
