import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {LineSection} from "../../notes/body.ts";
import type {DateReader} from "../../notes/lines/read-line.ts";
import {gateDecisions} from "../../notes/vocabulary.ts";
import type {Remarks} from "../log/log-values.ts";
import {type Direction, echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";

/** How the day of a line may be said on the command line: a gate is to come, who was told was told. */
export function dayReader(
  section: LineSection,
  today: CalendarDate,
  remarks: Remarks,
): DateReader | null {
  if (section === "gates")
    return (words) => spokenDay(words, today, {direction: "forward", label: "Gate"}, remarks);
  if (section === "told")
    return (words) => spokenDay(words, today, {direction: "back", label: "Told"}, remarks);
  return section === "people"
    ? (words) => spokenDay(words, today, {direction: "back", label: "Left"}, remarks)
    : null;
}

const decidedDay = new RegExp(
  `([(（,，]\\s{0,9}(?:${gateDecisions.join("|")}) )([^,，()（）]{1,40})(?=[,，)）])`,
  "giu",
);

/** The day on which a gate was decided looks back, unlike its own; the line's reader knows one way only. */
export function withDecidedDay(typed: string, today: CalendarDate, remarks: Remarks): string {
  return typed.replace(decidedDay, (whole, before: string, words: string) => {
    const date = spokenDay(words, today, {direction: "back", label: "Decided"}, remarks);
    return date === null ? whole : `${before}${date}`;
  });
}

/** Null where the words are no day: the line's reader then says what is wrong with them. */
function spokenDay(
  words: string,
  today: CalendarDate,
  {direction, label}: {direction: Direction; label: string},
  {notices}: Remarks,
): CalendarDate | null {
  try {
    const {date, inWords} = parseSpokenDate(words, today, direction);
    const echo = `${label} ${echoDate(date, today)}.`;
    if (inWords && !notices.includes(echo)) notices.push(echo);
    return date;
  } catch (error) {
    if (error instanceof PmTalkError) return null;
    throw error;
  }
}
