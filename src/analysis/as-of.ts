import type {CalendarDate} from "../core/calendar.ts";
import type {Assumption, Collection, Concept, Conversation, Decision} from "../notes/collection.ts";
import type {Member} from "../notes/config.ts";

/**
 * The collection as it would have been on a day: what was said, decided, closed or told later is not there.
 * Customers, concepts and the config have no history and are taken as they are; declared assumptions exist
 * on every day. A report is true for a day only when it is built from this.
 */
export function collectionAsOf(collection: Collection, asOf: CalendarDate): Collection {
  const conversations = collection.conversations
    .filter((conversation) => conversation.date <= asOf)
    .map((conversation) => conversationAsOf(conversation, asOf));
  const customers = new Set(conversations.map((conversation) => conversation.customer));
  const named = new Set(
    conversations.flatMap(({evidence}) => evidence.map((row) => row.assumption)),
  );
  return {
    ...collection,
    config: {
      ...collection.config,
      team: collection.config.team.map((member) => memberAsOf(member, asOf)),
    },
    conversations,
    customers: collection.customers
      .filter(({id, file}) => file !== null || customers.has(id))
      .map((customer) => ({...customer, people: peopleAsOf(customer.people, asOf)})),
    assumptions: collection.assumptions
      .filter(({id, state}) => state !== "undeclared" || named.has(id))
      .map((assumption) => assumptionAsOf(assumption, asOf)),
    concepts: collection.concepts.map((concept) => conceptAsOf(concept, asOf)),
    decisions: decisionsAsOf(collection.decisions, asOf),
  };
}

/** Whether a member belongs to the team on a day; the first and the last day are days on it. */
export function isOnTeam(member: Member, day: CalendarDate): boolean {
  return (
    (member.joined === null || member.joined <= day) && (member.left === null || member.left >= day)
  );
}

function conversationAsOf(conversation: Conversation, asOf: CalendarDate): Conversation {
  if (!conversation.steps.some(({doneOn}) => later(doneOn, asOf))) return conversation;
  const steps = conversation.steps.map((step) =>
    later(step.doneOn, asOf) ? {...step, done: false, doneOn: null} : step,
  );
  return {...conversation, steps};
}

function memberAsOf(member: Member, asOf: CalendarDate): Member {
  return {
    ...member,
    left: later(member.left, asOf) ? null : member.left,
    away: member.away.filter(({from}) => from <= asOf),
  };
}

function peopleAsOf<Person extends {left: string | null}>(
  people: readonly Person[],
  asOf: CalendarDate,
): Person[] {
  return people.map((person) => (later(person.left, asOf) ? {...person, left: null} : person));
}

function assumptionAsOf(assumption: Assumption, asOf: CalendarDate): Assumption {
  const overridden = later(assumption.overridden, asOf);
  const retired = later(assumption.retired, asOf);
  const given = {
    ...assumption,
    reset: later(assumption.reset, asOf) ? null : assumption.reset,
    retired: retired ? null : assumption.retired,
  };
  const now = overridden ? {...given, override: null, overridden: null, by: null} : given;
  // The reason belongs to what is not in force yet.
  const idle = now.override === null && now.retired === null && (overridden || retired);
  return idle ? {...now, reason: null} : now;
}

/** A gate without the day it was decided was decided on its own date. */
function conceptAsOf(concept: Concept, asOf: CalendarDate): Concept {
  const gates = concept.gates.map((gate) =>
    gate.decision !== null && gate.decision !== "pending" && later(gate.decided ?? gate.date, asOf)
      ? {...gate, decision: null, decided: null, conditions: null, by: null}
      : gate,
  );
  return {...concept, gates};
}

/** A superseded decision counts as accepted until the date of the one that replaces it. */
function decisionsAsOf(decisions: readonly Decision[], asOf: CalendarDate): Decision[] {
  const exists = (decision: Decision): boolean => !later(decision.date, asOf);
  const replacedLater = new Set<string>();
  for (const decision of decisions) {
    if (decision.replaces !== null && !exists(decision)) replacedLater.add(decision.replaces);
  }
  for (const decision of decisions) {
    if (decision.replaces !== null && exists(decision)) replacedLater.delete(decision.replaces);
  }
  return decisions.filter(exists).map((decision) => ({
    ...decision,
    status:
      decision.status === "superseded" && replacedLater.has(decision.id)
        ? "accepted"
        : decision.status,
    told: decision.told.filter(({date}) => date <= asOf),
  }));
}

function later(day: CalendarDate | null, asOf: CalendarDate): boolean {
  return day !== null && day > asOf;
}
