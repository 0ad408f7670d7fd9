import {isCalendarDate} from "../../core/calendar.ts";

const unpadded = /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/;

/** The text with the day in it padded: `left 2026-5-1` is `left 2026-05-01`; null where there is nothing to pad. */
export function padDate(text: string): string | null {
  const [found, year = "", month = "", day = ""] = unpadded.exec(text) ?? [];
  if (found === undefined) return null;
  const padded = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return padded !== found && isCalendarDate(padded) ? text.replace(found, padded) : null;
}
