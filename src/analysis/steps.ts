import {daysBetween, type CalendarDate} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {Conversation} from "../notes/collection.ts";

/** A next step that somebody took on in a talk. */
export interface Step {
  /** Id of the note in which it stands: with `n` it is what closes it. */
  conversation: string;
  /** Counts from 1 over all steps of the note. */
  n: number;
  what: string;
  /** A handle of ours, or `them`. */
  who: string;
  due: CalendarDate | null;
  /** Days past the due day; 0 when it is still to come, null when there is none. */
  overdueDays: number | null;
  done: boolean;
}

/** Every step of the conversations, done or not, as of a day; overdue ones first, see `compareSteps`. */
export function stepsOf(conversations: readonly Conversation[], asOf: CalendarDate): Step[] {
  return conversations
    .filter((conversation) => conversation.date <= asOf)
    .flatMap((conversation) =>
      conversation.steps.map(({noteId, n, what, who, due, done, doneOn}) => ({
        conversation: noteId,
        n,
        what,
        who,
        due,
        overdueDays: due === null ? null : Math.max(0, daysBetween(due, asOf)),
        done: done && (doneOn === null || doneOn <= asOf),
      })),
    )
    .sort(compareSteps);
}

/** Steps that are still open as of a day, overdue first. */
export function openSteps(conversations: readonly Conversation[], asOf: CalendarDate): Step[] {
  return stepsOf(conversations, asOf).filter((step) => !step.done);
}

/** Open steps whose due day has passed. */
export function overdueSteps(conversations: readonly Conversation[], asOf: CalendarDate): Step[] {
  return openSteps(conversations, asOf).filter((step) => (step.overdueDays ?? 0) > 0);
}

/** The earliest due day first, so the longest overdue; those without one last, by note and place. */
export function compareSteps(a: Step, b: Step): number {
  return (
    compareText(a.due ?? "9999-99-99", b.due ?? "9999-99-99") ||
    compareText(a.conversation, b.conversation) ||
    a.n - b.n
  );
}
