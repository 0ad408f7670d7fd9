import {isCalendarDate} from "../core/calendar.ts";
import {foldName} from "../core/text.ts";

/** Reads a day said in words, for the command line; files take ISO dates only. */
export type DateReader = (words: string) => string | null;

/** What follows the word `before` and a space; null where the text does not begin so. */
export function wordsAfter(text: string, before: string): string | null {
  const folded = foldName(text);
  return folded.startsWith(`${before} `) ? folded.slice(before.length + 1) : null;
}

/** A day as files write it, or as `dates` understands it; null where it is none. */
export function readDate(words: string, dates: DateReader | null): string | null {
  if (isCalendarDate(words)) return words;
  const date = dates?.(words) ?? null;
  return date !== null && isCalendarDate(date) ? date : null;
}

/** `2026-11-06` for `2026-11-6`; null where the days are not the fault. */
export function paddedDate(text: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [, year = "", month = "", day = ""] = parts;
  const padded = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return padded !== text && isCalendarDate(padded) ? padded : null;
}
