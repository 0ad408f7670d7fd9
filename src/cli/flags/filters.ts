import type {Filters} from "../../analysis/select.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Collection} from "../../notes/collection.ts";
import {type Flags, listOf, valueOf} from "../command.ts";
import {
  assumptionKind,
  conceptKind,
  customerKind,
  knownAssumptions,
  knownConcepts,
  knownContacts,
  knownCustomers,
  knownMembers,
  knownSegments,
  knownTags,
  knownTypes,
  memberKind,
} from "../known.ts";
import {refuseLeftOut} from "../left-out.ts";
import {findAll, type Named, type NamedKind} from "../names.ts";
import {echoDate, parsePeriod} from "./spoken-dates.ts";

/** Absolute filters, and what was understood where a date was given in words. */
export interface ReadFilters {
  filters: Filters;
  echoes: string[];
}

/**
 * Turns the filter flags into ids and days. `me` is asked for only when it is used.
 * Throws a usage error for a name that nothing in the workspace has.
 */
export async function readFilters(
  flags: Flags,
  collection: Collection,
  asOf: CalendarDate,
  me: () => Promise<string>,
): Promise<ReadFilters> {
  const echoes: string[] = [];
  const period = (edge: "since" | "until"): CalendarDate | null => {
    const typed = valueOf(flags, edge);
    if (typed === null) return null;
    const {date, inWords} = parsePeriod(typed, asOf, edge);
    if (inWords) echoes.push(`${edge} ${echoDate(date, asOf)}`);
    return date;
  };
  const named = (flag: string, known: (of: Collection) => Named[], kind: NamedKind): string[] => {
    const typed = listOf(flags, flag);
    if (typed.length === 0) return [];
    const things = known(collection);
    const refuse = (part: string): void => {
      if (flag === "customer" || flag === "concept") refuseLeftOut(flag, part, collection);
    };
    return [...new Set(typed.flatMap((value) => findAll(value, things, kind, refuse)))];
  };
  const filters: Filters = {
    since: period("since"),
    until: period("until"),
    customer: named("customer", knownCustomers, customerKind),
    contact: named("contact", knownContacts, {noun: "contact", all: ""}),
    segment: named("segment", knownSegments, {noun: "segment", all: ""}),
    by: await readBy(listOf(flags, "by"), collection, me),
    type: named("type", knownTypes, {noun: "type", all: ""}),
    concept: named("concept", knownConcepts, conceptKind),
    assumption: named("assumption", knownAssumptions, assumptionKind),
    tag: named("tag", knownTags, {noun: "tag", all: ""}),
  };
  if (filters.since !== null && filters.until !== null && filters.since > filters.until) {
    throw new PmTalkError(
      "usage",
      `--since ${filters.since} is after --until ${filters.until}: no day lies between.`,
      "Swap them?",
    );
  }
  return {filters, echoes};
}

/** Handles that `--by` means; `leaders` are the members of level leader, `me` is the person asking. */
async function readBy(
  typed: string[],
  collection: Collection,
  me: () => Promise<string>,
): Promise<string[]> {
  const handles: string[] = [];
  for (const value of typed) {
    for (const part of value.split(",").some(isReserved) ? value.split(",") : [value]) {
      const word = part.trim().toLowerCase();
      if (word === "me") handles.push(await me());
      else if (word === "leaders") handles.push(...leadersOf(collection));
      else handles.push(...findAll(part, knownMembers(collection), memberKind));
    }
  }
  return [...new Set(handles)];
}

function isReserved(part: string): boolean {
  return ["me", "leaders"].includes(part.trim().toLowerCase());
}

/** Handles of the leaders. Throws when the team names none, since "never" would be a wrong answer then. */
export function leadersOf(collection: Collection): string[] {
  const leaders = collection.config.team
    .filter((member) => member.level === "leader")
    .map((member) => member.handle);
  if (leaders.length === 0) {
    throw new PmTalkError(
      "usage",
      "pm-talk.yml names no leader.",
      "Say who is one:  - {handle: eva, name: Eva Stein, level: leader}",
    );
  }
  return leaders;
}
