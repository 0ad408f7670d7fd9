import {isCalendarDate, type CalendarDate} from "../core/calendar.ts";

/**
 * The day that a file's text gives as its date, without reading all of it; else the one its id begins with.
 * Null where neither does. Enough to put thousands of files in order, of which a few are shown.
 */
export function dayOf(text: string, id: string): CalendarDate | null {
  const end = /\n---[ \t]*\r?(?:\n|$)/.exec(text)?.index ?? 0;
  const written = /^["']?date["']?[ \t]*:[ \t]*["']?(\d{4}-\d\d-\d\d)/m.exec(
    text.slice(0, end),
  )?.[1];
  const day = written ?? id.slice(0, 10);
  return isCalendarDate(day) ? day : null;
}
