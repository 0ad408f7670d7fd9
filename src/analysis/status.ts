import type {EvidenceThresholds} from "../notes/config.ts";
import type {AssumptionStatus} from "../notes/vocabulary.ts";
import {beliefOf, sumOf, type Sum} from "./belief.ts";
import {
  oneVoicePerCustomer,
  type Subject,
  type SubjectRow,
  type Voices,
  type WeighedRow,
} from "./evidence.ts";
import {blockersOf, type Blocker} from "./status-blockers.ts";
import {tally, type Tally} from "./status-tally.ts";

/** In JSON and in the wording only; no rule compares it but the leap of faith. */
export type Strength = "none" | "weak" | "moderate" | "strong";

/** What the weighed rows of an assumption amount to. */
export interface Standing<Row extends SubjectRow = SubjectRow> {
  status: AssumptionStatus;
  belief: number;
  sumFor: Sum;
  sumAgainst: Sum;
  strength: Strength;
  tally: Tally;
  voices: Voices<Row>;
  /** The conditions of validated that fail; empty when it is. */
  blockers: Blocker[];
  /** Segments it must hold in that have no witness for. */
  missingSegments: string[];
}

/** Rules 3 to 5 and the status: pure arithmetic over rows that are already weighed. */
export function judge<Row extends SubjectRow>(
  subject: Subject,
  weighed: readonly WeighedRow<Row>[],
  thresholds: EvidenceThresholds,
): Standing<Row> {
  const voices = oneVoicePerCustomer(weighed);
  const sumFor = sumOf(voices.for, "for");
  const sumAgainst = sumOf(voices.against, "against");
  const belief = beliefOf(sumFor.total, sumAgainst.total);
  const counts = tally(weighed);
  const missingSegments = subject.segments.filter((segment) => !counts.segmentsFor.has(segment));
  const blockers = blockersOf(subject, counts, belief, missingSegments.length, thresholds);
  const strength = strengthOf(sumFor.total + sumAgainst.total, counts);
  const facts = {belief, sumFor, sumAgainst, tally: counts, blockers};
  const status = statusOf(facts, thresholds);
  return {...facts, status, strength, voices, missingSegments};
}

type Facts = Pick<Standing, "belief" | "sumFor" | "sumAgainst" | "tally" | "blockers">;

/** First match wins. */
function statusOf(facts: Facts, thresholds: EvidenceThresholds): AssumptionStatus {
  const {belief, tally: counts} = facts;
  const pointsFor = facts.sumFor.total;
  const pointsAgainst = facts.sumAgainst.total;
  if (pointsFor + pointsAgainst === 0) return counts.lapsed ? "stale" : "untested";
  if (pointsFor >= 3 && pointsAgainst >= 3 && belief >= 0.35 && belief <= 0.65) return "contested";
  if (facts.blockers.length === 0) return "validated";
  const denied =
    belief <= thresholds.disbelieve &&
    counts.witnessesAgainst.size >= thresholds.against &&
    counts.freshTestimonyAgainst;
  if (denied) return "invalidated";
  if (belief >= 0.6 && counts.customersFor.size >= 2) return "leaning-valid";
  if (belief <= 0.35 && counts.customersAgainst.size >= 2) return "leaning-invalid";
  return "inconclusive";
}

/** How much there is to go by, whichever way it points. */
function strengthOf(points: number, counts: Tally): Strength {
  if (points === 0) return "none";
  if (points < 4 || counts.customers.size < 3) return "weak";
  return counts.customers.size >= 5 && points >= 9 && counts.deed ? "strong" : "moderate";
}
