import type {CalendarDate} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {Assumption, Collection} from "../notes/collection.ts";
import {importances, type AssumptionStatus, type Importance} from "../notes/vocabulary.ts";
import {collectionAsOf} from "./as-of.ts";
import {assess, type Assessment} from "./assess.ts";
import type {Subject} from "./evidence.ts";
import {indexEvidence, type EvidenceIndex, type NotedEvidence} from "./evidence-index.ts";

/** An assumption with what its evidence says as of a day. */
export interface AssessedAssumption {
  assumption: Assumption;
  assessment: Assessment<NotedEvidence>;
  /** Given up by that day: it stands last and counts nowhere. */
  retired: boolean;
  /** It matters, and there is next to nothing to go by. */
  leapOfFaith: boolean;
  /** What somebody decided it to be; shown beside the computed status and never in its place. */
  override: Override | null;
}

/** A status that somebody set by hand, when and why. */
export interface Override {
  status: AssumptionStatus;
  on: CalendarDate | null;
  by: string | null;
  reason: string | null;
}

/**
 * Every assumption of the collection, undeclared and unreadable ones included, as of a day: the most
 * important and least certain first, retired ones last. `collection` is the whole one: what is written of a
 * later day is not in force, but says how long a verdict will hold.
 */
export function assessAll(
  collection: Collection,
  asOf: CalendarDate,
  index: EvidenceIndex = indexEvidence(collection),
): AssessedAssumption[] {
  const thresholds = collection.config.evidence;
  const written = new Map(collection.assumptions.map(({id, reset}) => [id, reset]));
  return collectionAsOf(collection, asOf)
    .assumptions.map((assumption) => {
      const rows = index.rowsOf(assumption.id, asOf);
      // A reset that is still to come changes nothing yet, and ends what holds until then.
      const reset = written.get(assumption.id) ?? null;
      const assessment = assess({...subjectOf(assumption), reset}, rows, asOf, thresholds);
      const retired = assumption.retired !== null;
      const override = overrideOf(assumption);
      const leapOfFaith = !retired && isLeap(assumption, assessment);
      return {assumption, assessment, retired, leapOfFaith, override};
    })
    .sort(compareByRisk);
}

/** What the rule needs to know of an assumption. */
export function subjectOf(assumption: Assumption): Subject {
  const {type, segments, reset, created, state} = assumption;
  return {type, segments, reset, created, unreadable: state === "unreadable"};
}

/**
 * What to test first: critical or high, and hardly any evidence. Critical before high, nothing before
 * little, then the fewest customers, then the id.
 */
export function leapsOfFaith(assessed: readonly AssessedAssumption[]): AssessedAssumption[] {
  return assessed
    .filter((one) => one.leapOfFaith)
    .sort(
      (a, b) =>
        importanceRank(a.assumption.importance) - importanceRank(b.assumption.importance) ||
        Number(a.assessment.strength !== "none") - Number(b.assessment.strength !== "none") ||
        a.assessment.customers - b.assessment.customers ||
        compareText(a.assumption.id, b.assumption.id),
    );
}

function isLeap({importance}: Assumption, {strength}: Assessment<NotedEvidence>): boolean {
  const matters = importance === "critical" || importance === "high";
  return matters && (strength === "none" || strength === "weak");
}

function overrideOf(assumption: Assumption): Override | null {
  const {override, overridden, by, reason} = assumption;
  if (override === null) return null;
  return {status: override, on: overridden, by, reason};
}

/** What is fought over or unknown comes before what leans, and that before what is settled. */
const riskOrder: readonly AssumptionStatus[] = [
  "contested",
  "untested",
  "stale",
  "inconclusive",
  "leaning-valid",
  "leaning-invalid",
  "invalidated",
  "validated",
];

function compareByRisk(a: AssessedAssumption, b: AssessedAssumption): number {
  return (
    Number(a.retired) - Number(b.retired) ||
    importanceRank(a.assumption.importance) - importanceRank(b.assumption.importance) ||
    riskOrder.indexOf(a.assessment.status) - riskOrder.indexOf(b.assessment.status) ||
    compareText(a.assumption.id, b.assumption.id)
  );
}

function importanceRank(importance: Importance | null): number {
  return importance === null ? importances.length : importances.indexOf(importance);
}
