import type {CalendarDate} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {EvidenceThresholds} from "../notes/config.ts";
import type {AssumptionType, EvidenceKind} from "../notes/vocabulary.ts";
import {countsAs, kindStrength, pointsOf, type Worth} from "./points.ts";

/** What the rule needs to know of an assumption itself. */
export interface Subject {
  /** Null for one that only notes name, and for one whose file cannot be read. */
  type: AssumptionType | null;
  /** Segments it must hold in. */
  segments: readonly string[];
  /** Day since which earlier evidence no longer applies. */
  reset: CalendarDate | null;
  created: CalendarDate | null;
  /** Its file cannot be read, or states no valid type: it is never validated. */
  unreadable: boolean;
}

/** One line of evidence on one assumption, with what the rule needs to know of its customer. */
export interface SubjectRow extends Worth {
  /** Id of the note it stands in. */
  conversation: string;
  /** Place among the evidence lines of that note, from 0. */
  position: number;
  date: CalendarDate;
  customer: string;
  /** The customer's segment. */
  segment: string | null;
  /** Whether the customer is an advocate of ours. */
  advocate: boolean;
  /** Whether the talk took place; rows of planned or missed talks never count. */
  held: boolean;
}

/** Why a row does not count; in this order, the first that applies. */
export type NotCounted =
  "compliment" | "hypothetical" | "not-held" | "reset" | "expired" | "one-per-customer";

/** A row after points and freshness. */
export interface WeighedRow<Row extends SubjectRow = SubjectRow> {
  row: Row;
  /** The kind it is in every rule; hearsay is an opinion. */
  kind: EvidenceKind;
  pointsFor: number;
  pointsAgainst: number;
  /** Young enough to count in full. */
  fresh: boolean;
  /** Has points and is not expired. */
  scores: boolean;
  /** Why it does not score; null when it does, whether it is kept or not. */
  reason: NotCounted | null;
}

/** The two sides on which a row may have points. */
export type Side = "for" | "against";

/** The strongest row of each customer on each side, in no particular order. */
export type Voices<Row extends SubjectRow = SubjectRow> = Record<Side, WeighedRow<Row>[]>;

/**
 * Points of a row after freshness: in full while it is fresh, half until it expires, then nothing. Rows
 * from before the reset are expired too. `age` is in days; `reset` is the one in force, if any.
 */
export function weigh<Row extends SubjectRow>(
  row: Row,
  age: number,
  reset: CalendarDate | null,
  thresholds: EvidenceThresholds,
): WeighedRow<Row> {
  const own = pointsOf(row);
  const reason = reasonOf(row, own.for + own.against, age, reset, thresholds);
  const fresh = age <= thresholds.fresh;
  const factor = reason !== null ? 0 : fresh ? 1 : 0.5;
  return {
    row,
    kind: countsAs(row),
    pointsFor: own.for * factor,
    pointsAgainst: own.against * factor,
    fresh,
    scores: reason === null,
    reason,
  };
}

function reasonOf(
  row: SubjectRow,
  points: number,
  age: number,
  reset: CalendarDate | null,
  thresholds: EvidenceThresholds,
): WeighedRow["reason"] {
  if (points === 0) return row.kind === "compliment" ? "compliment" : "hypothetical";
  if (!row.held) return "not-held";
  if (reset !== null && row.date < reset) return "reset";
  return age > thresholds.fresh && age > thresholds.expired ? "expired" : null;
}

/** One voice per customer, however loud: only the strongest row of each customer on each side. */
export function oneVoicePerCustomer<Row extends SubjectRow>(
  weighed: readonly WeighedRow<Row>[],
): Voices<Row> {
  return {
    for: strongestByCustomer(weighed, "for"),
    against: strongestByCustomer(weighed, "against"),
  };
}

/** Points of a row on one side, after freshness. */
export function pointsOn(
  side: Side,
  weighed: Pick<WeighedRow, "pointsFor" | "pointsAgainst">,
): number {
  return side === "for" ? weighed.pointsFor : weighed.pointsAgainst;
}

function strongestByCustomer<Row extends SubjectRow>(
  weighed: readonly WeighedRow<Row>[],
  side: Side,
): WeighedRow<Row>[] {
  const strongest = new Map<string, WeighedRow<Row>>();
  for (const candidate of weighed) {
    if (pointsOn(side, candidate) === 0) continue;
    const kept = strongest.get(candidate.row.customer);
    if (kept === undefined || compareVoices(candidate, kept, side) < 0) {
      strongest.set(candidate.row.customer, candidate);
    }
  }
  return [...strongest.values()];
}

/** More points, then the stronger kind, then the later day, then the id and position that sort first. */
function compareVoices(a: WeighedRow, b: WeighedRow, side: Side): number {
  return (
    pointsOn(side, b) - pointsOn(side, a) ||
    kindStrength(b.kind) - kindStrength(a.kind) ||
    compareText(b.row.date, a.row.date) ||
    compareText(a.row.conversation, b.row.conversation) ||
    a.row.position - b.row.position
  );
}

/** Day, then note, then place in the note: the order in which rows are listed. */
export function compareRows(a: SubjectRow, b: SubjectRow): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.conversation, b.conversation) ||
    a.position - b.position
  );
}
