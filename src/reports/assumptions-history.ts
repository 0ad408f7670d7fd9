import {monthName, monthOf, type CalendarDate} from "../core/calendar.ts";
import type {AssumptionStatus} from "../notes/vocabulary.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import {statusWord} from "./wording.ts";

interface Run {
  from: CalendarDate;
  to: CalendarDate;
  status: AssumptionStatus;
}

/** "Sep 2026 not tested · Oct to Nov contested": months with one status are told once; null for one day. */
export function historyText({history}: AssumptionData): string | null {
  if (history.length < 2) return null;
  let year = "";
  const month = (date: CalendarDate): string => {
    const name = monthName(monthOf(date), "short");
    const known = date.startsWith(year) && year !== "";
    year = date.slice(0, 4);
    return known ? name : `${name} ${year}`;
  };
  const parts = runsOf(history).map(({from, to, status}) => {
    const first = month(from);
    const span = monthOf(from) === monthOf(to) ? first : `${first} to ${month(to)}`;
    return `${span} ${statusWord(status)}`;
  });
  return parts.join(" · ");
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
