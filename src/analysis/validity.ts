import {addDays, daysBetween, type CalendarDate} from "../core/calendar.ts";
import type {EvidenceThresholds} from "../notes/config.ts";
import {weigh, type Subject, type SubjectRow} from "./evidence.ts";
import {judge} from "./status.ts";

const lastDay: CalendarDate = "9999-12-31";

interface Aged {
  row: SubjectRow;
  /** Days at asOf. */
  age: number;
}

/**
 * The last day on which the rule would still say validated if nothing were added, for a subject that is
 * validated at asOf. `rows` are those that exist at asOf. A verdict can only change on a day on which a row
 * ceases to be fresh or expires, or on which a reset that is already written comes into force, so only
 * those days are tried.
 */
export function validUntil(
  subject: Subject,
  rows: readonly SubjectRow[],
  asOf: CalendarDate,
  thresholds: EvidenceThresholds,
): CalendarDate {
  const aged = newestOfEach(rows).map((row) => ({row, age: daysBetween(row.date, asOf)}));
  const untilReset = subject.reset === null ? 0 : daysBetween(asOf, subject.reset);
  for (const days of turningDays(aged, untilReset, thresholds)) {
    const reset = days >= untilReset ? subject.reset : null;
    const then = aged.map(({row, age}) => weigh(row, age + days, reset, thresholds));
    if (judge(subject, then, thresholds).status !== "validated") return dayAfter(asOf, days - 1);
  }
  return lastDay;
}

/** Days after asOf on which some row changes its weight, soonest first. */
function turningDays(
  aged: readonly Aged[],
  untilReset: number,
  thresholds: EvidenceThresholds,
): number[] {
  const days = new Set<number>(untilReset > 0 ? [untilReset] : []);
  for (const {age} of aged) {
    for (const limit of [thresholds.fresh, thresholds.expired]) {
      if (limit >= age) days.add(limit - age + 1);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Of rows that differ in their day only, the newest outlives the others and outweighs them until then. */
function newestOfEach(rows: readonly SubjectRow[]): SubjectRow[] {
  const newest = new Map<string, SubjectRow>();
  for (const row of rows) {
    const {customer, segment, stance, kind, secondhand, advocate, held} = row;
    const key = JSON.stringify([customer, segment, stance, kind, secondhand, advocate, held]);
    const known = newest.get(key);
    if (known === undefined || row.date > known.date) newest.set(key, row);
  }
  return [...newest.values()];
}

/** Thresholds have no upper end, but calendar days do. */
function dayAfter(asOf: CalendarDate, days: number): CalendarDate {
  return days >= daysBetween(asOf, lastDay) ? lastDay : addDays(asOf, days);
}
