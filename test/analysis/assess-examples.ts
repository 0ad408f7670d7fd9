import {readFileSync} from "node:fs";
import type {CalendarDate} from "../../src/core/calendar.ts";
import type {Assessment} from "../../src/analysis/assess.ts";
import type {Subject, SubjectRow} from "../../src/analysis/evidence.ts";
import type {EvidenceThresholds} from "../../src/notes/config.ts";
import type {AssumptionType, EvidenceKind, Stance} from "../../src/notes/vocabulary.ts";

/** The thresholds that a config without `evidence` has. */
export const defaults: EvidenceThresholds = {
  fresh: 180,
  expired: 365,
  customers: 5,
  against: 3,
  believe: 0.8,
  disbelieve: 0.2,
};

interface ExampleRow {
  customer: string;
  stance: Stance;
  kind: EvidenceKind;
  date: CalendarDate;
  segment?: string;
  advocate?: boolean;
  secondhand?: boolean;
}

export interface Example {
  name: string;
  type?: AssumptionType;
  segments?: string[];
  reset?: CalendarDate;
  created?: CalendarDate;
  rows: ExampleRow[];
  result: Record<string, unknown>;
}

/** The worked examples of the rule: inputs and exact results. */
export function readExamples(): {asOf: CalendarDate; examples: Example[]} {
  const file = new URL("fixtures/rule-examples.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as {asOf: CalendarDate; examples: Example[]};
}

export function subject(values: Partial<Subject> = {}): Subject {
  return {
    type: "desirability",
    segments: [],
    reset: null,
    created: null,
    unreadable: false,
    ...values,
  };
}

let made = 0;

/** A row of its own note, first-hand and held unless it says otherwise. */
export function row(values: Partial<SubjectRow> = {}): SubjectRow {
  made += 1;
  return {
    conversation: `note-${String(made).padStart(6, "0")}`,
    position: 0,
    date: "2026-06-01",
    customer: "acme",
    segment: null,
    advocate: false,
    secondhand: false,
    held: true,
    stance: "supports",
    kind: "story",
    ...values,
  };
}

/** What the examples state of an assessment, rounded as they are. */
export function statedBy(assessment: Assessment): Record<string, unknown> {
  const {status, pointsFor, pointsAgainst, strength, blockers, flags} = assessment;
  const {customersFor, customersAgainst, witnessesFor, witnessesAgainst} = assessment;
  return {
    status,
    belief: round(assessment.belief),
    pointsFor,
    pointsAgainst,
    customersFor,
    customersAgainst,
    witnessesFor,
    witnessesAgainst,
    strength,
    blockers,
    flags,
    beliefBySegment: Object.fromEntries(
      [...assessment.beliefBySegment].map(([segment, belief]) => [segment, round(belief)]),
    ),
    validUntil: assessment.validUntil,
  };
}

function round(belief: number): number {
  return Math.round(belief * 1000) / 1000;
}
