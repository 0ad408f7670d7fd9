import {foldName} from "../core/text.ts";
import type {Customer} from "../notes/collection.ts";
import {isOnTeam} from "./as-of.ts";
import type {AssessedAssumption} from "./assess-all.ts";
import type {NextFacts} from "./next-facts.ts";
import {hasSpokenOn, type NextReason, peopleKnown} from "./next-reasons.ts";
import {lastSpoken} from "./spoken.ts";

/** Somebody to talk to, or a segment in which there is nobody yet. */
export interface Suggestion {
  /** Null: nobody yet in the segment. */
  customer: Customer | null;
  segment: string | null;
  /** Whom of theirs to turn to (a contact), who introduces us, or a customer who could; null for nobody. */
  through: {contact: string} | {introducer: string} | {customer: string} | null;
  /** Handle of the one of ours who would ask. */
  who: string | null;
  /** The best first; at least one. */
  reasons: NextReason[];
  /** What to ask about; null where they have spoken on everything that is open. */
  ask: AssessedAssumption | null;
  /** Days since they were last spoken to; null for never. */
  daysSince: number | null;
  advocate: boolean;
}

/** A customer with why, through whom, by whom and about what. */
export function suggest(customer: Customer, reasons: NextReason[], facts: NextFacts): Suggestion {
  return {
    customer,
    segment: customer.segment,
    through: throughWhom(customer, facts),
    who: whoAsks(customer, reasons, facts),
    reasons,
    ask: whatToAsk(customer, reasons, facts),
    daysSince: facts.daysSince.get(customer.id) ?? null,
    advocate: facts.relationships.get(customer.id) === "advocate",
  };
}

/** Whom of theirs we last spoke to and who is still there, else whoever introduces us, else anybody known. */
function throughWhom(customer: Customer, facts: NextFacts): Suggestion["through"] {
  const known = peopleKnown(customer, facts);
  const met = lastSpoken(facts.talks.get(customer.id) ?? [])?.contacts ?? [];
  const contact = met.find((one) => known.includes(one));
  if (contact !== undefined) return {contact};
  if (customer.introduced !== null) return {introducer: customer.introduced};
  return known[0] === undefined ? null : {contact: known[0]};
}

/** Who owes the step, else whose customer they are, else who spoke to them last, else who asks. */
export function whoAsks(
  customer: Customer,
  reasons: NextReason[],
  facts: NextFacts,
): string | null {
  const {collection, asOf, talks, scope} = facts;
  const [first] = reasons;
  const last = lastSpoken(talks.get(customer.id) ?? []);
  const candidates = [
    first?.rank === 1 ? first.step.who : null,
    ...[customer.owner, ...(last?.team ?? []), ...(last?.observers ?? []), scope.asker],
  ];
  const gone = new Set(
    collection.config.team.filter((one) => !isOnTeam(one, asOf)).map(({handle}) => handle),
  );
  return candidates.find((one) => one !== null && !gone.has(one)) ?? null;
}

/** What the best reason is about, else what is open; where there is a choice, what they have not spoken on. */
function whatToAsk(
  customer: Customer,
  reasons: NextReason[],
  facts: NextFacts,
): AssessedAssumption | null {
  const about = reasons.flatMap((reason): AssessedAssumption[] => {
    if (reason.rank === 4) return [reason.exposed];
    if (reason.rank !== 2) return [];
    const theirs = facts.missing.filter(({segment}) => includes([segment], customer.segment));
    return theirs.map(({assumption}) => assumption);
  });
  const open = facts.assessed.filter((one) => isOpen(one, customer.segment));
  const unheard = [...about, ...open].find((one) => !hasSpokenOn(customer.id, one));
  return unheard ?? about[0] ?? null;
}

/** Whether it matters, is not settled, and is about such customers. */
function isOpen({assumption, assessment}: AssessedAssumption, segment: string | null): boolean {
  const {importance, segments} = assumption;
  return (
    (importance === "critical" || importance === "high") &&
    assessment.status !== "validated" &&
    assessment.status !== "invalidated" &&
    (segments.length === 0 || includes(segments, segment))
  );
}

/** Whether a segment is one of these, case aside. */
export function includes(segments: readonly string[], segment: string | null): boolean {
  return segment !== null && segments.some((one) => foldName(one) === foldName(segment));
}
