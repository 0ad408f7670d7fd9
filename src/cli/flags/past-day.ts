import {type CalendarDate, daysBetween, formatAge, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Remarks} from "../log/log-values.ts";
import {echoDate, parseSpokenDate} from "./spoken-dates.ts";

/** Something that happened on a day: "Told" in what is echoed, "Who was told" in what is refused. */
export interface Deed {
  echo: string;
  what: string;
}

/**
 * The day that `--date` says something happened on; one said in words is echoed. Throws a usage error for what
 * is no day, and for a day that is still to come.
 */
export function readPastDay(
  typed: string,
  today: CalendarDate,
  {echo, what}: Deed,
  {notices}: Remarks,
): CalendarDate {
  const {date, inWords} = parseSpokenDate(typed, today, "back", "--date");
  refuseToCome(date, today, what, "--date yesterday");
  if (inWords) notices.push(`${echo} ${echoDate(date, today)}.`);
  return date;
}

/** Throws a usage error, with this hint, for a day after today: `what` says what cannot be then. */
export function refuseToCome(
  date: CalendarDate,
  today: CalendarDate,
  what: string,
  hint: string,
): void {
  if (date <= today) return;
  throw new PmTalkError(
    "usage",
    `${formatDay(date)} is still to come (${formatAge(daysBetween(date, today))}). ${what} cannot be.`,
    hint,
  );
}
