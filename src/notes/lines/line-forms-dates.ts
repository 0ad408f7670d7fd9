import {isCalendarDate} from "../../core/calendar.ts";
import {foldName} from "../../core/text.ts";

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

/** `2026-11-06` for `2026-11-6`, `by 2026-11-06` or `6.11.2026`; null where no day can be told. */
export function meantDate(text: string): string | null {
  if (text.length > 40) return null;
  const yearFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  const dayFirst = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  const [year, month, day] = yearFirst?.slice(1) ?? dayFirst?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return date !== text && isCalendarDate(date) ? date : null;
}
