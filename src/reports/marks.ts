import {assessAll, leapsOfFaith, type AssessedAssumption} from "../analysis/assess-all.ts";
import {marksOf} from "../analysis/marks.ts";
import {strongestNo} from "../analysis/strongest.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {AssumptionStatus, EvidenceKind, Importance} from "../notes/vocabulary.ts";
import type {Mark} from "./document.ts";
import type {ReportRequest} from "./request.ts";
import {statusLabel} from "./wording.ts";

/** An assumption in one row: who spoke on which side, and what that amounts to. */
export interface BelievedRow {
  id: string;
  /** Null where no file states it. */
  statement: string | null;
  importance: Importance | null;
  status: AssumptionStatus;
  label: string;
  /** Strongest first. */
  against: Mark[];
  for: Mark[];
}

/** What the overview says about assumptions. */
export interface Believed {
  strongestNo: StrongestNo | null;
  /** Not retired, the most important and least certain first. */
  assumptions: BelievedRow[];
  /** Ids, the riskiest first. */
  leapsOfFaith: string[];
}

/** The row that speaks loudest against anything we believe. */
export interface StrongestNo {
  quote: string | null;
  /** Our own words, where nobody is quoted. */
  note: string | null;
  customer: string;
  kind: EvidenceKind;
  secondhand: boolean;
  assumption: string;
  /** Id of the note. */
  conversation: string;
  date: CalendarDate;
}

/** What the overview says about assumptions, as of the day it is asked for. */
export function overviewAssumptions({collection, asOf}: ReportRequest): Believed {
  return believedOf(assessAll(collection, asOf));
}

/** The strongest no, what we believe and what to test first, over assumptions that are not retired. */
export function believedOf(assessed: readonly AssessedAssumption[]): Believed {
  const current = assessed.filter((one) => !one.retired);
  return {
    strongestNo: strongestNoOf(current),
    assumptions: current.map(believedRow),
    leapsOfFaith: leapsOfFaith(current).map((one) => one.assumption.id),
  };
}

/** The strongest row against any of the assumptions, as reports state it. */
export function strongestNoOf(assessed: readonly AssessedAssumption[]): StrongestNo | null {
  const found = strongestNo(assessed);
  if (found === null) return null;
  const {quote, note, customer, kind, secondhand, conversation, date} = found.evidence.row;
  const assumption = found.of.assumption.id;
  return {quote, note, customer, kind, secondhand, assumption, conversation, date};
}

function believedRow(one: AssessedAssumption): BelievedRow {
  const {id, statement, importance} = one.assumption;
  const {status} = one.assessment;
  return {id, statement, importance, status, label: labelOf(one), ...marksOf(one.assessment)};
}

/** The label of an assumption; one whose file cannot be read says so. */
export function labelOf({assumption, assessment}: AssessedAssumption): string {
  if (assumption.state === "unreadable") return "cannot be read";
  return statusLabel(assessment.status, assessment.strength, assessment.customers);
}
