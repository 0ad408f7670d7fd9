import {type CalendarDate, formatDay} from "../core/calendar.ts";
import type {Span} from "./document.ts";

/** A calendar day as every screen prints it. */
export function daySpan(date: CalendarDate): Span {
  return {role: "date", date, text: formatDay(date)};
}

/** The spans with something between each two. */
export function joined(parts: readonly (Span | Span[])[], between: string): Span[] {
  return parts.flatMap((part, index) => {
    const spans = Array.isArray(part) ? part : [part];
    return index === 0 ? spans : [between, ...spans];
  });
}
