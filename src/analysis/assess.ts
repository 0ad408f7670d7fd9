import {daysBetween, type CalendarDate} from "../core/calendar.ts";
import type {EvidenceThresholds} from "../notes/config.ts";
import {beliefBySegment} from "./belief.ts";
import {
  compareRows,
  weigh,
  type NotCounted,
  type Subject,
  type SubjectRow,
  type WeighedRow,
} from "./evidence.ts";
import {judge, type Standing} from "./status.ts";
import type {Blocker} from "./status-blockers.ts";
import {flagsOf, type Flag} from "./status-flags.ts";
import {validUntil} from "./validity.ts";

/** Everything the rule says about one assumption as of a day. */
export interface Assessment<Row extends SubjectRow = SubjectRow> extends Standing<Row> {
  /** Points after the caps. */
  pointsFor: number;
  pointsAgainst: number;
  /** Distinct customers with a scoring first-hand row, on either side and by side. */
  customers: number;
  customersFor: number;
  customersAgainst: number;
  /** Those of them with one of story or better. */
  witnessesFor: number;
  witnessesAgainst: number;
  blockers: Blocker[];
  flags: Flag[];
  /** Belief of every segment with a scoring row, in order of its name. */
  beliefBySegment: Map<string, number>;
  /** The last day on which it would still be validated if nothing were added; null when it is not. */
  validUntil: CalendarDate | null;
  /** Day of the newest scoring row. */
  newestEvidence: CalendarDate | null;
  /** Every row that exists at asOf, by day, note and place. */
  rows: AssessedRow<Row>[];
}

/** A row with what became of it. */
export interface AssessedRow<Row extends SubjectRow = SubjectRow> extends WeighedRow<Row> {
  /** Kept as its customer's voice, by side. */
  keptFor: boolean;
  keptAgainst: boolean;
  /** Kept on at least one side. */
  counted: boolean;
  /** Why it does not count; null when it does. */
  reason: NotCounted | null;
}

/**
 * The status of an assumption as of a day, with everything that explains it. Rows dated later do not
 * exist yet and a reset that is still to come is not in force; the order of the rows is irrelevant.
 */
export function assess<Row extends SubjectRow>(
  subject: Subject,
  rows: readonly Row[],
  asOf: CalendarDate,
  thresholds: EvidenceThresholds,
): Assessment<Row> {
  const existing = rows.filter((row) => row.date <= asOf).sort(compareRows);
  const reset = resetInForce(subject, asOf);
  const weighed = weighAll(existing, asOf, reset, thresholds);
  const standing = judge(subject, weighed, thresholds);
  const bySegment = beliefBySegment(weighed);
  const {tally: counts} = standing;
  return {
    ...standing,
    pointsFor: standing.sumFor.total,
    pointsAgainst: standing.sumAgainst.total,
    customers: counts.customers.size,
    customersFor: counts.customersFor.size,
    customersAgainst: counts.customersAgainst.size,
    witnessesFor: counts.witnessesFor.size,
    witnessesAgainst: counts.witnessesAgainst.size,
    flags: flagsOf(subject, standing, bySegment, thresholds),
    beliefBySegment: bySegment,
    validUntil:
      standing.status === "validated" ? validUntil(subject, existing, asOf, thresholds) : null,
    newestEvidence: counts.newest,
    rows: withFate(weighed, standing),
  };
}

/** Status and belief alone, as of a day: what a history needs of each of its days. */
export function judgeAsOf<Row extends SubjectRow>(
  subject: Subject,
  rows: readonly Row[],
  asOf: CalendarDate,
  thresholds: EvidenceThresholds,
): Standing<Row> {
  const existing = rows.filter((row) => row.date <= asOf);
  return judge(
    subject,
    weighAll(existing, asOf, resetInForce(subject, asOf), thresholds),
    thresholds,
  );
}

function resetInForce(subject: Subject, asOf: CalendarDate): CalendarDate | null {
  return subject.reset !== null && subject.reset <= asOf ? subject.reset : null;
}

function weighAll<Row extends SubjectRow>(
  rows: readonly Row[],
  asOf: CalendarDate,
  reset: CalendarDate | null,
  thresholds: EvidenceThresholds,
): WeighedRow<Row>[] {
  return rows.map((row) => weigh(row, daysBetween(row.date, asOf), reset, thresholds));
}

function withFate<Row extends SubjectRow>(
  weighed: readonly WeighedRow<Row>[],
  {voices}: Standing<Row>,
): AssessedRow<Row>[] {
  const voicesFor = new Set(voices.for);
  const voicesAgainst = new Set(voices.against);
  return weighed.map((entry) => {
    const keptFor = voicesFor.has(entry);
    const keptAgainst = voicesAgainst.has(entry);
    const counted = keptFor || keptAgainst;
    const reason = counted ? null : (entry.reason ?? "one-per-customer");
    // Named one by one: with 30,000 rows a spread costs ten times as much.
    const {row, kind, pointsFor, pointsAgainst, fresh, scores} = entry;
    return {
      row,
      kind,
      pointsFor,
      pointsAgainst,
      fresh,
      scores,
      keptFor,
      keptAgainst,
      counted,
      reason,
    };
  });
}
