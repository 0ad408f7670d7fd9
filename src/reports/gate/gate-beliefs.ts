import type {AssessedAssumption} from "../../analysis/assess-all.ts";
import type {WeighedRow} from "../../analysis/evidence.ts";
import {indexEvidence, type EvidenceIndex} from "../../analysis/evidence-index.ts";
import {decidedOn} from "../../analysis/gates.ts";
import {standingOn} from "../../analysis/history.ts";
import {markOf, marksOf, type VoiceMark} from "../../analysis/marks.ts";
import type {Readiness} from "../../analysis/readiness.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import type {GateBelief, GateData} from "./gate-data.ts";
import {missingText} from "../assumptions/assumptions-missing.ts";
import {labelOf} from "../marks.ts";
import type {ReportRequest} from "../request.ts";
import {shortLabel} from "../wording.ts";
import {missingSentences} from "../wording-missing.ts";

/** The beliefs that could sink a concept: critical and high ones, and what they were at the gate before. */
export function gateBeliefs(
  {assessed, previous}: Readiness,
  {collection}: ReportRequest,
): Pick<GateData, "assumptions" | "otherAssumptions"> {
  const index = indexEvidence(collection);
  const day = previous === null ? null : decidedOn(previous);
  const shown = assessed.filter(
    ({assumption}) => assumption.importance === "critical" || assumption.importance === "high",
  );
  return {
    assumptions: shown.map((one) => beliefOf(one, index, day, collection.config.evidence)),
    otherAssumptions: assessed.length - shown.length,
  };
}

function beliefOf(
  one: AssessedAssumption,
  index: EvidenceIndex,
  day: CalendarDate | null,
  thresholds: ReportRequest["collection"]["config"]["evidence"],
): GateBelief {
  const {assumption, assessment, override} = one;
  const {id, statement, importance} = assumption;
  const missing = missingSentences(assumption, assessment, thresholds);
  const then = day === null ? null : standingOn(assumption, index, day, thresholds);
  return {
    ...{id, statement, importance, status: assessment.status},
    label: labelOf(one),
    previousStatus: then?.status ?? null,
    previousLabel: then === null ? null : shortLabel(then.status, then.strength),
    missing,
    lacks: lacksOf(one, missing),
    ...marksOf(assessment),
    belief: Math.round(assessment.belief * 1000) / 1000,
    pointsFor: assessment.pointsFor,
    pointsAgainst: assessment.pointsAgainst,
    ageing: {
      against: ageingOf(assessment.voices.against),
      for: ageingOf(assessment.voices.for),
    },
    override,
  };
}

/** Of what nobody was asked about, that is what is missing. */
function lacksOf({assumption, assessment}: AssessedAssumption, missing: string[]): string | null {
  const {status, blockers, pointsAgainst, witnessesFor} = assessment;
  const {state} = assumption;
  const text = missingText({missing, blockers, state, status, pointsAgainst, witnessesFor});
  if (text !== null || missing.length === 0) return text;
  return status === "stale"
    ? "nobody was asked lately"
    : "nobody was asked, or nobody told more than praise";
}

const order: readonly VoiceMark[] = ["did", "told", "thinks"];

/** In the order of the marks; among equal ones the fresh come first. */
function ageingOf(voices: readonly WeighedRow[]): boolean[] {
  return voices
    .map((voice) => ({rank: order.indexOf(markOf(voice)), ageing: !voice.fresh}))
    .sort((a, b) => a.rank - b.rank || Number(a.ageing) - Number(b.ageing))
    .map(({ageing}) => ageing);
}
