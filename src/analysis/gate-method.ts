import {daysBetween, type CalendarDate} from "../core/calendar.ts";
import type {Collection} from "../notes/collection.ts";
import {advocatesOn} from "./evidence-index.ts";
import {meaning} from "./meaningful.ts";
import type {Readiness} from "./readiness.ts";
import {isSpoken} from "./spoken.ts";

/** Days after which a talk is written up late. */
const late = 7;

/** What a reader of a gate report should know of how it came about, as counts. */
export interface GateMethod {
  /** Held talks of the window; the next five are among them. */
  talks: number;
  /** Counted, or not, because the note says so instead of the rule. */
  overriddenTalks: number;
  secondhand: number;
  writtenUpLate: number;
  /** Written up more than once, and counted once. */
  possibleDuplicates: number;
  consentNotAsked: number;
  /** Beliefs whose status somebody overrode; the computed one counts. */
  overriddenBeliefs: number;
  /** Scoring rows that are older than the assumption they speak about, of `rows`. */
  olderThanAssumption: number;
  rows: number;
  /** Customers spoken with, and those of them who are advocates. */
  customers: number;
  advocates: number;
  /** Beliefs of the concept that were given up since the gate before. */
  retired: number;
}

/** Counts what may make a gate's evidence weaker than it looks. `collection` is as of the day. */
export function gateMethod(
  {concept, previous, assessed, window}: Readiness,
  collection: Collection,
  asOf: CalendarDate,
): GateMethod {
  const held = window.filter(({status}) => status === "held");
  const customers = new Set(held.filter(isSpoken).map(({customer}) => customer));
  const friends = advocatesOn(collection, asOf);
  const scoring = assessed.flatMap(({assumption, assessment}) =>
    assessment.rows
      .filter(({scores}) => scores)
      .map(({row}) => assumption.created !== null && row.date < assumption.created),
  );
  const since = previous === null ? "" : (previous.decided ?? previous.date);
  const count = <Thing>(things: readonly Thing[], test: (thing: Thing) => boolean): number =>
    things.filter(test).length;
  return {
    talks: held.length,
    overriddenTalks: count(
      held,
      (one) => meaning(one, collection.config.meaningful).overridden !== null,
    ),
    secondhand: count(held, ({secondhand}) => secondhand),
    writtenUpLate: count(
      held,
      ({date, logged}) => logged !== null && daysBetween(date, logged) > late,
    ),
    possibleDuplicates: count(held, ({also}) => also.length > 0),
    consentNotAsked: count(held, ({consent}) => consent === null),
    overriddenBeliefs: count(assessed, ({override}) => override !== null),
    olderThanAssumption: count(scoring, (older) => older),
    rows: scoring.length,
    customers: customers.size,
    advocates: count([...customers], (id) => friends.has(id)),
    retired: count(
      collection.assumptions,
      ({concepts, retired}) => concepts.includes(concept.id) && retired !== null && retired > since,
    ),
  };
}
