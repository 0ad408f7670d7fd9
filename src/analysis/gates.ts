import {foldId} from "../core/identity.ts";
import {compareText} from "../core/text.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {GateLine} from "../notes/body.ts";
import type {Collection, Concept, Conversation} from "../notes/collection.ts";

/** The day on which a gate was decided; its own date where the line says none. */
export function decidedOn(gate: GateLine): CalendarDate {
  return gate.decided ?? gate.date;
}

/** Whether the gatekeepers had decided by that day; `pending` is no decision. */
export function isDecided(gate: GateLine, asOf: CalendarDate): boolean {
  return gate.decision !== null && gate.decision !== "pending" && decidedOn(gate) <= asOf;
}

/** The gate that is next: the earliest without a decision, overdue ones included; null when all are decided. */
export function nextGate(concept: Concept, asOf: CalendarDate): GateLine | null {
  const open = concept.gates.filter((gate) => !isDecided(gate, asOf));
  return open.toSorted(byDate)[0] ?? null;
}

/**
 * The gate of a concept that an id means, case aside. A gate that was repeated under its own id is the one
 * that is still to be decided, else the one decided last. Null where the concept has no such gate.
 */
export function gateOf(
  {gates}: Pick<Concept, "gates">,
  id: string,
  asOf: CalendarDate,
): GateLine | null {
  const same = gates.filter((gate) => foldId(gate.id) === foldId(id));
  const open = same.filter((gate) => !isDecided(gate, asOf)).toSorted(byDate);
  return open[0] ?? same.toSorted(byDecision).at(-1) ?? null;
}

/** A gate and the concept that it is of. */
export interface ConceptGate {
  concept: Concept;
  gate: GateLine;
}

/**
 * The gate that a report is about when nobody says which: the nearest of the concepts' next gates, overdue
 * ones first. Where none is left to decide, the one decided last. Null where no concept has a gate.
 */
export function defaultGate(concepts: readonly Concept[], asOf: CalendarDate): ConceptGate | null {
  const next = concepts.flatMap((concept) => {
    const gate = nextGate(concept, asOf);
    return gate === null ? [] : [{concept, gate}];
  });
  const [nearest] = next.toSorted((a, b) => byDate(a.gate, b.gate) || byConcept(a, b));
  if (nearest !== undefined) return nearest;
  const decided = concepts.flatMap((concept) => concept.gates.map((gate) => ({concept, gate})));
  return decided.toSorted((a, b) => byDecision(a.gate, b.gate) || byConcept(a, b)).at(-1) ?? null;
}

/** Gates without a decision that are overdue or dated up to a day, the earliest first. */
export function gatesDue(
  concepts: readonly Concept[],
  until: CalendarDate,
  asOf: CalendarDate,
): ConceptGate[] {
  return concepts
    .flatMap((concept) => concept.gates.map((gate) => ({concept, gate})))
    .filter(({gate}) => !isDecided(gate, asOf) && gate.date <= until)
    .sort((a, b) => byDate(a.gate, b.gate) || byConcept(a, b));
}

/**
 * The gate before this one: the latest with an earlier date that was decided go or conditional-go, by the
 * day decided. A gate decided hold or recycle stays, and what was heard before it still counts.
 */
export function previousGate(
  concept: Concept,
  gate: GateLine,
  asOf: CalendarDate,
): GateLine | null {
  const passed = concept.gates.filter(
    (one) =>
      one.date < gate.date &&
      isDecided(one, asOf) &&
      (one.decision === "go" || one.decision === "conditional-go"),
  );
  return passed.toSorted(byDecision).at(-1) ?? null;
}

/** Ids of the assumptions that belong to a concept and are not given up by that day. */
export function assumptionsOf(
  concept: string,
  {assumptions}: Collection,
  asOf: CalendarDate,
): Set<string> {
  const own = assumptions.filter(
    ({concepts, retired}) => concepts.includes(concept) && (retired === null || retired > asOf),
  );
  return new Set(own.map(({id}) => id));
}

/** Whether a talk is about a concept: it says so, or has evidence on one of its assumptions. */
export function isAbout(
  {concepts, evidence}: Conversation,
  concept: string,
  assumptions: ReadonlySet<string>,
): boolean {
  return concepts.includes(concept) || evidence.some((row) => assumptions.has(row.assumption));
}

/** Talks about a concept after the previous gate's day and up to asOf; everything before the first gate. */
export function windowOf(
  concept: Concept,
  gate: GateLine,
  collection: Collection,
  asOf: CalendarDate,
): Conversation[] {
  const previous = previousGate(concept, gate, asOf);
  const after = previous === null ? "" : decidedOn(previous);
  const own = assumptionsOf(concept.id, collection, asOf);
  return collection.conversations.filter(
    (one) => one.date > after && one.date <= asOf && isAbout(one, concept.id, own),
  );
}

function byDate(a: GateLine, b: GateLine): number {
  return compareText(a.date, b.date) || compareText(a.id, b.id);
}

function byDecision(a: GateLine, b: GateLine): number {
  return compareText(decidedOn(a), decidedOn(b)) || byDate(a, b);
}

function byConcept(a: ConceptGate, b: ConceptGate): number {
  return compareText(a.concept.id, b.concept.id);
}
