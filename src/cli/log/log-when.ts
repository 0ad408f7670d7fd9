import {
  addDays,
  type CalendarDate,
  daysBetween,
  formatAge,
  formatDay,
} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import type {Collection, Conversation} from "../../notes/collection.ts";
import type {ConversationFields} from "../../notes/conversation.ts";
import {conversationTypes} from "../../notes/vocabulary.ts";
import {type Flags, isOn, valueOf} from "../command.ts";
import {didYouMean} from "../did-you-mean.ts";
import {fieldValue} from "../flags/field-value.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import type {Remarks} from "./log-values.ts";

/** What `log` knows before it reads the flags. */
export interface Before {
  collection: Collection;
  root: string;
  cwd: string;
  today: CalendarDate;
  /** The note of the same talk that --add-to names. */
  addTo: Conversation | null;
}

/** Days after which nobody writes up a talk without looking twice at the date. */
const longAgo = 180;

type Status = ConversationFields["status"];

/** The status that the flags mean; held when they say nothing. */
export function statusOf(flags: Flags): Status {
  const typed = valueOf(flags, "status");
  const given = [
    typed === null ? null : (fieldValue("conversation", "status", "status", typed) as Status),
    isOn(flags, "planned") ? ("planned" as const) : null,
    flags["show"] === false ? ("no-show" as const) : null,
  ];
  const said = [...new Set(given.filter((status) => status !== null))];
  if (said.length > 1)
    throw new PmTalkError(
      "usage",
      `The talk cannot be both ${said.join(" and ")}.`,
      "Give one of --status, --planned, --no-show.",
    );
  return said[0] ?? "held";
}

/** The day of the talk: --date, else today. A held talk cannot be still to come. */
export function dateOf(
  flags: Flags,
  status: string,
  before: Before,
  remarks: Remarks,
): CalendarDate {
  if (before.addTo !== null) return before.addTo.date;
  const {today} = before;
  const typed = valueOf(flags, "date");
  if (typed === null) return today;
  const {date, inWords} = parseSpokenDate(
    typed,
    today,
    status === "planned" ? "forward" : "back",
    "--date",
  );
  if (date > today && status !== "planned" && status !== "cancelled") {
    const lastWeek = addDays(date, -7);
    const past = lastWeek <= today ? `Last week?  --date ${lastWeek}    ` : "";
    throw new PmTalkError(
      "usage",
      `"${typed}" is ${formatDay(date)}, which is still to come (${formatAge(daysBetween(date, today))}). A talk that was held cannot be.`,
      `${past}Booked?  add --planned`,
    );
  }
  // A slip in the year looks like a day; said with its age it does not.
  if (inWords || daysBetween(date, today) > longAgo)
    remarks.notices.push(`On ${echoDate(date, today)}.`);
  return date;
}

/** The type: --type, that of the talk added to, the last one with them, else interview. */
export function typeOf(flags: Flags, customer: string, before: Before): string {
  const typed = valueOf(flags, "type");
  const {collection} = before;
  if (typed === null) {
    const last = collection.conversations.findLast(
      (conversation) => conversation.customer === customer && conversation.date <= before.today,
    );
    return before.addTo?.type ?? last?.type ?? "interview";
  }
  const known = [...Object.keys(conversationTypes), ...Object.keys(collection.config.types)];
  const found =
    known.find((type) => type === typed.trim().toLowerCase().replaceAll(" ", "-")) ??
    known.find((type) => type === typed.trim());
  if (found !== undefined) return found;
  const near = nearest(typed, known);
  throw new PmTalkError(
    "usage",
    `No type "${typed}".`,
    `${didYouMean(near)}There are: ${known.join(", ")}`,
  );
}
