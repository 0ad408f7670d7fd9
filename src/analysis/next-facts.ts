import {type CalendarDate, monthOf} from "../core/calendar.ts";
import {compareText, foldName} from "../core/text.ts";
import type {Collection, Concept, Conversation, Customer} from "../notes/collection.ts";
import {collectionAsOf} from "./as-of.ts";
import {assessAll, type AssessedAssumption} from "./assess-all.ts";
import {type ConceptGate, nextGate} from "./gates.ts";
import {goalsOf, type MemberGoal} from "./goals.ts";
import {daysSinceSpoken, relationshipsOf} from "./last.ts";
import {openSteps, type Step} from "./steps.ts";

/** For whom, and about what, a talk is looked for. Segments and concepts are ids; none means any. */
export interface NextScope {
  /** Handle of the member who asks; null when unknown, and then nobody's goal is looked at. */
  asker: string | null;
  segments: readonly string[];
  concepts: readonly string[];
}

/** A segment that has backed an assumption with nothing yet, and the gate at which that will be asked. */
export interface MissingSegment {
  segment: string;
  assumption: AssessedAssumption;
  gate: ConceptGate | null;
}

/** What the reasons to talk to a customer are found in, all of it as of the day. */
export interface NextFacts {
  collection: Collection;
  asOf: CalendarDate;
  scope: NextScope;
  /** Assumptions in scope that are not retired, the riskiest first. */
  assessed: AssessedAssumption[];
  /** Critical and high ones, nearest gate first. */
  missing: MissingSegment[];
  /** Those that nobody, or nobody but advocates, has spoken to: a voice against them is what we lack. */
  exposed: AssessedAssumption[];
  /** Customers with a row against any assumption that is not retired. */
  sceptics: ReadonlySet<string>;
  talks: ReadonlyMap<string, Conversation[]>;
  daysSince: ReadonlyMap<string, number>;
  relationships: ReadonlyMap<string, NonNullable<Customer["relationship"]>>;
  /** The asker's month, while it is below their goal; else null. */
  belowGoal: MemberGoal | null;
}

/** Gathers what the reasons are found in; `whole` is the collection with what is later than the day. */
export function nextFacts(whole: Collection, asOf: CalendarDate, scope: NextScope): NextFacts {
  const collection = collectionAsOf(whole, asOf);
  const current = assessAll(whole, asOf).filter(({retired}) => !retired);
  const assessed = current.filter(({assumption}) => isInScope(assumption.concepts, scope));
  return {
    ...{collection, asOf, scope, assessed},
    missing: missingSegments(assessed, collection, asOf),
    exposed: assessed.filter(isExposed),
    sceptics: scepticsIn(current),
    talks: byCustomer(collection),
    daysSince: daysSinceSpoken(collection, asOf),
    relationships: relationshipsOf(collection),
    belowGoal: belowGoal(collection, asOf, scope.asker),
  };
}

/** Steps of ours with a customer that are open and due by the day, the earliest first. */
export function stepsDue({talks, asOf}: NextFacts, customer: string): Step[] {
  return openSteps(talks.get(customer) ?? [], asOf).filter(
    ({who, due}) => who !== "them" && due !== null && due <= asOf,
  );
}

/** Whether they said that they may be asked, or never said that they may not. */
export function mayBeAsked({contactable}: Customer): boolean {
  return contactable !== "no" && contactable !== "pause";
}

function isInScope(concepts: readonly string[], scope: NextScope): boolean {
  return scope.concepts.length === 0 || concepts.some((one) => scope.concepts.includes(one));
}

function missingSegments(
  assessed: readonly AssessedAssumption[],
  {concepts}: Collection,
  asOf: CalendarDate,
): MissingSegment[] {
  return assessed
    .filter(
      ({assumption: {importance}, assessment: {blockers}}) =>
        (importance === "critical" || importance === "high") && blockers.includes("segments"),
    )
    .flatMap((assumption) => {
      const gate = nearestGate(assumption, concepts, asOf);
      const {missingSegments: segments} = assumption.assessment;
      return segments.map((segment) => ({segment, assumption, gate}));
    })
    .sort((a, b) => compareText(gateDay(a.gate), gateDay(b.gate)));
}

function nearestGate(
  {assumption}: AssessedAssumption,
  concepts: readonly Concept[],
  asOf: CalendarDate,
): ConceptGate | null {
  const gates = concepts.flatMap((concept) => {
    const gate = assumption.concepts.includes(concept.id) ? nextGate(concept, asOf) : null;
    return gate === null ? [] : [{concept, gate}];
  });
  return gates.sort((a, b) => compareText(a.gate.date, b.gate.date))[0] ?? null;
}

/** The day of a gate for sorting; where there is none, after all days. */
export function gateDay(gate: ConceptGate | null): string {
  return gate?.gate.date ?? "9999-99-99";
}

function isExposed({assessment: {flags, blockers, pointsFor}}: AssessedAssumption): boolean {
  return flags.includes("unchallenged") || (blockers.includes("advocates-only") && pointsFor > 0);
}

function scepticsIn(assessed: readonly AssessedAssumption[]): Set<string> {
  const rows = assessed.flatMap(({assessment}) => assessment.rows);
  const against = rows.filter(({scores, pointsAgainst}) => scores && pointsAgainst > 0);
  return new Set(against.map(({row}) => row.customer));
}

function byCustomer({conversations}: Collection): Map<string, Conversation[]> {
  const talks = new Map<string, Conversation[]>();
  for (const talk of conversations) {
    const list = talks.get(talk.customer);
    if (list === undefined) talks.set(talk.customer, [talk]);
    else list.push(talk);
  }
  return talks;
}

function belowGoal(
  collection: Collection,
  asOf: CalendarDate,
  asker: string | null,
): MemberGoal | null {
  const members = goalsOf(collection, monthOf(asOf), asOf)?.members ?? [];
  const own = members.find(({handle}) => foldName(handle) === foldName(asker ?? ""));
  return own !== undefined && own.meaningful < (own.goal ?? 0) ? own : null;
}
