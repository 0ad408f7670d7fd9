import {compareText} from "../core/text.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {GateLine} from "../notes/body.ts";
import type {Collection, Concept, Conversation, Decision} from "../notes/collection.ts";
import {collectionAsOf} from "./as-of.ts";
import {assessAll, type AssessedAssumption} from "./assess-all.ts";
import {indexEvidence} from "./evidence-index.ts";
import {judgeCriteria, type MustMeet} from "./gate-criteria.ts";
import {assumptionsOf, decidedOn, gateOf, isAbout, previousGate, windowOf} from "./gates.ts";
import {lastSpoken} from "./spoken.ts";

export type {MustMeet} from "./gate-criteria.ts";

/** Everything that a gate is judged by, as of a day. */
export interface Readiness {
  concept: Concept;
  gate: GateLine;
  previous: GateLine | null;
  /** None of the criteria is false. */
  ready: boolean;
  mustMeets: MustMeet[];
  /** The concept's assumptions that are not retired. */
  assessed: AssessedAssumption[];
  /** Talks about the concept since the gate before, by date. */
  window: Conversation[];
  /** Decisions of the concept since the gate before, proposed and superseded ones included. */
  decisions: Decision[];
  /** The last talk about the concept, before the gate's window too; null for none. */
  lastSpoke: Conversation | null;
}

/**
 * Whether a gate's customer criteria are met as of a day: who was heard since the gate before, what the
 * evidence says, and whether it shaped the concept. It never decides; people do. `conceptId` is an id and
 * `gateId` one of its gates, case aside; `faulty` are the files with an error. Throws an Error where there
 * is no such gate.
 */
export function readinessOf(
  conceptId: string,
  gateId: string,
  whole: Collection,
  asOf: CalendarDate,
  faulty: readonly string[],
): Readiness {
  const collection = collectionAsOf(whole, asOf);
  const concept = collection.concepts.find(({id}) => id === conceptId);
  const gate = concept === undefined ? null : gateOf(concept, gateId, asOf);
  if (concept === undefined || gate === null) throw new Error(`no gate ${gateId} of ${conceptId}`);
  const previous = previousGate(concept, gate, asOf);
  const own = assumptionsOf(concept.id, collection, asOf);
  const about = collection.conversations.filter((one) => isAbout(one, concept.id, own));
  const facts = {
    ...{concept, gate, previous},
    assessed: assessAll(whole, asOf, indexEvidence(whole)).filter(({assumption}) =>
      own.has(assumption.id),
    ),
    window: windowOf(concept, gate, collection, asOf),
    decisions: decisionsSince(previous, concept, collection),
    lastSpoke: lastSpoken(about),
  };
  const mustMeets = judgeCriteria({...facts, collection, asOf, faulty});
  return {...facts, mustMeets, ready: mustMeets.every(({met}) => met !== false)};
}

/** Decisions of a concept after the day of the gate before, by date; all of them before the first gate. */
function decisionsSince(
  previous: GateLine | null,
  concept: Concept,
  {decisions}: Collection,
): Decision[] {
  const after = previous === null ? "" : decidedOn(previous);
  return decisions
    .filter((one) => one.concept === concept.id && one.date !== null && one.date > after)
    .toSorted((a, b) => compareText(a.date ?? "", b.date ?? "") || compareText(a.id, b.id));
}
