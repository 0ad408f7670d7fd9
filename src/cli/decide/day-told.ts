import {type CalendarDate, daysBetween, formatAge, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Remarks} from "../log/log-values.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";

/**
 * The day of `--date`; without it the one that stands there, else today. Throws a usage error for one that is
 * still to come.
 */
export function dayTold(
  typed: string | null,
  before: CalendarDate | null,
  today: CalendarDate,
  {notices}: Remarks,
): CalendarDate {
  if (typed === null) return before ?? today;
  const {date, inWords} = parseSpokenDate(typed, today, "back");
  if (date > today)
    throw new PmTalkError(
      "usage",
      `${formatDay(date)} is still to come (${formatAge(daysBetween(date, today))}). Who was told cannot be.`,
      "--date yesterday",
    );
  if (inWords) notices.push(`Told ${echoDate(date, today)}.`);
  return date;
}
