import {foldName} from "../core/text.ts";
import type {Customer} from "../notes/collection.ts";
import type {AssessedAssumption} from "./assess-all.ts";
import type {MemberGoal} from "./goals.ts";
import {cadenceOf} from "./last.ts";
import {gateDay, type MissingSegment, type NextFacts, stepsDue} from "./next-facts.ts";
import type {Step} from "./steps.ts";

/** Why to talk to a customer; the lower the rank, the better the reason. */
export type NextReason =
  | {rank: 1; step: Step}
  /** The missing assumption with the nearest gate, and how many others their segment is missing on. */
  | {rank: 2; missing: MissingSegment; others: number}
  | {rank: 2; emptySegment: string}
  | {rank: 3; daysSince: number; cadence: number}
  | {rank: 4; because: "churned" | "lost" | "against"; exposed: AssessedAssumption}
  | {rank: 5; introducer: string | null; below: MemberGoal}
  | {rank: 6; known: string | null; spoken: boolean};

/** All reasons to talk to a customer, the best first; none where there is nothing to gain. */
export function reasonsFor(customer: Customer, facts: NextFacts): NextReason[] {
  return [
    ...stepsDue(facts, customer.id).map((step): NextReason => ({rank: 1, step})),
    ...missingOn(customer, facts),
    ...cadenceOverdue(customer, facts),
    ...voiceAgainst(customer, facts),
    ...warmPath(customer, facts),
    ...hardlyKnown(customer, facts),
  ];
}

/** What orders customers of the same first reason, smaller first; equal where the reason has no order. */
export function urgency(reason: NextReason): string | number {
  if (reason.rank === 2) return "missing" in reason ? gateDay(reason.missing.gate) : gateDay(null);
  return reason.rank === 3 ? -reason.daysSince / reason.cadence : 0;
}

function missingOn({segment}: Customer, {missing}: NextFacts): NextReason[] {
  if (segment === null) return [];
  const theirs = missing.filter((one) => foldName(one.segment) === foldName(segment));
  const [first] = theirs;
  return first === undefined ? [] : [{rank: 2, missing: first, others: theirs.length - 1}];
}

function cadenceOverdue(customer: Customer, {collection, daysSince}: NextFacts): NextReason[] {
  const cadence = cadenceOf(customer, collection.config.cadence);
  const since = daysSince.get(customer.id);
  if (cadence === null || since === undefined || since <= cadence) return [];
  return [{rank: 3, daysSince: since, cadence}];
}

/** Who left or said no once is likeliest to say what nobody else does; best on what they were not asked. */
function voiceAgainst({id, stage}: Customer, {exposed, sceptics}: NextFacts): NextReason[] {
  const because =
    stage === "churned" || stage === "lost" ? stage : sceptics.has(id) ? "against" : null;
  const chosen = exposed.find((one) => !hasSpokenOn(id, one)) ?? exposed[0];
  return because === null || chosen === undefined ? [] : [{rank: 4, because, exposed: chosen}];
}

/** Whether a customer has said anything that still counts on an assumption. */
export function hasSpokenOn(customer: string, {assessment}: AssessedAssumption): boolean {
  return assessment.rows.some(({row, scores}) => scores && row.customer === customer);
}

function warmPath({id, introduced}: Customer, {belowGoal, relationships}: NextFacts): NextReason[] {
  if (belowGoal === null) return [];
  const isAdvocate = relationships.get(id) === "advocate";
  if (!isAdvocate && introduced === null) return [];
  return [{rank: 5, introducer: isAdvocate ? null : introduced, below: belowGoal}];
}

function hardlyKnown(customer: Customer, facts: NextFacts): NextReason[] {
  const people = peopleKnown(customer, facts);
  const spoken = facts.daysSince.has(customer.id);
  if (spoken && people.length !== 1) return [];
  return [{rank: 6, known: people.length === 1 ? (people[0] ?? null) : null, spoken}];
}

/** Ids of the people of a customer whom a file or a note names and who have not left. */
export function peopleKnown({id, people}: Customer, {talks}: NextFacts): string[] {
  const declared = new Set(people.map((one) => foldName(one.id)));
  const named = new Map<string, string>();
  for (const contact of (talks.get(id) ?? []).flatMap(({contacts}) => contacts)) {
    if (!declared.has(foldName(contact))) named.set(foldName(contact), contact);
  }
  const present = people.filter(({left}) => left === null).map((one) => one.id);
  return [...present, ...named.values()];
}
