import {collectionAsOf} from "../../analysis/as-of.ts";
import {gateMethod} from "../../analysis/gate-method.ts";
import {shouldMeets} from "../../analysis/gate-should.ts";
import {decidedOn} from "../../analysis/gates.ts";
import {notActedOn} from "../../analysis/not-acted-on.ts";
import {readinessOf} from "../../analysis/readiness.ts";
import {reversalsAmong} from "../../analysis/reversals.ts";
import {thresholdsOf} from "../../analysis/thresholds.ts";
import type {Diagnostic} from "../../core/diagnostics.ts";
import {saidAgainst} from "./gate-against.ts";
import {gateBeliefs} from "./gate-beliefs.ts";
import type {GateData} from "./gate-data.ts";
import {gateDecisions} from "./gate-decisions.ts";
import {gateTalks, mixOf} from "./gate-talks.ts";
import {strongestNoOf} from "../marks.ts";
import {refOf} from "../ref.ts";
import type {ReportRequest} from "../request.ts";

export {gateDocument} from "./gate-document.ts";

/**
 * Builds the data of `report gate`: before each phase gate a summary of the conversations since the last one
 * and how they shaped the concept. `conceptId` is an id, `gateId` one of its gates. Filters, `all` and
 * `explain` change nothing in it, nor does an override: what customers said against it is always all there.
 */
export function gateReport(request: ReportRequest, conceptId: string, gateId: string): GateData {
  const {asOf, sources} = request;
  const faulty = filesWithErrors(sources.diagnostics);
  const readiness = readinessOf(conceptId, gateId, request.collection, asOf, faulty);
  const {concept, gate, previous, ready, mustMeets, assessed, window, decisions} = readiness;
  const {lastSpoke} = readiness;
  const collection = collectionAsOf(request.collection, asOf);
  const talks = gateTalks(readiness, collection, asOf);
  const {id, name, date, decision, decided, by, conditions} = gate;
  return {
    concept: concept.id,
    gate: {id, name, date, decision, decided, by, conditions},
    previous: previous === null ? null : {id: previous.id, decided: decidedOn(previous)},
    ready,
    mustMeets,
    shouldMeets: shouldMeets(readiness, collection, asOf),
    strongestNo: strongestNoOf(assessed),
    lastSpoke: lastSpoke === null ? null : refOf(lastSpoke, asOf),
    conversations: talks,
    mix: mixOf(talks, window),
    against: saidAgainst(assessed),
    decisions: gateDecisions(decisions, collection),
    reversals: reversalsAmong(decisions).length,
    notActedOn: notActedOn(window, decisions, collection).map((one) => ({
      ...one,
      customers: one.customers.length,
      who: one.customers,
    })),
    ...gateBeliefs(readiness, request),
    method: gateMethod(readiness, collection, asOf),
    thresholds: thresholdsOf(collection.config),
  };
}

/** The files that have an error, each once, in their order. */
export function filesWithErrors(diagnostics: readonly Diagnostic[]): string[] {
  const errors = diagnostics.filter(({severity}) => severity === "error");
  return [...new Set(errors.map(({file}) => file))];
}
