import {monthOf, type CalendarDate} from "../core/calendar.ts";
import type {Config, Member} from "../notes/config.ts";
import type {Conversation} from "../notes/collection.ts";
import {meaning} from "./meaningful.ts";
import {presentOf} from "./spoken.ts";

/**
 * Meaningful conversations a month that are wanted of a member: the member's own goal, else that of the
 * level, else that of the function; null where none is set.
 */
export function goalOf({goal, level, function: job}: Member, {goals}: Config): number | null {
  const known = new Map<string, number>(Object.entries(goals));
  const found = goal ?? known.get(level ?? "") ?? known.get(job ?? "") ?? null;
  return found === 0 ? null : found;
}

/** Meaningful conversations of a member in the month of `asOf`, up to that day; listening in counts. */
export function meaningfulThisMonth(
  handle: string,
  conversations: readonly Conversation[],
  asOf: CalendarDate,
  config: Config,
): Conversation[] {
  const month = monthOf(asOf);
  return conversations.filter(
    (one) =>
      one.date <= asOf &&
      monthOf(one.date) === month &&
      presentOf(one).includes(handle) &&
      meaning(one, config.meaningful).meaningful,
  );
}
