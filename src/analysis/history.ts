import {addDays, monthOf, startOfMonth, type CalendarDate} from "../core/calendar.ts";
import type {Assumption} from "../notes/collection.ts";
import type {EvidenceThresholds} from "../notes/config.ts";
import {judgeAsOf} from "./assess.ts";
import {subjectOf} from "./assess-all.ts";
import type {EvidenceIndex, NotedEvidence} from "./evidence-index.ts";
import {hasPoints} from "./points.ts";
import type {Standing} from "./status.ts";

/** Month ends that a history looks back on at most. */
const longest = 12;

/** What the evidence of an assumption said as of an earlier day, or of asOf. */
export interface HistoryPoint {
  date: CalendarDate;
  standing: Standing<NotedEvidence>;
}

/**
 * The status of an assumption over time: as of the month ends before asOf from its first row with points
 * on, at most the last twelve, and as of asOf.
 */
export function historyOf(
  assumption: Assumption,
  index: EvidenceIndex,
  asOf: CalendarDate,
  thresholds: EvidenceThresholds,
): HistoryPoint[] {
  const first = index.rowsOf(assumption.id, asOf).find((row) => row.held && hasPoints(row));
  const days = first === undefined ? [] : monthEndsBetween(first.date, asOf);
  return [...days, asOf].map((date) => ({
    date,
    standing: standingOn(assumption, index, date, thresholds),
  }));
}

/** What the rule said of an assumption as of some day. */
export function standingOn(
  assumption: Assumption,
  index: EvidenceIndex,
  day: CalendarDate,
  thresholds: EvidenceThresholds,
): Standing<NotedEvidence> {
  return judgeAsOf(subjectOf(assumption), index.rowsOf(assumption.id, day), day, thresholds);
}

/** The last ends of months before `to`, not before `from`, earliest first. */
function monthEndsBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const ends: CalendarDate[] = [];
  let end = addDays(startOfMonth(monthOf(to)), -1);
  while (end >= from && ends.length < longest) {
    ends.push(end);
    end = addDays(startOfMonth(monthOf(end)), -1);
  }
  return ends.reverse();
}
