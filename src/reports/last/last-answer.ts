import {isSpoken} from "../../analysis/spoken.ts";
import {formatAge, type CalendarDate} from "../../core/calendar.ts";
import {compareText, listWithAnd} from "../../core/text.ts";
import type {LeftOut} from "../../notes/collection.ts";
import type {Span, Spans} from "../document.ts";
import {leftOut} from "../footer.ts";
import type {LastData} from "./last-data.ts";
import {nextAction} from "./last-next.ts";
import {conversationsIn, isNarrowed, never} from "./last-words.ts";
import type {Names} from "../names.ts";
import type {Ref} from "../ref.ts";
import type {ReportRequest} from "../request.ts";
import {customerName, pageOf, talkDay, isOfSomeTime} from "../page.ts";

/**
 * The answer of `pm-talk last`: one line, "without selling" when the last talk was a selling one, and what
 * to do when it is long ago. Notes that cannot be read and bear a later date are named.
 */
export function lastAnswer(data: LastData, request: ReportRequest): Spans[] {
  const newer = newerUnreadable(request, data.lastSpoke?.date ?? null);
  return [
    ...answerLines(data, request, talkLine),
    ...newer,
    ...(newer.length === 0 && isAnyUndated(request) ? leftOut(request) : []),
    ...nextAction(data, request),
  ];
}

/** The first lines of `report last` and of the overview: "Last customer conversation: yesterday (…), …". */
export function lastHeadline(
  data: Pick<LastData, "lastSpoke" | "lastWithoutSelling">,
  request: ReportRequest,
): Spans[] {
  return answerLines(data, request, (ref, writer) => [
    `Last ${writer.asked}: `,
    ...writer.when(ref),
    ", ",
    `${writer.names.members([...ref.team, ...ref.observers])}, `,
    writer.customer(ref),
    ".",
  ]);
}

/**
 * Names the left-out notes whose file name bears a later day than the answer: it may be wrong. Two lines, or
 * none; a day after the report's, or outside the days asked for, is no matter.
 */
export function newerUnreadable(request: ReportRequest, answer: CalendarDate | null): Spans[] {
  const newer = newerNotes(request, answer);
  if (newer.length === 0) return [];
  const named = newer.slice(0, 3).map(({file, line}) => `${baseName(file)}, line ${String(line)}`);
  const more = newer.length > 3 ? `; and ${String(newer.length - 3)} more` : "";
  const which = newer.length === 1 ? "A NEWER NOTE" : `${String(newer.length)} NEWER NOTES`;
  return [
    [{role: "strong", text: `${which} CANNOT BE READ:`}, ` ${named.join("; ")}${more}.`],
    [{role: "command", text: "pm-talk check"}],
  ];
}

/** What the lines of an answer are written with. */
interface Writer {
  names: Names;
  /** What was asked for: "customer conversation", "conversation about fast-setup". */
  asked: string;
  /** Where there is no such talk. */
  never: string;
  by: string[];
  when: (ref: Ref) => Span[];
  customer: (ref: Ref) => Span;
  /** "sales call", leading to the note. */
  type: (ref: Ref) => Span;
}

function answerLines(
  {lastSpoke, lastWithoutSelling}: Pick<LastData, "lastSpoke" | "lastWithoutSelling">,
  request: ReportRequest,
  line: (ref: Ref, writer: Writer) => Spans,
): Spans[] {
  const {collection, filters, asOf} = request;
  const writer = writerOf(request);
  if (lastSpoke === null) {
    const all = collection.conversations.filter((one) => one.date <= asOf && isSpoken(one));
    return [never(filters, all.length, writer.names)];
  }
  const unsure = newerNotes(request, lastSpoke.date).length > 0;
  const first = unsure ? readableLine(lastSpoke, writer) : line(lastSpoke, writer);
  if (lastWithoutSelling?.conversation === lastSpoke.conversation) return [first];
  return [first, withoutSelling(lastWithoutSelling, writer)];
}

/** "Yesterday (Thu 2026-11-19): Ana and Farid, sales call with Gantry (Tom Berg)." */
function talkLine(ref: Ref, writer: Writer): Spans {
  const contacts = ref.contacts.map((contact) => writer.names.contact(ref.customer, contact));
  const whom = contacts.length === 0 ? "" : ` (${listWithAnd(contacts)})`;
  const [age, ...day] = writer.when(ref);
  const start = typeof age === "string" ? age.charAt(0).toUpperCase() + age.slice(1) : "";
  return [start, ...day, ": ", ...whoTalked(ref, writer), writer.customer(ref), `${whom}.`];
}

/** Those who took part are named first; who is asked for and only listened is named so. */
function whoTalked(ref: Ref, writer: Writer): Span[] {
  const {names, by} = writer;
  const {team, observers} = ref;
  const asked = observers.filter((handle) => by.includes(handle));
  const onlyListened = by.length > 0 && !team.some((handle) => by.includes(handle));
  if (onlyListened && team.length > 0) {
    const listeners = names.members(asked);
    return [`${listeners}, listening to ${names.members(team)}'s `, writer.type(ref), " with "];
  }
  if (team.length === 0)
    return [`${names.members(observers)}, listening to a `, writer.type(ref), " with "];
  const listening = observers.length === 0 ? "" : `, ${names.members(observers)} listening`;
  return [`${names.members(team)}${listening}, `, writer.type(ref), " with "];
}

/** "Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe)." */
function withoutSelling(ref: Ref | null, writer: Writer): Spans {
  if (ref === null) return [`Without selling: ${writer.never}.`];
  const contacts = ref.contacts.map((contact) => writer.names.contact(ref.customer, contact));
  const whom = contacts.length === 0 ? "" : ` (${listWithAnd(contacts)})`;
  const who = writer.names.members([...ref.team, ...ref.observers]);
  return [
    "Without selling: ",
    ...writer.when(ref),
    `, ${who} with `,
    writer.customer(ref),
    `${whom}.`,
  ];
}

function readableLine(ref: Ref, writer: Writer): Spans {
  const who = writer.names.members([...ref.team, ...ref.observers]);
  return [
    "Last conversation that can be read: ",
    ...writer.when(ref),
    `, ${who}, `,
    writer.customer(ref),
    ".",
  ];
}

function writerOf(request: ReportRequest): Writer {
  const {filters} = request;
  const page = pageOf(request);
  const {names} = page;
  const narrowed = isNarrowed(filters);
  return {
    names,
    asked: narrowed ? conversationsIn(filters, names) : "customer conversation",
    never: isOfSomeTime(filters) ? "not in that time" : "never",
    by: filters.by,
    when: (ref) => [`${formatAge(ref.daysAgo)} (`, talkDay(ref, page), ")"],
    customer: ({customer}) => customerName(customer, page),
    type: ({conversation, type}) => ({
      role: "file",
      kind: "conversation",
      file: page.conversationFile(conversation),
      text: names.type(type),
    }),
  };
}

function newerNotes(
  {collection, asOf, filters}: ReportRequest,
  answer: CalendarDate | null,
): LeftOut[] {
  const {since, until} = filters;
  return collection.leftOut
    .filter(
      ({kind, date}) =>
        kind === "conversation" &&
        date !== null &&
        date <= asOf &&
        date > (answer ?? "") &&
        (since === null || date >= since) &&
        (until === null || date <= until),
    )
    .sort((a, b) => compareText(b.date ?? "", a.date ?? "") || compareText(a.file, b.file));
}

/** A left-out note whose name bears no day may be the newest of all. */
function isAnyUndated({collection}: ReportRequest): boolean {
  return collection.leftOut.some(({kind, date}) => kind === "conversation" && date === null);
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
