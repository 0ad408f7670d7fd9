import {collectionAsOf} from "../analysis/as-of.ts";
import {wantedOf} from "../analysis/criteria.ts";
import {defaultCriteria} from "../notes/config-defaults.ts";
import {noFilters} from "../analysis/select.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {Concept} from "../notes/collection.ts";
import {criteria, type Criterion} from "../notes/vocabulary.ts";
import {type AssumptionRegister, registerRows} from "./assumption-register.ts";
import {assumptionsReport} from "./assumptions/assumptions.ts";
import {type ConceptRow, conceptRow} from "./concepts-data.ts";
import {decisionRows, type DecisionRow} from "./decisions-data.ts";
import type {ReportRequest} from "./request.ts";

/** One concept: its file, its gates and what they ask, what it rests on, and what was decided. */
export interface ConceptData {
  concept: Concept | null;
  row: ConceptRow;
  /** What its gates ask for, its own or the team's or the default. */
  criteria: ConceptCriterion[];
  assumptions: AssumptionRegister["assumptions"];
  decisions: DecisionRow[];
}

export interface ConceptCriterion {
  id: Criterion;
  /** A number, true for what is only met or not, false when it is off. */
  value: number | boolean;
  usual: number | boolean;
  /** The file that sets it or switched it off; null for a default. */
  setIn: string | null;
  why: string | null;
}

/** Builds what is known of one concept, which may be one that other files only name. */
export function conceptReport(
  id: string,
  request: ReportRequest,
  since: CalendarDate,
): ConceptData {
  const then = collectionAsOf(request.collection, request.asOf);
  const concept = then.concepts.find((one) => one.id === id) ?? null;
  const own: ReportRequest = {...request, filters: {...noFilters, concept: [id]}};
  return {
    concept,
    row: conceptRow(id, then, request.asOf),
    criteria: concept === null ? [] : criteria.map((one) => criterionOf(one, concept, request)),
    assumptions: registerRows(assumptionsReport(own, {since})).assumptions,
    decisions: decisionRows(
      then.decisions.filter((one) => one.concept === id),
      then,
    ),
  };
}

function criterionOf(
  id: Criterion,
  concept: Concept,
  {collection}: ReportRequest,
): ConceptCriterion {
  const {value, setIn, why} = wantedOf(id, concept, collection.config);
  return {id, value, usual: defaultCriteria[id], setIn, why};
}
