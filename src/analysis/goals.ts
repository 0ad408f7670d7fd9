import {
  addDays,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  type Month,
  monthOf,
  startOfMonth,
} from "../core/calendar.ts";
import type {Config, Member} from "../notes/config.ts";
import type {Collection, Conversation} from "../notes/collection.ts";
import {meaning} from "./meaningful.ts";
import {presentOf} from "./spoken.ts";

/** The meaningful conversations of a month beside what was wanted. */
export interface MonthGoals {
  month: Month;
  /** Members who have met their goal, of those who have one. */
  met: number;
  of: number;
  /** Everybody who was on the team in that month, in the order of pm-talk.yml. */
  members: MemberGoal[];
}

export interface MemberGoal {
  handle: string;
  meaningful: number;
  /** Pro-rated; null for none, which counts in no total. */
  goal: number | null;
}

/**
 * Meaningful conversations a month that are wanted of a member: the member's own goal, else that of the
 * level, else that of the function; null where none is set.
 */
function goalOf({goal, level, function: job}: Member, {goals}: Config): number | null {
  const known = new Map<string, number>(Object.entries(goals));
  const found = goal ?? known.get(level ?? "") ?? known.get(job ?? "") ?? null;
  return found === 0 ? null : found;
}

/**
 * The goal of a member in a month, pro-rated by the days on which they are there (joined and not left, not
 * away) and rounded half up; a month that still runs is not cut to the days that have passed. Null where
 * nothing is wanted.
 */
export function goalInMonth(member: Member, config: Config, month: Month): number | null {
  const goal = goalOf(member, config);
  if (goal === null) return null;
  const days = daysBetween(startOfMonth(month), endOfMonth(month)) + 1;
  const share = Math.floor((2 * goal * daysPresent(member, month) + days) / (2 * days));
  return share === 0 ? null : share;
}

/**
 * Meaningful conversations of each member in the month of a day, up to that day, and who has met their goal.
 * `collection` holds what exists as of the day: see `collectionAsOf`. Null without a team.
 */
export function goalsOf(
  {conversations, config}: Collection,
  month: Month,
  asOf: CalendarDate,
): MonthGoals | null {
  const talks = meaningfulIn(month, conversations, asOf, config);
  const members = config.team
    .filter((member) => daysOnTeam(member, month) > 0 && (member.joined ?? asOf) <= asOf)
    .map((member) => ({
      handle: member.handle,
      meaningful: talks.filter((one) => presentOf(one).includes(member.handle)).length,
      goal: goalInMonth(member, config, month),
    }));
  if (members.length === 0) return null;
  const counted = members.filter(({goal}) => goal !== null);
  const met = counted.filter(({meaningful, goal}) => meaningful >= (goal ?? 0)).length;
  return {month, met, of: counted.length, members};
}

/** The meaningful conversations of a month up to a day, each once, whoever of ours was there. */
export function meaningfulIn(
  month: Month,
  conversations: readonly Conversation[],
  asOf: CalendarDate,
  config: Config,
): Conversation[] {
  return conversations.filter(
    (one) =>
      one.date <= asOf && monthOf(one.date) === month && meaning(one, config.meaningful).meaningful,
  );
}

/** Meaningful conversations of a member in the month of `asOf`, up to that day; listening in counts. */
export function meaningfulThisMonth(
  handle: string,
  conversations: readonly Conversation[],
  asOf: CalendarDate,
  config: Config,
): Conversation[] {
  const talks = meaningfulIn(monthOf(asOf), conversations, asOf, config);
  return talks.filter((one) => presentOf(one).includes(handle));
}

/** The first day in the month on which they belong to the team, and the last; the first may be later. */
function stayIn({joined, left}: Member, month: Month): {from: CalendarDate; to: CalendarDate} {
  const first = startOfMonth(month);
  const last = endOfMonth(month);
  return {
    from: joined !== null && joined > first ? joined : first,
    to: left !== null && left < last ? left : last,
  };
}

function daysOnTeam(member: Member, month: Month): number {
  const {from, to} = stayIn(member, month);
  return Math.max(0, daysBetween(from, to) + 1);
}

/** Day by day, because times away may overlap. */
function daysPresent(member: Member, month: Month): number {
  const {from, to} = stayIn(member, month);
  let present = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!member.away.some((time) => time.from <= day && day <= time.to)) present += 1;
  }
  return present;
}
