import type {CalendarDate} from "../core/calendar.ts";
import type {Collection} from "../notes/collection.ts";
import {advocatesOn} from "./evidence-index.ts";
import {isDoEvidence} from "./points.ts";
import type {Readiness} from "./readiness.ts";
import {isSpoken, presentOf} from "./spoken.ts";

/** What a gate should meet and never fails by, as shares: `found` of `of`. */
export interface ShouldMeet {
  id: "validated" | "do-evidence" | "leader" | "non-advocates" | "marketing-sales";
  found: number;
  of: number;
}

/**
 * Critical assumptions validated, scoring rows of the window that somebody did something for, talks in which
 * a leader was there, customers who are no advocates, talks in which marketing or sales was there.
 */
export function shouldMeets(
  {assessed, window}: Readiness,
  collection: Collection,
  asOf: CalendarDate,
): ShouldMeet[] {
  const critical = assessed.filter(({assumption}) => assumption.importance === "critical");
  const talks = new Set(window.map(({id}) => id));
  const rows = assessed
    .flatMap(({assessment}) => assessment.rows)
    .filter(({row, scores}) => scores && talks.has(row.talk));
  const spoken = window.filter(isSpoken);
  const customers = new Set(spoken.map(({customer}) => customer));
  const friends = advocatesOn(collection, asOf);
  const {team} = collection.config;
  const leaders = handles(team.filter(({level}) => level === "leader"));
  const others = handles(team.filter(({function: job}) => job === "marketing" || job === "sales"));
  const attended = (by: ReadonlySet<string>): number =>
    spoken.filter((talk) => presentOf(talk).some((handle) => by.has(handle))).length;
  return [
    {
      id: "validated",
      found: critical.filter(({assessment}) => assessment.status === "validated").length,
      of: critical.length,
    },
    {id: "do-evidence", found: rows.filter(({kind}) => isDoEvidence(kind)).length, of: rows.length},
    {id: "leader", found: attended(leaders), of: spoken.length},
    {
      id: "non-advocates",
      found: [...customers].filter((id) => !friends.has(id)).length,
      of: customers.size,
    },
    {id: "marketing-sales", found: attended(others), of: spoken.length},
  ];
}

function handles(members: readonly {handle: string}[]): ReadonlySet<string> {
  return new Set(members.map(({handle}) => handle));
}
