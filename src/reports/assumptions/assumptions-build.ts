import type {AssessedAssumption} from "../../analysis/assess-all.ts";
import type {AssessedRow} from "../../analysis/assess.ts";
import type {NotedEvidence} from "../../analysis/evidence-index.ts";
import type {HistoryPoint} from "../../analysis/history.ts";
import {marksOf} from "../../analysis/marks.ts";
import {tally} from "../../analysis/status-tally.ts";
import type {EvidenceThresholds} from "../../notes/config.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {labelOf} from "../marks.ts";
import {shortLabel} from "../wording.ts";
import {missingSentences} from "../wording-missing.ts";

/** All that the report says about one assumption. */
export function assumptionData(
  one: AssessedAssumption,
  history: readonly HistoryPoint[],
  thresholds: EvidenceThresholds,
): AssumptionData {
  const {assessment} = one;
  return {
    ...declaredOf(one),
    status: assessment.status,
    label: labelOf(one),
    validUntil: assessment.validUntil,
    override: one.override,
    belief: toThreePlaces(assessment.belief),
    strength: assessment.strength,
    pointsFor: assessment.pointsFor,
    pointsAgainst: assessment.pointsAgainst,
    sums: {for: assessment.sumFor, against: assessment.sumAgainst},
    customers: assessment.customers,
    customersFor: assessment.customersFor,
    customersAgainst: assessment.customersAgainst,
    witnessesFor: assessment.witnessesFor,
    witnessesAgainst: assessment.witnessesAgainst,
    ...marksOf(assessment),
    blockers: assessment.blockers,
    missing: missingSentences(one.assumption, assessment, thresholds),
    missingSegments: assessment.missingSegments,
    flags: assessment.flags,
    beliefBySegment: beliefBySegment(one),
    customersBySegment: customersBySegment(one),
    newestEvidence: assessment.newestEvidence,
    evidence: assessment.rows.map(evidenceData),
    history: history.map(historyData),
    historyLabels: history.map(({standing: {status, strength}}) => shortLabel(status, strength)),
  };
}

/** Rounded for printing; comparisons use the unrounded value. */
function toThreePlaces(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function declaredOf({assumption, retired}: AssessedAssumption) {
  const {id, statement, state, type, importance, concepts, segments, owner} = assumption;
  const {wrong, test, threshold, created, due, reset, reason, believers, doubters} = assumption;
  return {
    id,
    statement,
    state,
    type,
    importance,
    concepts,
    segments,
    owner,
    wrong,
    test,
    threshold,
    created,
    due,
    reset,
    retired: retired ? assumption.retired : null,
    reason,
    believers,
    doubters,
  };
}

function evidenceData(entry: AssessedRow<NotedEvidence>): EvidenceData {
  const {row, pointsFor, pointsAgainst, counted, reason} = entry;
  const {conversation, date, customer, segment, contact, stance, kind} = row;
  const {secondhand, advocate, unprompted, quote, note} = row;
  return {
    conversation,
    date,
    customer,
    segment,
    contact,
    stance,
    kind,
    secondhand,
    advocate,
    unprompted,
    quote,
    note,
    pointsFor,
    pointsAgainst,
    counted,
    reason,
  };
}

function historyData({date, standing}: HistoryPoint): AssumptionData["history"][number] {
  return {date, status: standing.status, belief: toThreePlaces(standing.belief)};
}

function beliefBySegment({assessment}: AssessedAssumption): Record<string, number> {
  const entries = [...assessment.beliefBySegment];
  return Object.fromEntries(entries.map(([segment, belief]) => [segment, toThreePlaces(belief)]));
}

function customersBySegment({
  assessment,
}: AssessedAssumption): AssumptionData["customersBySegment"] {
  const entries = [...assessment.beliefBySegment.keys()].map((segment) => {
    const counts = tally(assessment.rows.filter((entry) => entry.row.segment === segment));
    return [
      segment,
      {against: counts.customersAgainst.size, for: counts.customersFor.size},
    ] as const;
  });
  return Object.fromEntries(entries);
}
